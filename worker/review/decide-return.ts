import { Problem, type ProblemError } from '../http/problem.ts';
import { refuseExtension } from '../rounds/extend.ts';
import { isOpenFor } from '../rounds/state.ts';
import { type ReviewState, refuseReview } from './review-state.ts';

/** What is to be looked at again: at one question, at a unit, or in the whole file. */
export interface ReturnComment {
  unitId?: string | undefined;
  question?: string | undefined;
  text: string;
}

export interface ReturnCommand {
  revision: number;
  comments: ReturnComment[];
  /** An extension for the correction: the first instant that is too late. Without one the round's own end holds. */
  editableUntil?: string | undefined;
}

export interface ReturnChange {
  comments: ReturnComment[];
  extendedUntil: string | null;
}

/** The file goes back to the commune: what is to be corrected, and until when that can be done. */
export function decideReturn(state: ReviewState, command: ReturnCommand, now: string): ReturnChange | Problem {
  const refusal = refuseReview(state, 'return', command.revision);
  if (refusal) return refusal;
  if (state.inRecognition) return new Problem('state_not_allowed');

  const errors = command.comments.flatMap((comment, i) => faultsOf(state, comment, `comments.${i}`));
  const { editableUntil } = command;
  if (editableUntil !== undefined && editableUntil <= now) {
    errors.push({ path: 'editableUntil', code: 'in_the_past', detail: editableUntil });
  }
  if (errors.length > 0) return new Problem('invalid_request', errors);

  const notLonger = editableUntil === undefined ? null : refuseExtension(state.round, editableUntil, now);
  if (notLonger) return notLonger;

  const extendedUntil = editableUntil ?? state.submission.extendedUntil;
  // A file that nobody can open to correct it would be lost.
  if (!isOpenFor(state.round, { extendedUntil }, now)) return new Problem('editing_end_needed');
  return { comments: command.comments, extendedUntil };
}

function faultsOf({ units, version }: ReviewState, comment: ReturnComment, path: string): ProblemError[] {
  const { unitId, question } = comment;
  const unit = units.find((unit) => unit.unitId === unitId);
  if (unitId !== undefined && !unit) return [{ path: `${path}.unitId`, code: 'unit_unknown', detail: unitId }];
  const sections = version.document.sections.filter(({ level }) => !unit || level === unit.level);
  const isAsked = sections.some(({ questions }) => questions.some(({ name }) => name === question));
  if (question === undefined || isAsked) return [];
  return [{ path: `${path}.question`, code: 'question_unknown', detail: question }];
}
