import { createHash } from 'node:crypto';
import { must } from './fault.ts';

export const toBase64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

/** The bytes of a base64url text; only of the one way to write them, without padding (RFC 4648 §5). Throws `shape`. */
export function fromBase64url(text: string): Uint8Array {
  const bytes = Buffer.from(text, 'base64url');
  must(bytes.toString('base64url') === text, 'shape');
  return new Uint8Array(bytes);
}

export const sha256 = (bytes: Uint8Array | string): Uint8Array =>
  new Uint8Array(createHash('sha256').update(bytes).digest());

export const isSame = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
