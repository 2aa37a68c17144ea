import { readAuthenticatorData } from './authenticator-data.ts';
import { fromBase64url, isSame, sha256, toBase64url } from './bytes.ts';
import { checkFlags } from './check-flags.ts';
import { type Ceremony, checkClientData } from './client-data.ts';
import { isSignedBy } from './cose-key.ts';
import { must } from './fault.ts';

/** What a browser gives of a credential that was used. */
export interface AssertionAnswer {
  id: Uint8Array;
  clientDataJSON: Uint8Array;
  authenticatorData: Uint8Array;
  signature: Uint8Array;
  /** Whose it is, as we named them when it was made; a discoverable credential always says so. */
  userHandle: Uint8Array | null;
}

/** A credential as it was kept. */
export interface KnownCredential {
  credentialId: string;
  publicKey: string;
  userId: string;
  counter: number;
  backupEligible: boolean;
}

/** What is to be remembered of its use. */
export interface CredentialUse {
  counter: number;
  backedUp: boolean;
}

/**
 * Whether a credential was used for our challenge, by the steps of WebAuthn Level 3 §7.2 in their order: the credential and the
 * person that it says it is of, client data (type, challenge, origin, crossOrigin, topOrigin), `rpIdHash`, UP, UV, BE as it was
 * when it was made and BS, the signature over authenticator data and the hash of client data, and the counter, which has to grow
 * where the authenticator counts at all: one that does not is a copy's, and refused. Throws `PasskeyFault`.
 */
export function verifyAssertion(
  answer: AssertionAnswer,
  known: KnownCredential,
  ceremony: Omit<Ceremony, 'type'>,
): CredentialUse {
  must(toBase64url(answer.id) === known.credentialId, 'credential');
  must(answer.userHandle !== null && isSame(answer.userHandle, new TextEncoder().encode(known.userId)), 'person');
  checkClientData(answer.clientDataJSON, { ...ceremony, type: 'webauthn.get' });
  const data = readAuthenticatorData(answer.authenticatorData);
  checkFlags(data, ceremony.rpId);
  must(data.made === null, 'shape');
  must(data.backupEligible === known.backupEligible, 'backup');
  const signed = Buffer.concat([answer.authenticatorData, sha256(answer.clientDataJSON)]);
  must(isSignedBy(fromBase64url(known.publicKey), signed, answer.signature), 'signature');
  const { counter, backedUp } = data;
  must((counter === 0 && known.counter === 0) || counter > known.counter, 'counter');
  return { counter, backedUp };
}
