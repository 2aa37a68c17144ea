import { eachSecret, type Secrets } from '../tenancy/secrets.ts';
import { hashKey, isKeyedHash, keyedHash } from './keyed-hash.ts';

const LOWEST = 100_000;
const HOW_MANY = 900_000;
/** Random numbers from here on would make the first PINs likelier than the others. */
const FAIR = Math.floor(2 ** 32 / HOW_MANY) * HOW_MANY;

/** Six random digits. The first is never 0: a spreadsheet would drop it from the list that goes out by message. */
export function newPin(): string {
  const [number] = crypto.getRandomValues(new Uint32Array(1)) as Uint32Array & [number];
  return number < FAIR ? String(LOWEST + (number % HOW_MANY)) : newPin();
}

/** The PIN in what somebody typed, who may have grouped its digits; null for what cannot be one and so is no try. */
export function readPin(text: string): string | null {
  const digits = text.replace(/[\s.-]/g, '');
  return /^\d{6}$/.test(digits) ? digits : null;
}

const hashed = (linkId: string, pin: string) => `${linkId}:${pin}`;

/** Hashes PINs for storage: keyed with the worker's secret, because a million PINs are soon gone through, and bound to one link. */
export async function pinHasher(secret: string): Promise<(linkId: string, pin: string) => Promise<string>> {
  const key = await hashKey(secret, 'link-pin');
  return (linkId, pin) => keyedHash(key, hashed(linkId, pin));
}

/** Whether a PIN is the one that a link was made with. */
export async function isPinOf(
  link: { id: string; pinHash: string | null },
  pin: string,
  secret: string,
): Promise<boolean> {
  if (link.pinHash === null) return false;
  return isKeyedHash(await hashKey(secret, 'link-pin'), hashed(link.id, pin), link.pinHash);
}

/**
 * What a link is to keep as its PIN's hash after this PIN, which may have been hashed with a secret before the present one; null
 * when it is not the link's PIN.
 */
export async function provenPin(
  link: { id: string; pinHash: string | null },
  pin: string,
  secrets: Secrets,
): Promise<string | null> {
  for (const secret of eachSecret(secrets)) {
    if (await isPinOf(link, pin, secret)) return (await pinHasher(secrets.current))(link.id, pin);
  }
  return null;
}
