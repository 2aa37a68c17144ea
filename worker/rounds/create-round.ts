import type * as v from 'valibot';
import { newId } from '../db/id.ts';
import { Problem } from '../http/problem.ts';
import { datesToCome } from './schedule.ts';
import type { NewRound, RoundRow } from './wire.ts';

/** What a round refers to, as it stands in the database. */
export interface Referred {
  version: { publishedAt: string | null } | undefined;
  /** Of the earlier rounds that the command names, those that were opened. */
  openedRounds: ReadonlySet<string>;
}

interface Earlier {
  previousRoundId?: string | null | undefined;
  baselineRoundId?: string | null | undefined;
}

/** The earlier rounds that a command names, with the path of each. */
export const earlierRoundsOf = ({ previousRoundId, baselineRoundId }: Earlier) =>
  Object.entries({ previousRoundId, baselineRoundId }).flatMap(([path, id]) => (id ? [{ path, id }] : []));

/** Earlier rounds must have been opened: a draft holds nothing to compare with. */
export function refuseEarlier(openedRounds: ReadonlySet<string>, command: Earlier): Problem | null {
  const unknown = earlierRoundsOf(command).filter(({ id }) => !openedRounds.has(id));
  if (unknown.length === 0) return null;
  return new Problem(
    'round_unknown',
    unknown.map(({ path, id }) => ({ path, code: 'round_unknown', detail: id })),
  );
}

/** The form version must be published, because answers are only ever given to what cannot change. */
export function refuseForm(version: Referred['version']): Problem | null {
  if (!version) return new Problem('form_unknown');
  return version.publishedAt === null ? new Problem('form_not_published') : null;
}

export function createRound(
  { version, openedRounds }: Referred,
  { period, deadline, opensAt, lateSubmissions, closesAt, ...command }: v.InferOutput<typeof NewRound>,
  now: string,
): RoundRow | Problem {
  const refusal = refuseEarlier(openedRounds, command) ?? refuseForm(version);
  if (refusal) return refusal;
  const dates = datesToCome({ opensAt, deadline, lateSubmissions, closesAt }, now);
  if (dates instanceof Problem) return dates;
  return {
    ...command,
    ...dates,
    id: newId(),
    periodFrom: period?.from ?? null,
    periodTo: period?.to ?? null,
    openedAt: null,
    closedAt: null,
    archivedAt: null,
    purgedAt: null,
    unitsHash: null,
    revision: 1,
    resultsVersion: 0,
    createdAt: now,
  };
}
