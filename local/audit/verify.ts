import {
  type Checkpoint,
  chainEvent,
  chainSeal,
  eventHash,
  genesis,
  isOverUnproved,
  isSigned,
  type LoggedEvent,
  PRINT,
  type Seal,
  secretNamed,
} from '../../worker/audit/chain.ts';
import { Reader } from './reader.ts';

export interface Log {
  /** `control`, or a province's code. */
  database: string;
  /** The code that the log began under, where it was restored from a backup under another. */
  origin?: string | undefined;
  events: AsyncIterable<LoggedEvent>;
  seals: AsyncIterable<Seal>;
  missingGuards: string[];
  /** The highest number that an event ever had. */
  highest: number;
}

/** A seal as the registry's log noted it. */
export interface NotedSeal {
  seal: number;
  hash: string;
  /** When. */
  at: string;
}

export interface Against {
  /** The secrets that may have signed, today's and those before it; none leaves signatures unchecked. */
  secrets: string[];
  checkpoint?: Pick<Checkpoint, 'seal' | 'hash'> | undefined;
  /** Of a province: the seals that the registry's log has noted (worker/audit/note-heads.ts). */
  noted?: readonly NotedSeal[];
  /** Told now and then how many events were read. */
  onProgress?: (events: number) => void;
}

export interface Verified {
  database: string;
  /** The first thing that is not as it was written, as a sentence; null when all is. */
  fault: string | null;
  events: number;
  seals: number;
  /** Events after the last seal: numbered without a gap, but not proven yet. */
  unsealed: number;
}

/** What was found, carried up to where the result is put together. */
class Fault extends Error {}

const PROGRESS = 50_000;

const named = ({ seq, id, act, subject, at }: LoggedEvent) => `event ${seq} (${act} on ${subject}, ${at}, id ${id})`;

const printsOf = ({ prints }: Seal): string[] => prints.match(new RegExp(`.{1,${PRINT}}`, 'g')) ?? [];

/** Why an event does not stand where its print does. */
function misplaced(seal: Seal, prints: string[], at: number, event: LoggedEvent, print: string, next: string): Fault {
  const was = prints.indexOf(print);
  if (was >= 0) {
    const missing = next === prints[was + 1] && was === at + 1;
    return missing
      ? new Fault(
          `The event that was sealed as number ${seal.firstSeq + at} is missing; ${named(event)} took its place.`,
        )
      : new Fault(`${named(event)} was sealed as number ${seal.firstSeq + was}: events were reordered.`);
  }
  const verb = next === prints[at] ? 'was inserted' : 'was changed';
  return new Fault(`${named(event)} ${verb} after it was sealed.`);
}

/** The chain through the events of one seal. Throws a fault at the first that is not as it was sealed. */
async function throughSeal(reader: Reader, seal: Seal, before: string, progress: () => void): Promise<string> {
  const prints = printsOf(seal);
  let hash = before;
  for (let at = 0; at <= seal.lastSeq - seal.firstSeq; at += 1) {
    const seq = seal.firstSeq + at;
    const event = await reader.take();
    if (!event || event.seq > seq) throw new Fault(`Event ${seq} is missing from among those of seal ${seal.number}.`);
    if (event.seq < seq) throw new Fault(`${named(event)} was inserted: there was no such number.`);
    const ofEvent = eventHash(event);
    const print = ofEvent.slice(0, PRINT);
    if (print !== prints[at]) {
      const next = await reader.peek();
      throw misplaced(seal, prints, at, event, print, next ? eventHash(next).slice(0, PRINT) : '');
    }
    hash = chainEvent(hash, seq, ofEvent);
    progress();
  }
  return chainSeal(hash, seal);
}

/** Every seal with the events before it, in order; gives how many there are, and whether the last is signed by one of the secrets. */
async function throughSeals(reader: Reader, log: Log, { secrets, checkpoint, noted = [], onProgress }: Against) {
  const notedOf = new Map(noted.map((each) => [each.seal, each]));
  const names = new Set([log.database, log.origin ?? log.database]);
  let hash = genesis(log.origin ?? log.database);
  let [seals, lastSeq, signed] = [0, 0, true];
  const progress = () => void (reader.count % PROGRESS === 0 && onProgress?.(reader.count));
  for await (const seal of log.seals) {
    seals += 1;
    if (seal.number !== seals) throw new Fault(`Seal ${seals} is missing.`);
    if (seal.firstSeq !== lastSeq + 1) throw new Fault(`Event ${lastSeq + 1} was missing when seal ${seals} was made.`);
    hash = await throughSeal(reader, seal, hash, progress);
    if (hash !== seal.hash) {
      throw new Fault(`Seal ${seals}, over the events ${seal.firstSeq} to ${seal.lastSeq}, is not as it was made.`);
    }
    if (isOverUnproved(seal) && !signed) {
      throw new Fault(
        `Seal ${seals - 1} was not signed by this service: the log may have been written anew up to there. If the secret was changed then, give the former one.`,
      );
    }
    signed = [...names].some((name) => isSigned(name, seal, secrets));
    if (!signed && secretNamed(secrets, seal)) {
      throw new Fault(`Seal ${seals} is not signed by this service: the log was written anew from there or before.`);
    }
    if (checkpoint?.seal === seals && checkpoint.hash !== hash) {
      throw new Fault(`Seal ${seals} is not the one of the checkpoint: the log was written anew.`);
    }
    const ofRegistry = notedOf.get(seals);
    if (ofRegistry && ofRegistry.hash !== hash) {
      throw new Fault(
        `Seal ${seals} is not the one that the registry noted on ${ofRegistry.at}: the log was written anew.`,
      );
    }
    lastSeq = seal.lastSeq;
  }
  return { seals, lastSeq, signed };
}

/** The events that no seal covers yet: they can only be counted, and be without a gap. */
async function throughTail(reader: Reader, from: number, highest: number): Promise<number> {
  let expected = from;
  for (let event = await reader.take(); event; event = await reader.take()) {
    if (event.seq !== expected) throw new Fault(`Event ${expected} is missing; it was not sealed yet.`);
    expected += 1;
  }
  if (highest >= expected) throw new Fault(`Events ${expected} to ${highest} are missing from the end.`);
  return expected - from;
}

/**
 * Proves that a log is as it was written, up to its last seal: no event changed, missing, inserted or moved, no seal either. Reads
 * every event once and keeps none.
 */
export async function verifyLog(log: Log, against: Against): Promise<Verified> {
  const { database, missingGuards, highest } = log;
  const { secrets, checkpoint, noted = [] } = against;
  const reader = new Reader(log.events);
  const result = { database, fault: null as string | null, events: 0, seals: 0, unsealed: 0 };
  try {
    const { seals, lastSeq, signed } = await throughSeals(reader, log, against);
    result.seals = seals;
    result.unsealed = await throughTail(reader, lastSeq + 1, highest);
    if (checkpoint && checkpoint.seal > seals) {
      throw new Fault(
        `Seal ${checkpoint.seal} of the checkpoint is missing: the log was cut off behind event ${lastSeq}.`,
      );
    }
    const missing = noted.find(({ seal }) => seal > seals);
    if (missing) {
      throw new Fault(
        `Seal ${missing.seal}, which the registry noted on ${missing.at}, is missing: the log was cut off behind event ${lastSeq}.`,
      );
    }
    if (secrets.length > 0 && !signed) throw new Fault(`Seal ${seals} is signed with a secret that was not given.`);
    if (missingGuards.length > 0) throw new Fault(`What forbids changes was taken away: ${missingGuards.join(', ')}.`);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    result.fault = error.message;
  }
  result.events = reader.count;
  return result;
}
