import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromBase64url, toBase64url } from './bytes.ts';
import { readCoseKey } from './cose-key.ts';
import { PasskeyFault } from './fault.ts';
import { cbor, type Encodable, SoftwareAuthenticator } from './fixture.ts';
import { type RegistrationAnswer, verifyRegistration } from './verify-registration.ts';

const site = { rpId: 'diaban.example.vn', origin: 'https://diaban.example.vn' };
const ceremony = { ...site, challenge: 'given' };
const { challenge } = ceremony;
const bytes = (hex: string) => new Uint8Array(Buffer.from(hex.replaceAll(' ', ''), 'hex'));

const codeOf = (attempt: () => unknown): string | null => {
  try {
    attempt();
    return null;
  } catch (error) {
    if (error instanceof PasskeyFault) return error.code;
    throw error;
  }
};
const faultOf = (answer: RegistrationAnswer) => codeOf(() => verifyRegistration(answer, ceremony));

test.each(['ES256', 'EdDSA', 'RS256'] as const)(
  'a %s credential is kept with its key, counter and backup',
  (algorithm) => {
    const authenticator = new SoftwareAuthenticator(site, algorithm);
    const answer = authenticator.register({ challenge, flags: 5 | 8 | 16, counter: 3 });
    expect(verifyRegistration(answer, ceremony)).toEqual({
      credentialId: toBase64url(authenticator.id),
      publicKey: toBase64url(authenticator.cose),
      counter: 3,
      backupEligible: true,
      backedUp: true,
      aaguid: '0'.repeat(32),
    });
  },
);

test('whatever attestation comes is read over and not relied on', () => {
  const statement = new Map<string, Uint8Array | number | Uint8Array[]>([
    ['alg', -7],
    ['sig', new Uint8Array(70)],
    ['x5c', [new Uint8Array(300)]],
  ]);
  const attestation = new Map([
    ['fmt', 'packed' as const],
    ['attStmt', statement],
  ] as [string, Encodable][]);
  expect(faultOf(new SoftwareAuthenticator(site).register({ challenge, attestation }))).toBe(null);
});

const object = (members: [string, Encodable][]) => new Map(members);

describe('a registration is refused that', () => {
  test.each([
    ['answers another challenge', { challenge: 'another' }, 'challenge'],
    ['was made on another site', { origin: 'https://evil.example' }, 'origin'],
    ['belongs to another host', { rpId: 'evil.example' }, 'relying_party'],
    ['is a use', { clientData: { type: 'webauthn.get' } }, 'type'],
    ['was asked for in a frame of another site', { clientData: { crossOrigin: true } }, 'cross_origin'],
    ['nobody was there for', { flags: 4 }, 'presence'],
    ['did not ask who is there', { flags: 1 }, 'verification'],
    ['has a backup that it cannot have', { flags: 5 | 16 }, 'backup'],
    ['has bytes left over behind authenticator data', { behind: new Uint8Array(1) }, 'shape'],
    ['has an attestation that is no map', { attestation: new Map([['attStmt', 1]]) }, 'shape'],
    ['has no authenticator data', { attestation: new Map([['authData', 'x']]) }, 'shape'],
  ])('%s', (_, instead, fault) => {
    expect(faultOf(new SoftwareAuthenticator(site).register({ challenge, ...instead }))).toBe(fault);
  });

  test('made no credential, or another than the browser names', () => {
    const authenticator = new SoftwareAuthenticator(site);
    const answer = authenticator.register({ challenge });
    expect(faultOf({ ...answer, id: new Uint8Array(16) })).toBe('credential');
    const authData = authenticator.use('x').authenticatorData;
    const attestationObject = cbor(
      object([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authData],
      ]),
    );
    expect(faultOf({ ...answer, attestationObject })).toBe('credential');
  });

  test('is cut short or goes on after its end', () => {
    const answer = new SoftwareAuthenticator(site).register({ challenge });
    const whole = answer.attestationObject;
    for (let length = 0; length < whole.length; length += 1) {
      expect(faultOf({ ...answer, attestationObject: whole.slice(0, length) })).not.toBe(null);
    }
    expect(faultOf({ ...answer, attestationObject: new Uint8Array([...whole, 0]) })).toBe('shape');
  });

  test('is any bytes at all, and never fails otherwise than by a fault', () => {
    const answer = new SoftwareAuthenticator(site).register({ challenge });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(), (noise, at) => {
        expect(faultOf({ ...answer, attestationObject: noise })).not.toBe(null);
        const spoilt = Uint8Array.from(answer.attestationObject);
        spoilt.set(noise.slice(0, spoilt.length - (at % spoilt.length)), at % spoilt.length);
        faultOf({ ...answer, attestationObject: spoilt });
      }),
      { numRuns: 500 },
    );
  });
});

const cose = (members: [number, Encodable][]) => new Map(members);
const point = new SoftwareAuthenticator(site).cose;
const without = (cose: Uint8Array, from: number, ...instead: number[]) => {
  const changed = Uint8Array.from(cose);
  changed.set(instead, from);
  return changed;
};

describe('a public key is refused that', () => {
  test.each<[string, Uint8Array, string]>([
    ['is of an algorithm that we did not ask for', without(point, 4, 0x28), 'algorithm'],
    ['is not on its curve', without(point, 20, 0, 0, 0, 0), 'key'],
    ['is on another curve', without(point, 6, 2), 'key'],
    ['is no map', bytes('83 01 02 03'), 'shape'],
    [
      'lacks a coordinate',
      cbor(
        cose([
          [1, 2],
          [3, -7],
          [-1, 1],
          [-2, new Uint8Array(32)],
        ]),
      ),
      'key',
    ],
    [
      'has a member too many',
      cbor(
        cose([
          [1, 1],
          [3, -8],
          [-1, 6],
          [-2, new Uint8Array(32)],
          [4, 1],
        ]),
      ),
      'key',
    ],
    [
      'has too few bits',
      cbor(
        cose([
          [1, 3],
          [3, -257],
          [-1, new Uint8Array(128).fill(255)],
          [-2, bytes('010001')],
        ]),
      ),
      'key',
    ],
    ['goes on after its end', new Uint8Array([...point, 0]), 'shape'],
  ])('%s', (_, cose, fault) => {
    expect(codeOf(() => readCoseKey(cose))).toBe(fault);
  });
});

describe('CBOR is refused that', () => {
  test.each([
    ['has no end', 'bf ff'],
    ['has a length that is longer than what there is', 'ba ff ff ff ff'],
    ['has a length of 64 bits', 'bb 00 00 00 00 00 00 00 00'],
    ['writes a small number long', 'a1 18 01 00'],
    ['has a key twice', 'a2 01 00 01 00'],
    ['has a key that is no number and no text', 'a1 40 00'],
    ['is tagged', 'a1 01 c0 00'],
    ['holds a float', 'a1 01 f9 00 00'],
    ['holds text that is not UTF-8', 'a1 01 61 ff'],
    ['is deeper than four levels', 'a1 01 a1 01 a1 01 a1 01 a1 01 00'],
  ])('%s', (_, hex) => {
    expect(codeOf(() => readCoseKey(bytes(hex)))).toBe('shape');
  });
});

test.each(['YQ==', 'YR', 'Y Q', 'YQ+', 'a/b', 'Y'])('%s is no base64url that we would write', (text) => {
  expect(codeOf(() => fromBase64url(text))).toBe('shape');
});
