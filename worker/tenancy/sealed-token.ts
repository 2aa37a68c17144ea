import { eachSecret, type Secrets } from './secrets.ts';

const encoder = new TextEncoder();

const material = (secret: string, uses: KeyUsage[]) =>
  crypto.subtle.importKey('raw', encoder.encode(secret), 'HKDF', false, uses);

const derivation = (info: string) => ({
  name: 'HKDF',
  hash: 'SHA-256',
  salt: new Uint8Array(),
  info: encoder.encode(info),
});

async function keyFrom(secret: string): Promise<CryptoKey> {
  const aes = { name: 'AES-GCM', length: 256 };
  const key = await material(secret, ['deriveKey']);
  return crypto.subtle.deriveKey(derivation('database-token'), key, aes, false, ['encrypt', 'decrypt']);
}

/** Which secret sealed something, without telling it: eight hex digits. */
async function keyId(secret: string): Promise<string> {
  const bits = await crypto.subtle.deriveBits(
    derivation('database-token-id'),
    await material(secret, ['deriveBits']),
    32,
  );
  return Array.from(new Uint8Array(bits), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const toBase64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
const fromBase64 = (text: string) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

/** Encrypts a province's database token for the registry; only a worker with the same secret can open it for the same province. */
export async function sealToken(token: string, provinceCode: string, secret: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const parameters = { name: 'AES-GCM', iv, additionalData: encoder.encode(provinceCode) };
  const sealed = await crypto.subtle.encrypt(parameters, await keyFrom(secret), encoder.encode(token));
  return `v2.${await keyId(secret)}.${toBase64(iv)}.${toBase64(new Uint8Array(sealed))}`;
}

/** Whether a token was sealed with this secret and needs no new seal. */
export const isSealedWith = async (sealed: string, secret: string): Promise<boolean> =>
  sealed.startsWith(`v2.${await keyId(secret)}.`);

/** The secrets that a seal may be of: the one it names, or, in the form that named none, any. */
async function candidates(named: string | null, secrets: Secrets): Promise<string[]> {
  const all = eachSecret(secrets);
  if (named === null) return all;
  const ids = await Promise.all(all.map(keyId));
  return all.filter((_, i) => ids[i] === named);
}

/** The token again. Throws when it was sealed for another province or with neither of the secrets, or was altered. */
export async function openToken(sealed: string, provinceCode: string, secrets: Secrets): Promise<string> {
  const parts = sealed.split('.');
  const [named, iv, text] = parts[0] === 'v2' ? parts.slice(1) : [null, parts[1], parts[2]];
  if (!/^v[12]$/.test(parts[0]!) || !iv || !text) throw new Error('a sealed database token has an unknown form');
  const parameters = { name: 'AES-GCM', iv: fromBase64(iv), additionalData: encoder.encode(provinceCode) };
  for (const secret of await candidates(named ?? null, secrets)) {
    const opened = crypto.subtle.decrypt(parameters, await keyFrom(secret), fromBase64(text));
    const bytes = await opened.catch(() => null);
    if (bytes) return new TextDecoder().decode(bytes);
  }
  throw new Error('a sealed database token cannot be opened with the secrets at hand');
}
