import type { Context } from 'hono';
import type { App } from '../env.ts';
import { callerAddress } from '../http/client-address.ts';
import { ADDRESS_HEADER } from './better-auth.ts';

/** The request's headers as better-auth is to read them: with the caller's address from the header that the operator trusts. */
export function headersForAuth(c: Context<App>): Headers {
  const headers = new Headers(c.req.raw.headers);
  const address = callerAddress(c);
  if (address) headers.set(ADDRESS_HEADER, address);
  else headers.delete(ADDRESS_HEADER);
  return headers;
}

export interface AuthAnswer {
  ok: boolean;
  /** better-auth's code of a refusal, such as `INVALID_CODE`. */
  code: string | null;
  body: Record<string, unknown>;
  /** Where it would lead on to. */
  location: string | null;
  /** Whether it gave a session. */
  signedIn: boolean;
}

/** What better-auth answered; its cookies go on to the browser, also those that it takes back in a refusal. */
export async function answerOf(c: Context<App>, asked: Promise<Response>): Promise<AuthAnswer> {
  const answer = await asked;
  const cookies = answer.headers.getSetCookie();
  for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true });
  const body = ((await answer.json().catch(() => null)) ?? {}) as Record<string, unknown>;
  return {
    ok: answer.ok,
    code: typeof body.code === 'string' ? body.code : null,
    body,
    location: answer.headers.get('location'),
    signedIn: cookies.some((cookie) => /\.session_token=[^;]/.test(cookie)),
  };
}

/** A text field of a form that was sent; empty where it is missing. */
export async function textField(c: Context<App>, name: string): Promise<string> {
  const value = (await c.req.parseBody())[name];
  return typeof value === 'string' ? value : '';
}
