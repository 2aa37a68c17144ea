import { ProtocolError } from './errors.ts';
import type { BatchCondition, BatchResult } from './protocol.ts';

/**
 * Whether a step of a batch is to run, given what became of the steps before it. A skipped step is neither `ok` nor
 * `error`. Throws `BATCH_CONDITION_INVALID` for a condition on a step that does not come before.
 */
export function evaluateCondition(condition: BatchCondition, sofar: BatchResult, isAutocommit: boolean): boolean {
  switch (condition.type) {
    case 'ok':
      return outcome(sofar.step_results, condition.step);
    case 'error':
      return outcome(sofar.step_errors, condition.step);
    case 'not':
      return !evaluateCondition(condition.cond, sofar, isAutocommit);
    case 'and':
      return condition.conds.every((part) => evaluateCondition(part, sofar, isAutocommit));
    case 'or':
      return condition.conds.some((part) => evaluateCondition(part, sofar, isAutocommit));
    case 'is_autocommit':
      return isAutocommit;
  }
}

function outcome(outcomes: readonly unknown[], step: number): boolean {
  if (step >= outcomes.length) {
    throw new ProtocolError(
      `A condition refers to step ${step}, which does not come before`,
      'BATCH_CONDITION_INVALID',
    );
  }
  return outcomes[step] !== null;
}
