import { hashKey, isKeyedHash, keyedHash } from './keyed-hash.ts';

/** For how long a browser that gave the right PIN is not asked again, in seconds: a working day, not the night after it. */
export const PIN_COOKIE_SECONDS = 12 * 60 * 60;

interface Link {
  id: string;
  pinHash: string | null;
}

/** Named by the link's id, which opens nothing; the token stands in no cookie. */
export const pinCookieName = ({ id }: Pick<Link, 'id'>): string => `dia-ban-pin-${id}`;

// The PIN's hash is signed with it, so that the cookie ends with the PIN that it was given for.
const signed = ({ id, pinHash }: Link, expires: number) => `${id}:${pinHash}:${expires}`;

/** What a browser is given for the right PIN: until when it holds, in seconds since 1970, and our signature. */
export async function pinCookie(link: Link, secret: string, now: string): Promise<string> {
  const expires = Math.floor(Date.parse(now) / 1000) + PIN_COOKIE_SECONDS;
  return `${expires}.${await keyedHash(await hashKey(secret, 'link-pin-cookie'), signed(link, expires))}`;
}

/** Whether a cookie shows that this browser gave the link's PIN and that this still holds. */
export async function isPinCookie(
  cookie: string | undefined,
  link: Link,
  secret: string,
  now: string,
): Promise<boolean> {
  const [, expires, signature] = /^(\d{1,12})\.([0-9a-f]{64})$/.exec(cookie ?? '') ?? [];
  if (!expires || !signature || Number(expires) * 1000 <= Date.parse(now)) return false;
  return isKeyedHash(await hashKey(secret, 'link-pin-cookie'), signed(link, Number(expires)), signature);
}
