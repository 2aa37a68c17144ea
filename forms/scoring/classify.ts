import { asTruth } from '../expression/score/coerce.ts';
import type { ScoreScope } from '../expression/score/scope.ts';
import { type ScoreValue, truthValue } from '../expression/score/value.ts';
import type { CompiledClassification } from './compile-scoring.ts';
import type { Scorecard } from './scorecard.ts';

/**
 * Goes through the rules in order: one that is true ends the search, one that is unknown leaves its class possible. The class
 * shown is the least severe of those possible, and it is determined when a true rule was reached with only one possible.
 *
 * A flag is raised when its condition is true whichever of the possible classes it turns out to be. It may read `${class}`,
 * the class (text), and `${ready}`, the readiness (unknown while that is open), beside what every rule reads; not inside an
 * aggregate, where names are a village's.
 *
 * Null when no rule is true or possible.
 */
export function classify(
  { order, rules, flags }: CompiledClassification,
  scope: ScoreScope,
  ready: boolean | null,
): Scorecard['class'] {
  const reached = new Set<string>();
  let ended = false;
  for (const rule of rules) {
    const holds = asTruth(rule.when.run(scope));
    if (holds !== false) reached.add(rule.class);
    ended = holds === true;
    if (ended) break;
  }
  const possible = order.filter((code) => reached.has(code));
  const [code] = possible;
  if (code === undefined) return null;
  return {
    code,
    determined: ended && possible.length === 1,
    possible,
    flags: flags
      .filter(({ when }) => possible.every((each) => asTruth(when.run(flagScope(scope, each, ready))) === true))
      .map(({ flag }) => flag),
  };
}

function flagScope(scope: ScoreScope, code: string, ready: boolean | null): ScoreScope {
  const own: Record<string, ScoreValue> = { class: { kind: 'text', value: code }, ready: truthValue(ready) };
  return {
    value: (name) => (Object.hasOwn(own, name) ? own[name] : scope.value(name)),
    villages: scope.villages,
    previous: scope.previous,
    baseline: scope.baseline,
  };
}
