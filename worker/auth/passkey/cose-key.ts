import { createPublicKey, type JsonWebKey, type KeyObject, verify } from 'node:crypto';
import { type CborMap, readMap } from './cbor.ts';
import { must, PasskeyFault } from './fault.ts';

/** The algorithms that we ask for and take (RFC 9053, RFC 8812), the preferred first: ES256, EdDSA over Ed25519, RS256. */
export const ALGORITHMS = [-7, -8, -257] as const;

const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');

/** A member of a key that must be bytes, of `from` to `to` of them. */
function bytesOf(key: CborMap, label: number, from: number, to = from): string {
  const value = key.get(label);
  must(value instanceof Uint8Array && value.length >= from && value.length <= to, 'key');
  return base64url(value);
}

const SHAPES: Record<number, { members: number[]; jwk(key: CborMap): JsonWebKey; hash: string | null }> = {
  [-7]: {
    members: [1, 3, -1, -2, -3],
    jwk(key) {
      must(key.get(1) === 2 && key.get(-1) === 1, 'key');
      return { kty: 'EC', crv: 'P-256', x: bytesOf(key, -2, 32), y: bytesOf(key, -3, 32) };
    },
    hash: 'sha256',
  },
  [-8]: {
    members: [1, 3, -1, -2],
    jwk(key) {
      must(key.get(1) === 1 && key.get(-1) === 6, 'key');
      return { kty: 'OKP', crv: 'Ed25519', x: bytesOf(key, -2, 32) };
    },
    hash: null,
  },
  [-257]: {
    members: [1, 3, -1, -2],
    jwk(key) {
      must(key.get(1) === 3, 'key');
      // From 2048 to 4096 bits.
      return { kty: 'RSA', n: bytesOf(key, -1, 256, 512), e: bytesOf(key, -2, 1, 4) };
    },
    hash: 'sha256',
  },
};

/** A credential's public key (RFC 9052 §7), with how it verifies. Throws `algorithm` for one that we did not ask for, and `key`. */
export function readCoseKey(bytes: Uint8Array): { key: KeyObject; hash: string | null } {
  const { map, end } = readMap(bytes);
  must(end === bytes.length, 'shape');
  const shape = SHAPES[Number(map.get(3))];
  must(typeof map.get(3) === 'number' && shape !== undefined, 'algorithm');
  must(map.size === shape.members.length && shape.members.every((label) => map.has(label)), 'key');
  const jwk = shape.jwk(map);
  try {
    return { key: createPublicKey({ key: jwk, format: 'jwk' }), hash: shape.hash };
  } catch {
    // Not on the curve, for one.
    throw new PasskeyFault('key');
  }
}

/** Whether a signature over `data` is by the key; of an ES256 one in DER (WebAuthn §6.5.5), of any length that it can have. */
export function isSignedBy(coseKey: Uint8Array, data: Uint8Array, signature: Uint8Array): boolean {
  const { key, hash } = readCoseKey(coseKey);
  try {
    return verify(hash, data, key, signature);
  } catch {
    return false;
  }
}
