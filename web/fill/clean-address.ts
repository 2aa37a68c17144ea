/** What clean addresses begin with. */
export const CLEAN = '/p/';

/**
 * Where a link is used once it was opened: an address that follows from the token by its hash alone and gives nothing of it away.
 * Twelve digits of hex keep the links of one browser apart; they open nothing. The service worker finds it without a network.
 */
export async function cleanAddress(token: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token));
  const digits = Array.from(new Uint8Array(digest, 0, 6), (byte) => byte.toString(16).padStart(2, '0'));
  return CLEAN + digits.join('');
}
