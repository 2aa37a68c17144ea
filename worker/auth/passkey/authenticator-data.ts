import { readMap } from './cbor.ts';
import { must } from './fault.ts';

/** What an authenticator says of itself and of what it did (WebAuthn Level 3 §6.1). */
export interface AuthenticatorData {
  rpIdHash: Uint8Array;
  userPresent: boolean;
  userVerified: boolean;
  backupEligible: boolean;
  backedUp: boolean;
  /** How often it has signed; 0 for ever where it does not count. */
  counter: number;
  /** The credential that was made (§6.5.1), null where one was used. */
  made: { aaguid: Uint8Array; id: Uint8Array; coseKey: Uint8Array } | null;
}

const USER_PRESENT = 1;
const USER_VERIFIED = 4;
const BACKUP_ELIGIBLE = 8;
const BACKED_UP = 16;
const MADE = 64;
const EXTENSIONS = 128;

/** 32 bytes of hash, one of flags, four of the counter. */
const HEAD = 37;
/** The longest identifier that a credential may have (§4, credential ID). */
const LONGEST_ID = 1023;

function madeIn(bytes: Uint8Array): { made: AuthenticatorData['made']; end: number } {
  must(bytes.length >= HEAD + 18, 'shape');
  const length = (bytes[HEAD + 16]! << 8) | bytes[HEAD + 17]!;
  const keyAt = HEAD + 18 + length;
  must(length > 0 && length <= LONGEST_ID && keyAt < bytes.length, 'shape');
  const { end } = readMap(bytes, keyAt);
  const made = {
    aaguid: bytes.slice(HEAD, HEAD + 16),
    id: bytes.slice(HEAD + 18, keyAt),
    coseKey: bytes.slice(keyAt, end),
  };
  return { made, end };
}

/** Reads authenticator data to their last byte: what is left over, or missing, is a fault of `shape`. */
export function readAuthenticatorData(bytes: Uint8Array): AuthenticatorData {
  must(bytes.length >= HEAD, 'shape');
  const flags = bytes[32]!;
  const has = (flag: number) => (flags & flag) !== 0;
  const { made, end } = has(MADE) ? madeIn(bytes) : { made: null, end: HEAD };
  must((has(EXTENSIONS) ? readMap(bytes, end).end : end) === bytes.length, 'shape');
  return {
    rpIdHash: bytes.slice(0, 32),
    userPresent: has(USER_PRESENT),
    userVerified: has(USER_VERIFIED),
    backupEligible: has(BACKUP_ELIGIBLE),
    backedUp: has(BACKED_UP),
    counter: new DataView(bytes.buffer, bytes.byteOffset).getUint32(33),
    made,
  };
}
