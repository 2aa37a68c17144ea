import type * as v from 'valibot';
import { newId } from '../db/id.ts';
import { Problem } from '../http/problem.ts';
import type { NewRound, RoundRow } from './wire.ts';

/** A draft round; its form version must exist and be published, because answers are only ever given to what cannot change. */
export function createRound(
  version: { publishedAt: string | null } | undefined,
  command: v.InferOutput<typeof NewRound>,
  now: string,
): RoundRow | Problem {
  if (!version) return new Problem('form_unknown');
  if (version.publishedAt === null) return new Problem('form_not_published');
  return {
    ...command,
    id: newId(),
    openedAt: null,
    closedAt: null,
    unitsHash: null,
    resultsVersion: 0,
    createdAt: now,
  };
}
