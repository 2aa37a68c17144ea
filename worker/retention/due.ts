import { addDays, endOfDay, localDay } from '../db/local-time.ts';
import { roundState } from '../rounds/state.ts';
import type { RoundRow } from '../rounds/wire.ts';
import type { Settings } from '../settings/store.ts';

/** Between a change of the setting and the first deletion that follows from it, so that a slip of the hand can be taken back. */
export const GRACE_DAYS = 7;

export interface RoundToKeep {
  round: RoundRow;
  /** The last instant of the extensions that communes were given; null without any. */
  extendedUntil: string | null;
}

/** What becomes of a closed round's answers. */
export interface Purge {
  round: RoundRow;
  /** The first instant at which they may be deleted. */
  from: string;
  /** A round that looks back on it and is not closed yet; until then they are kept. */
  heldBy: RoundRow | null;
}

/** The same day of the month some months later, or its last day where there is no such day. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}

/** When the last of a closed round was taken: its own end, or that of its last extension. */
function endOf({ round, extendedUntil }: RoundToKeep): string {
  const end = round.closedAt ?? round.closesAt ?? '';
  return extendedUntil !== null && extendedUntil > end ? extendedUntil : end;
}

/** The closed rounds that still have their answers, with when these go by the settings; none where answers are kept for good. */
export function purgesOf(
  rounds: readonly RoundToKeep[],
  { answersKeptMonths, answersKeptSince }: Pick<Settings, 'answersKeptMonths' | 'answersKeptSince'>,
  now: string,
): Purge[] {
  if (answersKeptMonths === null) return [];
  const graceEnds = endOfDay(addDays(localDay(answersKeptSince ?? now), GRACE_DAYS));
  const isClosed = ({ round }: RoundToKeep) => ['closed', 'archived'].includes(roundState(round, now));
  return rounds
    .filter((kept) => isClosed(kept) && kept.round.purgedAt === null && endOf(kept) <= now)
    .map((kept) => {
      const keptUntil = endOfDay(addMonths(localDay(endOf(kept)), answersKeptMonths));
      const looksBack = ({ round }: RoundToKeep) =>
        [round.previousRoundId, round.baselineRoundId].includes(kept.round.id);
      const heldBy = rounds.find((other) => looksBack(other) && !(isClosed(other) && endOf(other) <= now));
      return {
        round: kept.round,
        from: keptUntil > graceEnds ? keptUntil : graceEnds,
        heldBy: heldBy?.round ?? null,
      };
    })
    .sort((a, b) => a.from.localeCompare(b.from));
}

/** Those whose time has come. */
export const duePurges = (purges: readonly Purge[], now: string): Purge[] =>
  purges.filter(({ from, heldBy }) => heldBy === null && from <= now);
