import { Problem } from '../http/problem.ts';
import { type Snapshot, snapshotAt } from './compare.ts';
import type { UnitHistory } from './history-store.ts';

const STEP = 'submission:';

/**
 * One side of a comparison by its name: a revision's number, 0 being the time before the first; `submission:{stepId}`, what was
 * handed in then; or `previous-round`.
 */
export function findSide(
  { revisions, steps, previous, previousPurgedAt, unit }: UnitHistory,
  name: string,
): Snapshot | Problem {
  if (name === 'previous-round') {
    if (previousPurgedAt !== null) return new Problem('answers_purged');
    return previous ?? new Problem('revision_unknown');
  }
  if (name.startsWith(STEP)) {
    const step = steps.find(({ id, kind }) => kind === 'submit' && id === name.slice(STEP.length));
    return step ? snapshotAt(revisions, step.revisions?.[unit.unitId] ?? 0) : new Problem('revision_unknown');
  }
  const revision = Number(name);
  return revision <= (revisions.at(-1)?.revision ?? 0)
    ? snapshotAt(revisions, revision)
    : new Problem('revision_unknown');
}
