import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { canonicalJson } from '../../forms/index.ts';
import { eachSecret, type Secrets } from '../tenancy/secrets.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** An event as it is chained: every column as it is stored, `detail` as the very text. */
export interface LoggedEvent {
  seq: number;
  id: string;
  at: string;
  actorKind: string;
  actorId: string;
  actorRole: string | null;
  act: string;
  subject: string;
  requestId: string;
  detail: string;
  beforeHash: string | null;
  afterHash: string | null;
}

/** What a seal says, before it is hashed and signed. */
export interface SealContent {
  number: number;
  firstSeq: number;
  lastSeq: number;
  events: number;
  prints: string;
  sealedAt: string;
  keyId: string;
}

export interface Seal extends SealContent {
  hash: string;
  signature: string;
}

/** The head of a log at one of its seals, to be kept where whoever has the database cannot change it. */
export interface Checkpoint {
  /** `control`, or a province's code. */
  database: string;
  seal: number;
  lastSeq: number;
  sealedAt: string;
  hash: string;
  keyId: string;
  signature: string;
}

export const checkpointOf = (
  database: string,
  { number, lastSeq, sealedAt, hash, keyId, signature }: Omit<Checkpoint, 'database' | 'seal'> & { number: number },
): Checkpoint => ({ database, seal: number, lastSeq, sealedAt, hash, keyId, signature });

/** Hex digits of an event's hash that its seal keeps: enough to name it, while the chain proves it. */
export const PRINT = 16;

/** SHA-256 of an event's canonical JSON. Its number is chained beside it, so that an event that was moved can be recognised. */
export function eventHash({ seq: _, ...event }: LoggedEvent): string {
  return sha256(canonicalJson(event));
}

/** Where the chain of a database begins (`control`, or a province's code): no log can pass for another's. */
export const genesis = (database: string): string => sha256(`dia-ban/audit/${database}`);

/** The chain one event further. */
export const chainEvent = (hash: string, seq: number, ofEvent: string): string => sha256(`${hash}:${seq}:${ofEvent}`);

/** The chain one seal further: the seal's own hash, on which the next event follows. */
export const chainSeal = (hash: string, { number, firstSeq, lastSeq, events, prints, sealedAt, keyId }: SealContent) =>
  sha256(`${hash}:seal:${canonicalJson({ number, firstSeq, lastSeq, events, prints, sealedAt, keyId })}`);

const sealKey = (secret: string, database: string): Uint8Array =>
  createHmac('sha256', secret).update(`dia-ban/audit-seals/${database}`).digest();

/** Which secret signs, without telling it: eight hex digits. */
export const keyIdOf = (secret: string): string =>
  createHmac('sha256', secret).update('dia-ban/audit-key').digest('hex').slice(0, 8);

/** A seal's signature: whoever has only the database can compute the chain anew, but not this. */
export const signatureOf = (secret: string, database: string, hash: string): string =>
  createHmac('sha256', sealKey(secret, database)).update(hash).digest('hex');

type Signed = Pick<Seal, 'hash' | 'keyId' | 'signature'>;

/** Behind the name of its key in a seal that was made over one which none of the service's secrets had signed. */
const UNPROVED = '!';

/** Whether a seal says that whoever made it could not tell if the service had made the one before. */
export const isOverUnproved = ({ keyId }: Pick<Seal, 'keyId'>): boolean => keyId.endsWith(UNPROVED);

/** The secret that a seal names, among those that are known. */
export const secretNamed = (secrets: readonly string[], { keyId }: Pick<Seal, 'keyId'>): string | undefined =>
  secrets.find((secret) => keyId.startsWith(keyIdOf(secret)));

/** Whether one of these secrets signed a seal. */
export function isSigned(database: string, { hash, keyId, signature }: Signed, secrets: readonly string[]): boolean {
  const secret = secretNamed(secrets, { keyId });
  if (secret === undefined) return false;
  const right = Buffer.from(signatureOf(secret, database, hash));
  const found = Buffer.from(signature);
  return right.length === found.length && timingSafeEqual(right, found);
}

/**
 * The next seal over the events that come after the last one (null for the first), in their order; at least one. It is signed with
 * the present secret. Where the last seal is signed by none of them it says so, because whoever has only the database could have
 * written the log anew up to there, and would have it vouched for by this seal.
 */
export function nextSeal(
  database: string,
  last: (Signed & Pick<Seal, 'number'>) | null,
  events: readonly LoggedEvent[],
  { secrets, now }: { secrets: Secrets; now: string },
): Seal {
  const isProved = last === null || isSigned(database, last, eachSecret(secrets));
  const hashes = events.map(eventHash);
  const before = events.reduce(
    (hash, { seq }, i) => chainEvent(hash, seq, hashes[i]!),
    last?.hash ?? genesis(database),
  );
  const content: SealContent = {
    number: (last?.number ?? 0) + 1,
    firstSeq: events[0]!.seq,
    lastSeq: events.at(-1)!.seq,
    events: events.length,
    prints: hashes.map((hash) => hash.slice(0, PRINT)).join(''),
    sealedAt: now,
    keyId: `${keyIdOf(secrets.current)}${isProved ? '' : UNPROVED}`,
  };
  const hash = chainSeal(before, content);
  return { ...content, hash, signature: signatureOf(secrets.current, database, hash) };
}
