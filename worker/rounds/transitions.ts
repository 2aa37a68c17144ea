import { Problem } from '../http/problem.ts';
import type { ProblemCode } from '../http/problems.ts';
import type { RoundState } from './state.ts';

/** What can be done to a round as a whole. */
export const roundActs = [
  'open',
  'close',
  'reopen',
  'archive',
  'delete',
  'addUnits',
  'changeForm',
  'extend',
  'edit',
  'recompute',
] as const;
export type RoundAct = (typeof roundActs)[number];

/** `yes`: it is done; `done`: it is so already and nothing changes; otherwise the problem that refuses it. */
type Answer = 'yes' | 'done' | ProblemCode;

/**
 * What each act does in each state: draft → open → closed → archived, and from closed back to open. Which settings an edit may
 * touch depends on the state further (edit-round.ts).
 */
const table: Record<RoundAct, Record<RoundState, Answer>> = {
  open: {
    draft: 'yes',
    open: 'round_already_opened',
    closed: 'round_already_opened',
    archived: 'round_already_opened',
  },
  close: { draft: 'round_not_open', open: 'yes', closed: 'done', archived: 'done' },
  reopen: { draft: 'round_not_open', open: 'done', closed: 'yes', archived: 'round_archived' },
  archive: { draft: 'round_not_open', open: 'round_still_open', closed: 'yes', archived: 'done' },
  delete: {
    draft: 'yes',
    open: 'round_already_opened',
    closed: 'round_already_opened',
    archived: 'round_already_opened',
  },
  addUnits: { draft: 'round_not_open', open: 'yes', closed: 'round_closed', archived: 'round_archived' },
  changeForm: { draft: 'round_not_open', open: 'yes', closed: 'round_closed', archived: 'round_archived' },
  extend: { draft: 'round_not_open', open: 'yes', closed: 'yes', archived: 'round_archived' },
  edit: { draft: 'yes', open: 'yes', closed: 'yes', archived: 'round_archived' },
  recompute: { draft: 'round_not_open', open: 'yes', closed: 'yes', archived: 'round_archived' },
};

/** Whether an act changes a round that is in this state, leaves it as it is, or is refused. */
export function decideAct(state: RoundState, act: RoundAct): 'change' | 'nothing' | Problem {
  const answer = table[act][state];
  if (answer === 'yes') return 'change';
  return answer === 'done' ? 'nothing' : new Problem(answer);
}
