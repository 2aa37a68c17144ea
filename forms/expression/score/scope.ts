import { type Answers, isBlank, type Value } from '../../value.ts';
import type { ValueKind } from '../kind.ts';
import { exactFromNumber, exactFromText } from './exact.ts';
import {
  exactly,
  notAsked,
  type ScoreValue,
  truthValue,
  unknown,
  unknownCount,
  unknownList,
  unknownText,
} from './value.ts';

/**
 * Where a score-mode expression reads: one unit in one round. Make one with `unitScope`.
 *
 * The scorer makes one scope for the commune and one for each expected village, whose `value` falls back to the commune's:
 * inside an aggregate a name means the village's question first, then the commune's, its attribute or calculation. Scopes
 * are read, never copied, so calculations may be added to the commune's map as they are computed, in order.
 */
export interface ScoreScope {
  /** What is known of a name here; `undefined` when there is no such name, which reads as unknown. */
  value(name: string): ScoreValue | undefined;
  /** The expected villages, those that have not answered included; `null` when it is not known which there are. */
  readonly villages: readonly ScoreScope[] | null;
  /** The same unit in the previous round; `null` when there was none, which makes everything under `previous()` unknown. */
  readonly previous: ScoreScope | null;
  readonly baseline: ScoreScope | null;
}

/** The facts of one unit that a scope is made of. */
export interface UnitFacts {
  /** The questions of the unit's level, and for a commune its attributes, with their kinds. */
  kinds: ReadonlyMap<string, ValueKind>;
  /** `null` when the unit has not answered: every question is unknown then. */
  answers: Answers | null;
  /** Names whose `relevant` is false. */
  notAsked?: ReadonlySet<string>;
  /** Calculations by name. */
  calculated?: ReadonlyMap<string, ScoreValue>;
  /** Where other names are looked up: a village's commune. */
  outer?: ScoreScope;
  /** A commune's; a village has those of its `outer`. The array may be filled after the commune's scope is made. */
  villages?: readonly ScoreScope[];
  /** The same unit in other rounds: a village's are its own, so that `all(${x} <= baseline(${x}))` judges each by itself. */
  previous?: ScoreScope | null;
  baseline?: ScoreScope | null;
}

/** The scope of one unit. */
export function unitScope(facts: UnitFacts): ScoreScope {
  const { kinds, answers, notAsked: skipped, calculated, outer } = facts;
  return {
    value(name) {
      const kind = kinds.get(name);
      if (kind === undefined) return calculated?.get(name) ?? outer?.value(name);
      if (answers === null) return unknownOf(kind);
      if (skipped?.has(name)) return notAsked;
      return answerValue(answers[name], kind);
    },
    villages: facts.villages ?? outer?.villages ?? [],
    previous: facts.previous ?? null,
    baseline: facts.baseline ?? null,
  };
}

/** A round that does not exist: every name is unknown, and so is which villages there were. */
export const nothingKnown: ScoreScope = {
  value: () => unknown,
  villages: null,
  previous: null,
  baseline: null,
};

/** What an answer is worth: a blank is unknown, and so is text where a number was asked. */
export function answerValue(answer: Value | undefined, kind: ValueKind): ScoreValue {
  if (isBlank(answer)) return unknownOf(kind);
  if (typeof answer === 'number') {
    const exact = exactFromNumber(answer);
    return exact === null ? unknownOf(kind) : exactly(exact);
  }
  if (typeof answer === 'boolean') return truthValue(answer);
  if (typeof answer === 'string') {
    if (kind === 'number') {
      const exact = exactFromText(answer);
      return exact === null ? unknownCount : exactly(exact);
    }
    return kind === 'list' ? { kind: 'list', value: answer.split(/\s+/) } : { kind: 'text', value: answer };
  }
  // A question may be called `constructor`, which every object has: what is no answer at all is none.
  return Array.isArray(answer) ? { kind: 'list', value: answer } : unknownOf(kind);
}

/** The value of a question that has no answer yet. */
export function unknownOf(kind: ValueKind): ScoreValue {
  switch (kind) {
    case 'number':
      return unknownCount;
    case 'boolean':
      return truthValue(null);
    case 'list':
      return unknownList;
    case 'any':
      return unknown;
    case 'string':
    case 'date':
      return unknownText;
  }
}
