import type { CompiledForm } from '../form/scope.ts';
import { toBoolean, toNumber } from '../form/value.ts';
import { asNumber, asTruth } from '../score/coerce.ts';
import { equal, less } from '../score/compare.ts';
import type { CompiledScore } from '../score/compiled.ts';
import { add, hull } from '../score/interval.ts';
import { and, or } from '../score/logic.ts';
import { exactly, type NumberValue, truthValue } from '../score/value.ts';
import type { FunctionEntry } from './entry.ts';

export const checklistFunctions: FunctionEntry[] = [
  {
    name: 'checklist',
    parameters: { required: ['number', 'number'], rest: ['boolean'] },
    argumentNames: ['min', 'max', 'condition'],
    returns: 'boolean',
    form: (args) => formChecklist(args, (items) => items.map((condition) => ({ condition, weight: () => 1 }))),
    score: (args) =>
      scoreChecklist(args, (items) => items.map((condition) => ({ condition, weight: () => exactly(1) }))),
  },
  {
    name: 'weighted-checklist',
    parameters: { required: ['number', 'number'], rest: ['boolean', 'number'] },
    argumentNames: ['min', 'max', 'condition', 'weight'],
    returns: 'boolean',
    form: (args) => formChecklist(args, pairs),
    score: (args) => scoreChecklist(args, pairs),
  },
];

const noLimit = exactly(-1);

interface Item<Compiled> {
  condition: Compiled;
  weight: Compiled;
}

function pairs<Compiled>(items: readonly Compiled[]): Item<Compiled>[] {
  return Array.from({ length: items.length / 2 }, (_, i) => ({ condition: items[2 * i]!, weight: items[2 * i + 1]! }));
}

function formChecklist(
  [min, max, ...rest]: readonly CompiledForm[],
  itemsOf: (rest: readonly CompiledForm[]) => Item<CompiledForm>[],
): CompiledForm {
  const items = itemsOf(rest);
  return (scope) => {
    const [low, high] = [toNumber(min!(scope)), toNumber(max!(scope))];
    let total = 0;
    for (const { condition, weight } of items) if (toBoolean(condition(scope))) total += toNumber(weight(scope));
    return (low === -1 || total >= low) && (high === -1 || total <= high);
  };
}

function scoreChecklist(
  [min, max, ...rest]: readonly CompiledScore[],
  itemsOf: (rest: readonly CompiledScore[]) => Item<CompiledScore>[],
): CompiledScore {
  const items = itemsOf(rest);
  return (scope) => {
    let total: NumberValue = exactly(0);
    for (const { condition, weight } of items) {
      const truth = asTruth(condition(scope));
      if (truth === false) continue;
      const worth = asNumber(weight(scope));
      total = add(total, truth ? worth : hull(exactly(0), worth));
    }
    const [low, high] = [asNumber(min!(scope)), asNumber(max!(scope))];
    const enough = or(equal(low, noLimit), less(low, total, true));
    const notTooMany = or(equal(high, noLimit), less(total, high, true));
    return truthValue(and(enough, notTooMany));
  };
}
