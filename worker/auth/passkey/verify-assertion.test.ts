import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sha256, toBase64url } from './bytes.ts';
import { PasskeyFault } from './fault.ts';
import { type Algorithm, cbor, SoftwareAuthenticator } from './fixture.ts';
import { type AssertionAnswer, verifyAssertion } from './verify-assertion.ts';
import { verifyRegistration } from './verify-registration.ts';

const site = { rpId: 'diaban.example.vn', origin: 'https://diaban.example.vn' };
const ceremony = { ...site, challenge: 'a challenge that we gave'.replaceAll(' ', '_') };
const { challenge } = ceremony;
const userId = '0199a2b4-0000-7000-8000-00000000000a';

function registered(algorithm: Algorithm = 'ES256', instead: { flags?: number; counter?: number } = {}) {
  const authenticator = new SoftwareAuthenticator(site, algorithm);
  return {
    authenticator,
    known: { ...verifyRegistration(authenticator.register({ challenge, ...instead }), ceremony), userId },
  };
}

/** The fault that a use meets; null when it is let in. */
function faultOf(answer: AssertionAnswer, known: Parameters<typeof verifyAssertion>[1], at = ceremony): string | null {
  try {
    verifyAssertion(answer, known, at);
    return null;
  } catch (error) {
    if (error instanceof PasskeyFault) return error.code;
    throw error;
  }
}

test.each(['ES256', 'EdDSA', 'RS256'] as const)('a use of a %s credential lets its person in', (algorithm) => {
  const { authenticator, known } = registered(algorithm);
  expect(verifyAssertion(authenticator.use(userId, { challenge, counter: 7 }), known, ceremony)).toEqual({
    counter: 7,
    backedUp: false,
  });
});

describe('a use is refused that', () => {
  const { authenticator, known } = registered();
  const wrong: [string, Parameters<SoftwareAuthenticator['use']>[1], string][] = [
    ['answers another challenge', { challenge: 'another' }, 'challenge'],
    ['was made on another site', { origin: 'https://diaban.example.vn.evil.example' }, 'origin'],
    ['was made on our host over another port', { origin: 'https://diaban.example.vn:8443' }, 'origin'],
    ['belongs to another host', { rpId: 'example.vn' }, 'relying_party'],
    ['is a registration', { clientData: { type: 'webauthn.create' } }, 'type'],
    ['was asked for in a frame of another site', { clientData: { crossOrigin: true } }, 'cross_origin'],
    ['names a page around it', { clientData: { topOrigin: 'https://evil.example' } }, 'cross_origin'],
    ['nobody was there for', { flags: 4 }, 'presence'],
    ['did not ask who is there', { flags: 1 }, 'verification'],
    ['has a backup that it cannot have', { flags: 5 | 16 }, 'backup'],
    ['can be backed up although it could not be when it was made', { flags: 5 | 8 }, 'backup'],
    ['has bytes left over behind it', { behind: new Uint8Array([0]) }, 'shape'],
    ['says that extensions follow, and none do', { flags: 5 | 128 }, 'shape'],
  ];
  test.each(wrong)('%s', (_, instead, fault) => {
    expect(faultOf(authenticator.use(userId, { challenge, ...instead }), known)).toBe(fault);
  });

  test('is of somebody else’s credential, or says that it is of somebody else', () => {
    const other = registered();
    expect(faultOf(other.authenticator.use(userId, { challenge }), known)).toBe('credential');
    expect(faultOf({ ...other.authenticator.use(userId, { challenge }), id: authenticator.id }, known)).toBe(
      'signature',
    );
    expect(faultOf(authenticator.use('somebody-else', { challenge }), known)).toBe('person');
    expect(faultOf({ ...authenticator.use(userId, { challenge }), userHandle: null }, known)).toBe('person');
  });

  test('has client data that are not JSON in UTF-8', () => {
    const answer = authenticator.use(userId, { challenge });
    for (const text of ['', 'null', '"x"', '{', '\xff']) {
      expect(faultOf({ ...answer, clientDataJSON: new Uint8Array(Buffer.from(text, 'latin1')) }, known)).toMatch(
        /shape|type/,
      );
    }
  });
});

test('extensions behind authenticator data are read over, to their last byte', () => {
  const { authenticator, known } = registered();
  const extensions = cbor(new Map([['credProtect', 2]]));
  const flags = 5 | 128;
  expect(faultOf(authenticator.use(userId, { challenge, flags, behind: extensions }), known)).toBe(null);
  const longer = Buffer.concat([extensions, Buffer.from([0])]);
  expect(faultOf(authenticator.use(userId, { challenge, flags, behind: longer }), known)).toBe('shape');
});

test.each([
  [0, 0, null],
  [3, 4, null],
  [0, 1, null],
  [4, 4, 'counter'],
  [5, 4, 'counter'],
  [1, 0, 'counter'],
])('a counter that stood at %i and says %i: %s', (stood, says, fault) => {
  const { authenticator, known } = registered();
  expect(faultOf(authenticator.use(userId, { challenge, counter: says }), { ...known, counter: stood })).toBe(fault);
});

test('a credential that can be backed up says each time whether it is', () => {
  const { authenticator, known } = registered('ES256', { flags: 5 | 8 });
  expect(known).toMatchObject({ backupEligible: true, backedUp: false });
  expect(verifyAssertion(authenticator.use(userId, { challenge, flags: 5 | 8 | 16 }), known, ceremony).backedUp).toBe(
    true,
  );
});

test('ES256 signatures of every length are taken: r and s with a high bit, and short ones', () => {
  const { authenticator, known } = registered();
  const answer = authenticator.use(userId, { challenge });
  const data = Buffer.concat([answer.authenticatorData, sha256(answer.clientDataJSON)]);
  const seen = new Map<string, Uint8Array>();
  // 33 bytes begin with a zero before a high bit; fewer than 32 are a number that happens to be small.
  while (!['33/33', '33/32', '32/33', '32/32', 'short r', 'short s'].every((shape) => seen.has(shape))) {
    const signature = authenticator.sign(data);
    const r = signature[3]!;
    const s = signature[5 + r]!;
    seen.set(r < 32 ? 'short r' : s < 32 ? 'short s' : `${r}/${s}`, signature);
  }
  for (const [shape, signature] of seen)
    expect([shape, faultOf({ ...answer, signature }, known)]).toEqual([shape, null]);
});

test('a signature that is written in another way than DER’s only one is refused', () => {
  const { authenticator, known } = registered();
  const answer = authenticator.use(userId, { challenge });
  const [, length, ...rest] = answer.signature;
  const longForm = new Uint8Array([0x30, 0x81, length!, ...rest]);
  const trailing = new Uint8Array([...answer.signature, 0]);
  for (const signature of [longForm, trailing, new Uint8Array(), new Uint8Array(64)]) {
    expect(faultOf({ ...answer, signature }, known)).toBe('signature');
  }
});

test.each(['ES256', 'EdDSA', 'RS256'] as const)(
  'no changed, missing or added byte of a %s use lets anybody in',
  (algorithm) => {
    const { authenticator, known } = registered(algorithm);
    const answer = authenticator.use(userId, { challenge, counter: 9 });
    const parts = ['id', 'clientDataJSON', 'authenticatorData', 'signature', 'userHandle'] as const;
    fc.assert(
      fc.property(fc.constantFrom(...parts), fc.nat(), fc.integer({ min: 1, max: 255 }), (part, at, mask) => {
        const bytes = Uint8Array.from(answer[part]);
        bytes[at % bytes.length]! ^= mask;
        expect(faultOf({ ...answer, [part]: bytes }, known)).not.toBe(null);
        expect(faultOf({ ...answer, [part]: answer[part].slice(0, at % bytes.length) }, known)).not.toBe(null);
        expect(faultOf({ ...answer, [part]: new Uint8Array([...answer[part], mask]) }, known)).not.toBe(null);
      }),
      { numRuns: 300 },
    );
    expect(faultOf(answer, known)).toBe(null);
    expect(toBase64url(answer.id)).toBe(known.credentialId);
  },
);
