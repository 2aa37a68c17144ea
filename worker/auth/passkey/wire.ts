import * as v from 'valibot';
import { fromBase64url, toBase64url } from './bytes.ts';
import { CHALLENGE_SECONDS } from './challenge.ts';
import { ALGORITHMS } from './cose-key.ts';
import { PasskeyFault } from './fault.ts';
import type { RelyingParty } from './relying-party.ts';
import type { AssertionAnswer } from './verify-assertion.ts';
import type { RegistrationAnswer } from './verify-registration.ts';

/** More than any attestation that was ever seen, in characters. */
const LONGEST = 32_768;

const bytes = v.pipe(v.string(), v.maxLength(LONGEST), v.transform(fromBase64url));

/** `RegistrationResponseJSON` and `AuthenticationResponseJSON` (WebAuthn Level 3 §5.1), as far as we read them. */
const registration = v.object({
  id: bytes,
  type: v.literal('public-key'),
  response: v.object({
    clientDataJSON: bytes,
    attestationObject: bytes,
    transports: v.optional(v.array(v.string()), []),
  }),
});
const assertion = v.object({
  id: bytes,
  type: v.literal('public-key'),
  response: v.object({
    clientDataJSON: bytes,
    authenticatorData: bytes,
    signature: bytes,
    userHandle: v.nullish(bytes, null),
  }),
});

function read<Schema extends v.GenericSchema>(schema: Schema, json: string): v.InferOutput<Schema> {
  try {
    const { success, output } = v.safeParse(schema, JSON.parse(json));
    if (success) return output;
  } catch {
    // Not JSON, or not base64url.
  }
  throw new PasskeyFault('shape');
}

const TRANSPORTS = new Set(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb']);

/** What the form of a new passkey brings. Throws `shape`. */
export function readRegistration(json: string): RegistrationAnswer & { transports: string[] } {
  const { id, response } = read(registration, json);
  return { id, ...response, transports: response.transports.filter((name) => TRANSPORTS.has(name)) };
}

/** What the form of a passkey that is used brings. Throws `shape`. */
export function readAssertion(json: string): AssertionAnswer {
  const { id, response } = read(assertion, json);
  return { id, ...response };
}

const timeout = CHALLENGE_SECONDS * 1000;

/** `PublicKeyCredentialRequestOptionsJSON`: whoever has a passkey for us chooses it themselves, and is asked who they are. */
export const useOptions = (challenge: string, { rpId }: RelyingParty) => ({
  challenge,
  rpId,
  timeout,
  userVerification: 'required',
});

/** Known to authenticators by these bytes, which say nothing about the person. */
const userHandle = (userId: string) => toBase64url(new TextEncoder().encode(userId));

/** `PublicKeyCredentialCreationOptionsJSON`: one that its device finds by itself, on a device that has none of the person's yet. */
export const makeOptions = (
  challenge: string,
  { rpId }: RelyingParty,
  { id, email, name }: { id: string; email: string; name: string },
  has: string[],
) => ({
  challenge,
  rp: { id: rpId, name: 'Địa Bàn' },
  user: { id: userHandle(id), name: email, displayName: name },
  pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
  excludeCredentials: has.map((credentialId) => ({ type: 'public-key', id: credentialId })),
  authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
  attestation: 'none',
  timeout,
});
