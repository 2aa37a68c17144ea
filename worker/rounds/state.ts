import type { rounds } from '../db/province/rounds.ts';
import type { submissions } from '../db/province/submissions.ts';

type Times = Pick<typeof rounds.$inferSelect, 'openedAt' | 'closesAt' | 'closedAt' | 'archivedAt'>;
type Extension = Pick<typeof submissions.$inferSelect, 'extendedUntil'>;

export const roundStates = ['draft', 'open', 'closed', 'archived'] as const;
export type RoundState = (typeof roundStates)[number];

/** A round's state follows from its timestamps: it closes by itself at `closesAt`. */
export function roundState(round: Times, now: string): RoundState {
  if (round.openedAt === null) return 'draft';
  if (round.archivedAt !== null) return 'archived';
  return round.closedAt !== null || (round.closesAt !== null && round.closesAt <= now) ? 'closed' : 'open';
}

/**
 * The first instant at which nothing is taken from a commune any more, or null. Its own extension holds before the round's end;
 * closing by hand takes all extensions away, so that one that is there was given since (rounds/store.ts).
 */
export const closingInstant = ({ closesAt, closedAt }: Times, { extendedUntil }: Extension): string | null =>
  extendedUntil ?? closedAt ?? closesAt;

/** Whether a commune may write now. */
export function isOpenFor(round: Times, submission: Extension, now: string): boolean {
  if (round.openedAt === null || round.archivedAt !== null) return false;
  const end = closingInstant(round, submission);
  return end === null || now < end;
}

/** The first instant that is late for a commune: the round's, or its extension's where that gives more time; null without any. */
export const lateFrom = ({ dueAt }: { dueAt: string | null }, { extendedUntil }: Extension): string | null =>
  dueAt !== null && extendedUntil !== null && extendedUntil > dueAt ? extendedUntil : dueAt;

/** Whether what a commune hands in now is after the deadline that holds for it. */
export function isLate(round: { dueAt: string | null }, extension: Extension, now: string): boolean {
  const due = lateFrom(round, extension);
  return due !== null && due <= now;
}
