import { eachSecret, type Secrets } from '../tenancy/secrets.ts';
import { hashKey, isKeyedHash, keyedHash } from './keyed-hash.ts';

/** For how long a browser that gave the right PIN is not asked again, in seconds: a working day, not the night after it. */
export const PIN_COOKIE_SECONDS = 12 * 60 * 60;

export const PIN_COOKIE = 'dia-ban-pin';

// Signed with the token's hash, which a request brings along: the cookie can be checked before anything of the link was read. A
// link's PIN never changes; a reissued one has another token.
const signed = (tokenHash: string, expires: number) => `${tokenHash}:${expires}`;

/** What a browser is given for the right PIN: until when it holds, in seconds since 1970, and our signature. */
export async function pinCookie(tokenHash: string, secret: string, now: string): Promise<string> {
  const expires = Math.floor(Date.parse(now) / 1000) + PIN_COOKIE_SECONDS;
  return `${expires}.${await keyedHash(await hashKey(secret, 'link-pin-cookie'), signed(tokenHash, expires))}`;
}

/** Whether a cookie shows that this browser gave the PIN of the token's link and that this still holds. */
export async function isPinCookie(
  cookie: string | undefined,
  tokenHash: string,
  secrets: Secrets,
  now: string,
): Promise<boolean> {
  const [, expires, signature] = /^(\d{1,12})\.([0-9a-f]{64})$/.exec(cookie ?? '') ?? [];
  if (!expires || !signature || Number(expires) * 1000 <= Date.parse(now)) return false;
  const isOf = async (secret: string) =>
    isKeyedHash(await hashKey(secret, 'link-pin-cookie'), signed(tokenHash, Number(expires)), signature);
  for (const secret of eachSecret(secrets)) if (await isOf(secret)) return true;
  return false;
}
