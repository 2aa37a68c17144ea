const encoder = new TextEncoder();

/** What a keyed hash is made for; a hash of one purpose is worth nothing for another. */
type Purpose = 'link-pin' | 'link-pin-cookie' | 'sign-in-try' | 'passkey-challenge' | 'known-browser';

/** The key of one purpose, derived from the worker's secret. */
export async function hashKey(secret: string, purpose: Purpose): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', encoder.encode(secret), 'HKDF', false, ['deriveKey']);
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: encoder.encode(purpose) };
  const hmac = { name: 'HMAC', hash: 'SHA-256', length: 256 };
  return crypto.subtle.deriveKey(derivation, material, hmac, false, ['sign', 'verify']);
}

/** HMAC-SHA-256 of a text, in hex. */
export async function keyedHash(key: CryptoKey, text: string): Promise<string> {
  const signature = await crypto.subtle.sign('HMAC', key, encoder.encode(text));
  return Array.from(new Uint8Array(signature), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Whether a hash in hex is the text's, in constant time; false for what is no such hash. */
export async function isKeyedHash(key: CryptoKey, text: string, hash: string): Promise<boolean> {
  if (!/^[0-9a-f]{64}$/.test(hash)) return false;
  const bytes = Uint8Array.from({ length: 32 }, (_, i) => Number.parseInt(hash.slice(i * 2, i * 2 + 2), 16));
  return crypto.subtle.verify('HMAC', key, bytes, encoder.encode(text));
}
