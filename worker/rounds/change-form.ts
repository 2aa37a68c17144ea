import { consequencesOf, diffDefinitions } from '../../forms/index.ts';
import type { FormVersionRow } from '../forms/wire.ts';
import { Problem } from '../http/problem.ts';
import { refuseForm } from './create-round.ts';
import { roundState } from './state.ts';
import { decideAct } from './transitions.ts';
import type { RoundRow } from './wire.ts';

interface State {
  round: RoundRow;
  /** The version that the round has. */
  current: FormVersionRow;
  next: FormVersionRow | undefined;
}

export interface FormChange {
  from: string;
  to: string;
  /** What follows for answers and scores, for the event and for whoever decided it. */
  consequences: { vi: string; en: string }[];
}

/**
 * Gives an open round another published version of its form. Answers are stored by the version that they were given to until they
 * are saved again, and taken over to the round's whenever they are read. Null when the round has that version already.
 */
export function changeForm({ round, current, next }: State, now: string): FormChange | Problem | null {
  const decision = decideAct(roundState(round, now), 'changeForm');
  if (decision instanceof Problem) return decision;
  const refusal = refuseForm(next);
  if (refusal || !next) return refusal ?? new Problem('form_unknown');
  if (next.id === current.id) return null;
  if (next.formId !== current.formId) return new Problem('form_differs');
  const consequences = consequencesOf(diffDefinitions(current.document, next.document));
  return { from: current.id, to: next.id, consequences };
}
