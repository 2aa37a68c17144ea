import type { Context } from 'hono';
import type { App } from '../env.ts';
import { auth } from './better-auth.ts';
import { answerOf, headersForAuth } from './calling.ts';

/**
 * Signs in whoever has just set this password by a one-time link, and says where to go on: to the second step where there is one. No
 * try is counted, because nothing is guessed.
 */
export async function signInWith(c: Context<App>, email: string, password: string): Promise<string> {
  const { api } = auth(c.env, c.get('requestId'));
  const asked = api.signInEmail({ body: { email, password }, headers: headersForAuth(c), asResponse: true });
  const { ok, body } = await answerOf(c, asked);
  if (!ok) return '/sign-in';
  return body.twoFactorRedirect === true ? '/sign-in/code?next=%2Fconsole' : '/console';
}
