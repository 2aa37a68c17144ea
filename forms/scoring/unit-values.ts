import type { CompiledLevel, CompiledQuestion } from '../answers/compile-level.ts';
import { evaluateLevel } from '../answers/evaluate-level.ts';
import { exactFromNumber } from '../expression/score/exact.ts';
import { hull } from '../expression/score/interval.ts';
import { answerValue } from '../expression/score/scope.ts';
import {
  exactly,
  type NumberValue,
  notAsked,
  type ScoreValue,
  unknownList,
  unknownText,
} from '../expression/score/value.ts';
import { numberBounds } from '../questions/number-bounds.ts';
import { type Answers, isBlank, type Value } from '../value.ts';

/** What is known of a unit's questions; undefined for a name that is not one of them. */
export type ReadQuestion = (name: string) => ScoreValue | undefined;

const zero = exactly(0);

/**
 * Reads one unit's answers for scoring; `answers` is null while the unit has not answered.
 *
 * A blank or unusable answer is unknown within its question's bounds, so that it can still turn out to be anything that may be
 * answered. Where `relevant` or a `calculation` reads something unknown, its outcome is unknown too, although the form itself
 * goes on with a blank there: what arrives later may only settle a verdict, never unsettle it.
 *
 * A question's own calculation runs as the form runs it, on doubles; decimals that decide a threshold belong in one of the
 * definition's calculations, which are exact.
 */
export function unitValues(level: CompiledLevel, answers: Answers | null): ReadQuestion {
  let worked: Map<string, ScoreValue> | undefined;
  return (name) => {
    const compiled = level.questions.get(name);
    if (!compiled) return undefined;
    if (answers === null) return unknownValue(compiled);
    if (isPlain(compiled)) return plainValue(compiled, answers);
    worked ??= workedValues(level, answers);
    return worked.get(name);
  };
}

/** A question whose value depends on its own answer alone. */
function isPlain({ relevant, calculation, question }: CompiledQuestion): boolean {
  return relevant.length === 0 && calculation === null && question.type !== 'hidden';
}

function plainValue(compiled: CompiledQuestion, answers: Answers): ScoreValue {
  const { question, entry, choiceNames } = compiled;
  const answer = Object.hasOwn(answers, question.name) ? answers[question.name] : undefined;
  if (isBlank(answer) || entry.validate(answer, question, choiceNames)) return unknownValue(compiled);
  return known(compiled, answer);
}

/** The values of the questions that are not plain, each after those that its relevance and calculation read. */
function workedValues(level: CompiledLevel, answers: Answers): Map<string, ScoreValue> {
  const { values, relevant } = evaluateLevel(level, answers);
  const result = new Map<string, ScoreValue>();
  const settled = new Set<string>();
  const isSettled = (name: string) => settled.has(name) || (values.has(name) && isPlain(level.questions.get(name)!));
  for (const compiled of level.inOrder) {
    if (isPlain(compiled)) continue;
    const { name } = compiled.question;
    const value = values.get(name);
    const relevanceSettled = compiled.relevant.every((rule) => rule.names.every(isSettled));
    const valueSettled = value !== undefined && (compiled.calculation?.names.every(isSettled) ?? true);
    if (relevanceSettled && !relevant.has(name)) {
      result.set(name, notAsked);
      settled.add(name);
    } else if (!valueSettled) {
      result.set(name, unknownValue(compiled));
    } else if (relevanceSettled) {
      result.set(name, known(compiled, value));
      settled.add(name);
    } else {
      result.set(name, orNotAsked(known(compiled, value)));
    }
  }
  return result;
}

function known({ entry }: CompiledQuestion, value: Value): ScoreValue {
  return answerValue(value, entry.kind ?? 'any');
}

/** Anything that may still be answered; a calculation can come to any value, below 0 too. */
function unknownValue({ question, entry, relevant }: CompiledQuestion): ScoreValue {
  if (entry.kind === 'list') return unknownList;
  if (entry.kind !== 'number') return unknownText;
  const { min, max } = numberBounds(question);
  const number: NumberValue = {
    kind: 'number',
    lo: exactFromNumber(min),
    hi: max === null ? null : exactFromNumber(max),
  };
  return relevant.length === 0 ? number : hull(number, zero);
}

/** A value of which it is not yet known whether it counts. */
function orNotAsked(value: ScoreValue): ScoreValue {
  if (value.kind === 'number') return hull(value, zero);
  return value.kind === 'list' ? unknownList : unknownText;
}
