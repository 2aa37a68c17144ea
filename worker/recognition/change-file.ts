import type { Context } from 'hono';
import type { Writing } from '../audit/event.ts';
import type { App } from '../env.ts';
import { revisionTag } from '../http/if-match.ts';
import { accept, Problem } from '../http/problem.ts';
import { writing } from '../http/writing.ts';
import type { MaintenanceState } from './maintain.ts';
import { fileState, insertStep } from './store.ts';
import type { TakenStep } from './take-step.ts';
import { writeOrExplain } from './write-or-explain.ts';

interface Change {
  fileId: string;
  /** The day of the decision, YYYY-MM-DD. */
  decisionDate: string;
  /** The round that a maintenance rests on. */
  laterRoundId?: string;
}

/** Takes the step that `decide` decides on, and answers with what became of the file. */
export async function changeFile(
  c: Context<App>,
  { fileId, decisionDate, laterRoundId }: Change,
  decide: (state: MaintenanceState, by: Writing) => TakenStep | Problem,
) {
  const { db } = c.get('tenant');
  const by = writing(c);
  const decided = async () => {
    const state = await fileState(db, fileId, decisionDate, laterRoundId ?? null);
    if (!state) throw new Problem('recognition_unknown');
    return { file: state.file, taken: accept(decide(state, by)) };
  };
  const { file, taken } = await decided();
  await writeOrExplain(() => insertStep(db, file, taken, by), decided);
  const revision = file.revision + 1;
  c.header('ETag', revisionTag(revision));
  return c.json({ id: file.id, unitId: file.unitId, state: taken.row.step, revision });
}
