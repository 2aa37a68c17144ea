import { asNumber } from '../expression/score/coerce.ts';
import { toNumber } from '../expression/score/exact.ts';
import { add, isPoint } from '../expression/score/interval.ts';
import type { ScoreScope } from '../expression/score/scope.ts';
import { exactly, type NumberValue, unknownCount } from '../expression/score/value.ts';
import type { DisclosureFacts } from './facts.ts';
import { type Disclosed, marksOf, type Quantity } from './marks.ts';

/** What is known of a question's total in a commune, as scoring reads it. */
export function totalOf(name: string, scope: ScoreScope, { numbers }: DisclosureFacts): NumberValue {
  if (numbers.get(name) === 'commune') return asNumber(scope.value(name) ?? unknownCount);
  if (scope.villages === null) return unknownCount;
  return scope.villages.map((village) => asNumber(village.value(name) ?? unknownCount)).reduce(add, exactly(0));
}

const exactOrNull = (value: NumberValue) => (isPoint(value) ? toNumber(value.lo) : null);

/** What may be said of each question's total in a commune. `scope` is that of the commune. */
export function totalMarks(scope: ScoreScope, facts: DisclosureFacts): Map<string, Disclosed> {
  const quantities = quantitiesOf(facts, (name) => exactOrNull(totalOf(name, scope, facts)));
  for (const [name, rounds] of facts.compared) {
    // The order of two counts of which one is known to be small says more of it than that.
    const earlier = [...rounds].map((round) => scope[round]).filter((each) => each !== null);
    const isHidden = (each: ScoreScope) => earlierMarks(each, facts).get(name) !== 'shown';
    if (earlier.some(isHidden)) quantities.set(name, { ...quantities.get(name)!, withheld: true });
  }
  return marksOf(quantities);
}

const earlierMarks = (scope: ScoreScope, facts: DisclosureFacts) =>
  marksOf(quantitiesOf(facts, (name) => exactOrNull(totalOf(name, scope, facts))));

/** Every number of a form as a quantity, its value by name. */
export function quantitiesOf(
  { numbers, sensitive, wholes, withheld, narrow }: DisclosureFacts,
  value: (name: string) => number | null,
): Map<string, Quantity> {
  return new Map(
    [...numbers.keys()].map((name): [string, Quantity] => [
      name,
      {
        value: value(name),
        sensitive: sensitive.has(name),
        wholes: wholes.get(name) ?? [],
        withheld: withheld.has(name),
        narrow: narrow.has(name),
      },
    ]),
  );
}
