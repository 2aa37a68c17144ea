const encoder = new TextEncoder();

async function keyFrom(secret: string): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', encoder.encode(secret), 'HKDF', false, ['deriveKey']);
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: encoder.encode('database-token') };
  return crypto.subtle.deriveKey(derivation, material, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

const toBase64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
const fromBase64 = (text: string) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

/** Encrypts a province's database token for the registry; only a worker with the same secret can open it for the same province. */
export async function sealToken(token: string, provinceCode: string, secret: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const parameters = { name: 'AES-GCM', iv, additionalData: encoder.encode(provinceCode) };
  const sealed = await crypto.subtle.encrypt(parameters, await keyFrom(secret), encoder.encode(token));
  return `v1.${toBase64(iv)}.${toBase64(new Uint8Array(sealed))}`;
}

/** The token again. Throws when it was sealed for another province or with another secret, or was altered. */
export async function openToken(sealed: string, provinceCode: string, secret: string): Promise<string> {
  const [version, iv, text] = sealed.split('.');
  if (version !== 'v1' || !iv || !text) throw new Error('a sealed database token has an unknown form');
  const parameters = { name: 'AES-GCM', iv: fromBase64(iv), additionalData: encoder.encode(provinceCode) };
  return new TextDecoder().decode(await crypto.subtle.decrypt(parameters, await keyFrom(secret), fromBase64(text)));
}
