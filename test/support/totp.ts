import { createHmac } from 'node:crypto';
import { databaseOf } from './database.ts';
import type { Service } from './service.ts';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function fromBase32(text: string): Buffer {
  const bits = [...text.toUpperCase()].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/** What an authenticator app shows for an address of a set-up (RFC 6238: SHA-1, six digits, 30 seconds). */
export function codeOf(uri: string, now = Date.now()): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)));
  const secret = fromBase32(new URL(uri).searchParams.get('secret') ?? '');
  const digest = createHmac('sha1', secret).update(counter).digest();
  const offset = digest.at(-1)! & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** As if the apps showed their next codes already: what they show now has not been taken. */
export const forgetUsedCodes = (service: Service) =>
  databaseOf(service, 'control').execute('UPDATE two_factor SET last_used_step = NULL');

/** A code that is none of those that could be right around now. */
export function wrongCodeOf(uri: string, now = Date.now()): string {
  const near = [-2, -1, 0, 1, 2].map((steps) => codeOf(uri, now + steps * 30_000));
  return ['000000', '111111', '222222', '333333', '444444', '555555'].find((code) => !near.includes(code))!;
}
