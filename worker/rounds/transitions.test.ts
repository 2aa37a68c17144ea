import { expect, test } from 'vitest';
import { Problem } from '../http/problem.ts';
import { roundStates } from './state.ts';
import { decideAct, roundActs } from './transitions.ts';

// Written out a second time on purpose, state by state, as a province would say it.
const expected = {
  draft: {
    open: 'change',
    close: 'round_not_open',
    reopen: 'round_not_open',
    archive: 'round_not_open',
    delete: 'change',
    addUnits: 'round_not_open',
    changeForm: 'round_not_open',
    extend: 'round_not_open',
    edit: 'change',
    recompute: 'round_not_open',
  },
  open: {
    open: 'round_already_opened',
    close: 'change',
    reopen: 'nothing',
    archive: 'round_still_open',
    delete: 'round_already_opened',
    addUnits: 'change',
    changeForm: 'change',
    extend: 'change',
    edit: 'change',
    recompute: 'change',
  },
  closed: {
    open: 'round_already_opened',
    close: 'nothing',
    reopen: 'change',
    archive: 'change',
    delete: 'round_already_opened',
    addUnits: 'round_closed',
    changeForm: 'round_closed',
    extend: 'change',
    edit: 'change',
    recompute: 'change',
  },
  archived: {
    open: 'round_already_opened',
    close: 'nothing',
    reopen: 'round_archived',
    archive: 'nothing',
    delete: 'round_already_opened',
    addUnits: 'round_archived',
    changeForm: 'round_archived',
    extend: 'round_archived',
    edit: 'round_archived',
    recompute: 'round_archived',
  },
};

test.each(roundStates.flatMap((state) => roundActs.map((act) => [state, act, expected[state][act]] as const)))(
  'a round that is %s and is to %s: %s',
  (state, act, outcome) => {
    const decision = decideAct(state, act);
    expect(decision instanceof Problem ? decision.code : decision).toBe(outcome);
  },
);
