import type { Attribute } from '../definition/schema.ts';
import { answerValue, type ScoreScope } from '../expression/score/scope.ts';
import { anyNumber, type ScoreValue, unknownText } from '../expression/score/value.ts';
import { isBlank, type Value } from '../value.ts';
import type { CompiledScoring } from './compile-scoring.ts';
import type { CommuneInput } from './scorecard.ts';
import { unitValues } from './unit-values.ts';

/** One expected village, as rules and explanations see it. */
export interface VillageUnit {
  id: string;
  name: string | undefined;
  kind: string | undefined;
  answered: boolean;
  scope: ScoreScope;
}

/** A commune with its villages in one round. */
export interface CommuneUnit {
  scope: ScoreScope;
  villages: readonly VillageUnit[];
}

/**
 * The scopes that score-mode expressions run in. In the commune's scope a name is a question of the commune, else an
 * attribute, else a calculation, worked out when it is first read; in a village's scope the village's questions come before
 * these. Earlier rounds are read with the same form, villages being matched by id.
 */
export function inputScope(scoring: CompiledScoring, input: CommuneInput): CommuneUnit {
  const question = unitValues(scoring.commune, input.commune);
  const attribute = attributeValues(scoring, input.attributes);
  const calculation = calculatedValues(scoring, () => scope);
  const previous = lazily(() => (input.previous ? inputScope(scoring, input.previous) : null));
  const baseline = lazily(() => (input.baseline ? inputScope(scoring, input.baseline) : null));

  const villages: VillageUnit[] = input.villages.map(({ id, name, kind, answers }) => {
    const own = unitValues(scoring.village, answers);
    const inRound = (round: CommuneUnit | null) => round?.villages.find((village) => village.id === id)?.scope ?? null;
    const villageScope: ScoreScope = {
      value: (read) => own(read) ?? scope.value(read),
      villages: [],
      get previous() {
        return inRound(previous());
      },
      get baseline() {
        return inRound(baseline());
      },
    };
    return { id, name, kind, answered: answers !== null, scope: villageScope };
  });

  const scope: ScoreScope = {
    value: (read) => question(read) ?? attribute(read) ?? calculation(read),
    villages: villages.map((village) => village.scope),
    get previous() {
      return previous()?.scope ?? null;
    },
    get baseline() {
      return baseline()?.scope ?? null;
    },
  };
  return { scope, villages };
}

type Read = (name: string) => ScoreValue | undefined;

function attributeValues({ attributes }: CompiledScoring, given: Record<string, Value>): Read {
  return (name) => {
    const type = attributes.get(name);
    return type && attributeValue(type, Object.hasOwn(given, name) ? given[name] : undefined);
  };
}

/** An attribute that the province has not set is unknown, and a number that is not a count may be anything. */
function attributeValue(type: Attribute['type'], value: Value | undefined): ScoreValue {
  if (isBlank(value)) return type === 'number' ? anyNumber : unknownText;
  if (type === 'yes_no' && typeof value === 'boolean') return { kind: 'text', value: value ? 'yes' : 'no' };
  return answerValue(value, type === 'number' ? 'number' : 'string');
}

function calculatedValues({ calculations }: CompiledScoring, scope: () => ScoreScope): Read {
  const done = new Map<string, ScoreValue>();
  return (name) => {
    const rule = calculations.get(name);
    if (!rule) return undefined;
    const value = done.get(name) ?? rule.run(scope());
    done.set(name, value);
    return value;
  };
}

function lazily<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
