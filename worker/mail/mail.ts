import * as v from 'valibot';
import type { Env } from '../env.ts';

export interface Mail {
  to: string;
  subject: string;
  text: string;
}

export type SendMail = (mail: Mail) => Promise<void>;

const Address = v.pipe(v.string(), v.email(), v.maxLength(254));

/** A subject in one line: a line break in it would begin another header. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

/**
 * What sends mail by Cloudflare's Email Service, or null where the operator configured none (wrangler.toml). The platform writes
 * the message itself, so that nothing of ours becomes a header. Sending throws for what is no address, and when it is refused.
 */
export function mailer({ EMAIL, MAIL_FROM }: Pick<Env, 'EMAIL' | 'MAIL_FROM'>): SendMail | null {
  if (!EMAIL || !MAIL_FROM) return null;
  return async ({ to, subject, text }) => {
    if (!v.is(Address, to)) throw new TypeError('not an address that mail can be sent to');
    await EMAIL.send({ from: { name: 'Địa Bàn', email: MAIL_FROM }, to, subject: oneLine(subject), text });
  };
}
