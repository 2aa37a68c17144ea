import { canonicalJson } from '../../forms/index.ts';

/** SHA-256 of a text, in hex. */
export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Buffer.from(digest).toString('hex');
}

/** SHA-256 of a value's canonical JSON, in hex: equal documents have equal hashes whatever the order of their keys. */
export const hashOf = (value: unknown): Promise<string> => sha256(canonicalJson(value));
