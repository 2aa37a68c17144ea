import { expect, it, test } from 'vitest';
import { evaluateCondition } from './batch-condition.ts';
import type { BatchCondition, BatchResult } from './protocol.ts';

// Step 0 succeeded, step 1 failed, step 2 was skipped.
const result = { cols: [], rows: [], affected_row_count: 0, last_insert_rowid: null };
const sofar: BatchResult = { step_results: [result, null, null], step_errors: [null, { message: '', code: '' }, null] };
const ok = (step: number): BatchCondition => ({ type: 'ok', step });
const error = (step: number): BatchCondition => ({ type: 'error', step });

test.each<[BatchCondition, boolean]>([
  [ok(0), true],
  [ok(1), false],
  [ok(2), false],
  [error(0), false],
  [error(1), true],
  [error(2), false],
  [{ type: 'not', cond: ok(1) }, true],
  [{ type: 'and', conds: [ok(0), error(1)] }, true],
  [{ type: 'and', conds: [ok(0), ok(1)] }, false],
  [{ type: 'and', conds: [] }, true],
  [{ type: 'or', conds: [ok(1), error(1)] }, true],
  [{ type: 'or', conds: [] }, false],
  [{ type: 'is_autocommit' }, true],
])('%o is %s', (condition, expected) => {
  expect(evaluateCondition(condition, sofar, true)).toBe(expected);
});

it('refuses a condition on a step that has not run yet', () => {
  expect(() => evaluateCondition(ok(3), sofar, true)).toThrow('step 3');
});
