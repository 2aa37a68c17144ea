import type { Save, Snapshot } from './unit-sync.ts';

/** What became of an attempt to save. */
export type Outcome =
  | { kind: 'saved'; revision: number; savedAt: string }
  /** Somebody else saved first; nothing of the save was taken. */
  | { kind: 'behind'; current: Snapshot }
  /** These questions' answers will never be taken, each with the reason; none named means the whole save. */
  | { kind: 'refused'; reasons: Record<string, string> }
  /** Nothing is taken from this link now: expired, revoked, closed, handed in. */
  | { kind: 'stopped'; code: string; title: string }
  /** Nothing is known: no network, no answer in time, a server in trouble. Whether it was saved is unknown too. */
  | { kind: 'unreachable' }
  | { kind: 'busy'; retryAfterMs: number | null };

/** Sends one save of one unit. Never rejects. */
export type Transport = (unitId: string, save: Save) => Promise<Outcome>;
