import { generateKeyPairSync, type JsonWebKey, type KeyObject, randomBytes, sign } from 'node:crypto';
import { sha256, toBase64url } from './bytes.ts';

/** What `cbor` can write. */
export type Encodable = number | string | boolean | Uint8Array | Encodable[] | Map<number | string, Encodable>;

function head(type: number, argument: number): Buffer {
  if (argument < 24) return Buffer.from([(type << 5) | argument]);
  if (argument < 0x100) return Buffer.from([(type << 5) | 24, argument]);
  return Buffer.from([(type << 5) | 25, argument >> 8, argument & 255]);
}

/** CBOR in CTAP2's canonical form, but for the order of keys. */
export function cbor(value: Encodable): Buffer {
  if (typeof value === 'boolean') return Buffer.from([value ? 0xf5 : 0xf4]);
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value]);
  if (Array.isArray(value)) return Buffer.concat([head(4, value.length), ...value.map(cbor)]);
  return Buffer.concat([head(5, value.size), ...[...value].flat().map(cbor)]);
}

export type Algorithm = 'ES256' | 'EdDSA' | 'RS256';

const fromText = (text = '') => new Uint8Array(Buffer.from(text, 'base64url'));

function coseKey(algorithm: Algorithm, { x, y, n, e }: JsonWebKey): Map<number, Encodable> {
  if (algorithm === 'RS256')
    return new Map<number, Encodable>([
      [1, 3],
      [3, -257],
      [-1, fromText(n)],
      [-2, fromText(e)],
    ]);
  const of = (kty: number, alg: number, crv: number): [number, Encodable][] => [
    [1, kty],
    [3, alg],
    [-1, crv],
    [-2, fromText(x)],
  ];
  return algorithm === 'EdDSA' ? new Map(of(1, -8, 6)) : new Map([...of(2, -7, 1), [-3, fromText(y)]]);
}

function newKeys(algorithm: Algorithm): { privateKey: KeyObject; publicKey: KeyObject } {
  if (algorithm === 'RS256') return generateKeyPairSync('rsa', { modulusLength: 2048 });
  return algorithm === 'EdDSA' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ec', { namedCurve: 'P-256' });
}

interface Said {
  rpId: string;
  origin: string;
  challenge: string;
  /** UP, UV, BE, BS, …; UP and UV unless told. */
  flags: number;
  counter: number;
  clientData: Record<string, unknown>;
  /** Bytes behind authenticator data. */
  behind: Uint8Array;
}

/** A genuine authenticator in software, for tests: it makes one credential and signs with it whatever it is told to say. */
export class SoftwareAuthenticator {
  readonly id = new Uint8Array(randomBytes(16));
  readonly cose: Buffer;
  readonly algorithm: Algorithm;
  readonly #privateKey: KeyObject;
  readonly #usual: Pick<Said, 'rpId' | 'origin'>;

  constructor(usual: { rpId: string; origin: string }, algorithm: Algorithm = 'ES256') {
    const { privateKey, publicKey } = newKeys(algorithm);
    this.#usual = usual;
    this.#privateKey = privateKey;
    this.algorithm = algorithm;
    this.cose = cbor(coseKey(algorithm, publicKey.export({ format: 'jwk' })));
  }

  #said(type: string, instead: Partial<Said>) {
    const { rpId, origin, challenge = '', flags = 5, counter = 0, clientData, behind } = { ...this.#usual, ...instead };
    const client = { type, challenge, origin, crossOrigin: false, ...clientData };
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    const authData = (flag: number, ...more: Uint8Array[]) =>
      new Uint8Array(
        Buffer.concat([sha256(rpId), Buffer.from([flags | flag]), count, ...more, behind ?? new Uint8Array()]),
      );
    return { clientDataJSON: new Uint8Array(Buffer.from(JSON.stringify(client))), authData };
  }

  register(instead: Partial<Said> & { attestation?: Map<string, Encodable> } = {}) {
    const { clientDataJSON, authData } = this.#said('webauthn.create', instead);
    const length = Buffer.from([this.id.length >> 8, this.id.length & 255]);
    const data = authData(64, Buffer.alloc(16), length, this.id, this.cose);
    const object = new Map<string, Encodable>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', data],
      ...(instead.attestation ?? []),
    ]);
    return { id: this.id, clientDataJSON, attestationObject: new Uint8Array(cbor(object)) };
  }

  sign(data: Uint8Array): Uint8Array {
    return new Uint8Array(sign(this.algorithm === 'EdDSA' ? null : 'sha256', data, this.#privateKey));
  }

  use(userId: string, instead: Partial<Said> = {}) {
    const { clientDataJSON, authData } = this.#said('webauthn.get', instead);
    const authenticatorData = authData(0);
    const signature = this.sign(Buffer.concat([authenticatorData, sha256(clientDataJSON)]));
    const userHandle = new Uint8Array(Buffer.from(userId));
    return { id: this.id, clientDataJSON, authenticatorData, signature, userHandle };
  }
}

/** An answer as a browser's `toJSON` writes it. */
export function answerJson<T extends { id: Uint8Array }>({ id, ...response }: T): string {
  const written = Object.entries(response).map(([name, bytes]) => [name, toBase64url(bytes as Uint8Array)]);
  const name = toBase64url(id);
  return JSON.stringify({ id: name, rawId: name, type: 'public-key', response: Object.fromEntries(written) });
}
