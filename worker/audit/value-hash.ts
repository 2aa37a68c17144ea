import { createHmac } from 'node:crypto';
import { canonicalJson } from '../../forms/index.ts';

/** The control database's name among those whose events are kept; a province's is its code. */
export const CONTROL = 'control';

/** By secret and database, of which there are a few dozen: every request opens a database, and most of them write nothing. */
const keys = new Map<string, Uint8Array>();

/**
 * The key under which a database's values are hashed for its log. It follows from the worker's secret and stands in no database: a
 * plain hash of a small count is found by trying all of them, and would still tell it after the count itself was purged.
 */
export function valueKey(secret: string, database: string): Uint8Array {
  const name = `${secret}/${database}`;
  const known = keys.get(name);
  if (known) return known;
  const key = createHmac('sha256', secret).update(`dia-ban/audit-values/${database}`).digest();
  keys.set(name, key);
  return key;
}

/** HMAC-SHA-256 of a value's canonical JSON, in hex: it proves a value to whoever has the key, and tells nobody one. */
export const valueHash = (key: Uint8Array, value: unknown): string =>
  createHmac('sha256', key).update(canonicalJson(value)).digest('hex');
