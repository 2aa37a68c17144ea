import { readAuthenticatorData } from './authenticator-data.ts';
import { isSame, toBase64url } from './bytes.ts';
import { readMap } from './cbor.ts';
import { checkFlags } from './check-flags.ts';
import { type Ceremony, checkClientData } from './client-data.ts';
import { readCoseKey } from './cose-key.ts';
import { must } from './fault.ts';

/** What a browser gives of a credential that was made. */
export interface RegistrationAnswer {
  id: Uint8Array;
  clientDataJSON: Uint8Array;
  attestationObject: Uint8Array;
}

/** A credential to keep (WebAuthn Level 3 §4, credential record); bytes as base64url. */
export interface NewCredential {
  credentialId: string;
  /** As COSE. */
  publicKey: string;
  counter: number;
  backupEligible: boolean;
  backedUp: boolean;
  aaguid: string;
}

/**
 * The credential of a registration, by the steps of WebAuthn Level 3 §7.1 in their order: client data (type, challenge, origin,
 * crossOrigin, topOrigin), the attestation object as CBOR and to its last byte, `rpIdHash`, UP, UV, BE and BS, the algorithm as one
 * that we asked for, the credential's id of at most 1023 bytes and as the browser named it. Throws `PasskeyFault`.
 *
 * We ask for attestation `none`, and rely on no statement whatever comes: it is read as far as CBOR goes and then left alone,
 * which §7.1 leaves to the relying party's policy. That no account has the credential already is for who stores it.
 */
export function verifyRegistration(answer: RegistrationAnswer, ceremony: Omit<Ceremony, 'type'>): NewCredential {
  checkClientData(answer.clientDataJSON, { ...ceremony, type: 'webauthn.create' });
  const { map, end } = readMap(answer.attestationObject);
  const authData = map.get('authData');
  must(end === answer.attestationObject.length && authData instanceof Uint8Array, 'shape');
  must(typeof map.get('fmt') === 'string' && map.get('attStmt') instanceof Map, 'shape');
  const data = readAuthenticatorData(authData);
  checkFlags(data, ceremony.rpId);
  const { made } = data;
  must(made !== null && isSame(made.id, answer.id), 'credential');
  readCoseKey(made.coseKey);
  return {
    credentialId: toBase64url(made.id),
    publicKey: toBase64url(made.coseKey),
    counter: data.counter,
    backupEligible: data.backupEligible,
    backedUp: data.backedUp,
    aaguid: Buffer.from(made.aaguid).toString('hex'),
  };
}
