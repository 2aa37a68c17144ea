import type { roundUnits } from '../db/province/rounds.ts';
import type { submissions } from '../db/province/submissions.ts';
import { type SubmissionState, submissionState, submissionStates } from '../submissions/state.ts';
import { fold, searchKey } from '../units/search-key.ts';
import { flagsOf, type ReviewFlag, reviewFlags } from './flags.ts';

/** A commune's file with what the queue says of it. */
export interface QueueRow {
  unit: typeof roundUnits.$inferSelect;
  submission: typeof submissions.$inferSelect;
  /** Of its villages. */
  expected: number;
  begun: number;
  cameBack: boolean;
  /** The keys of confirmed findings that the reader may know of. */
  confirmed: string[];
  ready: boolean | null;
  index: number | null;
  /** Of the inputs that were scored last. */
  scoredVersion: number;
}

export interface QueueFilter {
  state?: SubmissionState | undefined;
  communeId?: string | undefined;
  flag?: ReviewFlag | undefined;
  /** An account, or `none` for what nobody is to review yet. */
  assignedTo?: string | undefined;
  /** A part of the name or of the code, with or without accents. */
  q?: string | undefined;
}

export interface QueueItem extends QueueRow {
  state: SubmissionState;
  flags: ReviewFlag[];
}

export interface Queue {
  items: QueueItem[];
  /** How many fit the filter, on all pages. */
  total: number;
  /** Of what fits the filter but for its state and flag, so that each choice says what it would give. */
  counts: { states: Record<SubmissionState, number>; flags: Record<ReviewFlag, number> };
  nextCursor: string | null;
}

/** Where a file stands in the queue: the longest waiting first, then those not handed in, in the round's order. */
const placeOf = ({ submission, unit }: QueueRow): string =>
  `${submission.submittedAt ?? 'none'}/${String(unit.position).padStart(6, '0')}`;

/** One page of a round's queue, behind `cursor`, which is the place of the last file that was shown. */
export function queueOf(
  rows: readonly QueueRow[],
  outliers: ReadonlySet<string>,
  filter: QueueFilter,
  page: { limit: number; cursor: string | null },
): Queue {
  const wanted = fold(filter.q?.trim() ?? '');
  const files = rows
    .filter(({ unit, submission }) => {
      const { communeId, assignedTo } = filter;
      if (communeId !== undefined && unit.unitId !== communeId) return false;
      if (assignedTo !== undefined && (submission.assignedTo ?? 'none') !== assignedTo) return false;
      return searchKey(unit).includes(wanted);
    })
    .map((row) => ({
      ...row,
      state: submissionState(row.submission),
      flags: flagsOf({ ...row, isOutlier: outliers.has(row.unit.unitId) }),
    }));
  const fitting = files
    .filter(({ state }) => filter.state === undefined || state === filter.state)
    .filter(({ flags }) => filter.flag === undefined || flags.includes(filter.flag))
    .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  const { cursor } = page;
  const ahead = cursor === null ? fitting : fitting.filter((row) => placeOf(row) > cursor);
  const items = ahead.slice(0, page.limit);
  return {
    items,
    total: fitting.length,
    counts: {
      states: countOf(submissionStates, (state) => files.filter((file) => file.state === state)),
      flags: countOf(reviewFlags, (flag) => files.filter(({ flags }) => flags.includes(flag))),
    },
    nextCursor: ahead.length > items.length ? placeOf(items.at(-1)!) : null,
  };
}

const countOf = <Name extends string>(names: readonly Name[], files: (name: Name) => unknown[]) =>
  Object.fromEntries(names.map((name) => [name, files(name).length])) as Record<Name, number>;
