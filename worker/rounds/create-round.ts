import type * as v from 'valibot';
import { newId } from '../db/id.ts';
import { Problem } from '../http/problem.ts';
import type { NewRound, RoundRow } from './wire.ts';

interface State {
  version: { publishedAt: string | null } | undefined;
  /** Of the earlier rounds that the command names, those that were opened. */
  openedRounds: ReadonlySet<string>;
}

/** The earlier rounds that a command names, with the path of each. */
export const earlierRoundsOf = ({ previousRoundId, baselineRoundId }: v.InferOutput<typeof NewRound>) =>
  Object.entries({ previousRoundId, baselineRoundId }).flatMap(([path, id]) => (id === null ? [] : [{ path, id }]));

/** A draft round; its form version must be published, because answers are only ever given to what cannot change. */
export function createRound(
  { version, openedRounds }: State,
  command: v.InferOutput<typeof NewRound>,
  now: string,
): RoundRow | Problem {
  const unknown = earlierRoundsOf(command).filter(({ id }) => !openedRounds.has(id));
  if (unknown.length > 0) {
    return new Problem(
      'round_unknown',
      unknown.map(({ path, id }) => ({ path, code: 'round_unknown', detail: id })),
    );
  }
  if (!version) return new Problem('form_unknown');
  if (version.publishedAt === null) return new Problem('form_not_published');
  return {
    ...command,
    id: newId(),
    periodFrom: null,
    periodTo: null,
    opensAt: null,
    deadlineDay: null,
    deadlineBound: null,
    dueAt: null,
    lateSubmissions: 'refuse',
    openedAt: null,
    closedAt: null,
    archivedAt: null,
    openingProblem: null,
    unitsHash: null,
    revision: 1,
    resultsVersion: 0,
    createdAt: now,
  };
}
