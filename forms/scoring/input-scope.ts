import type { Attribute } from '../definition/schema.ts';
import { answerValue, type ScoreScope } from '../expression/score/scope.ts';
import { anyNumber, type ScoreValue, unknownText } from '../expression/score/value.ts';
import { isBlank, type Value } from '../value.ts';
import type { CompiledScoring } from './compile-scoring.ts';
import type { EarlierRound } from './reads.ts';
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
  /** The earlier rounds that cannot be compared with, because only a part of a predecessor came over. */
  partlyMerged: readonly EarlierRound[];
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

  const villages: VillageUnit[] = input.villages.map(({ id, name, kind, answers }) => ({
    id,
    name,
    kind,
    answered: answers !== null,
    scope: new VillageScope(id, unitValues(scoring.village, answers), () => scope, previous, baseline),
  }));

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
  return { scope, villages, partlyMerged: input.partlyMerged ?? [] };
}

type Read = (name: string) => ScoreValue | undefined;
type Round = () => CommuneUnit | null;

/** A class, because a commune has many villages and getters of an object of its own are slow to make. */
class VillageScope implements ScoreScope {
  readonly villages: readonly ScoreScope[] = [];
  private readonly id: string;
  private readonly own: Read;
  private readonly commune: () => ScoreScope;
  private readonly rounds: { previous: Round; baseline: Round };

  constructor(id: string, own: Read, commune: () => ScoreScope, previous: Round, baseline: Round) {
    this.id = id;
    this.own = own;
    this.commune = commune;
    this.rounds = { previous, baseline };
  }

  value(name: string): ScoreValue | undefined {
    return this.own(name) ?? this.commune().value(name);
  }

  get previous(): ScoreScope | null {
    return this.inRound(this.rounds.previous());
  }

  get baseline(): ScoreScope | null {
    return this.inRound(this.rounds.baseline());
  }

  private inRound(round: CommuneUnit | null): ScoreScope | null {
    return round?.villages.find(({ id }) => id === this.id)?.scope ?? null;
  }
}

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
