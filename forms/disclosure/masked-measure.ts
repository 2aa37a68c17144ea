import { toNumber } from '../expression/score/exact.ts';
import { isPoint } from '../expression/score/interval.ts';
import type { NumberValue } from '../expression/score/value.ts';
import type { ScoreRule } from '../scoring/compile-score-rule.ts';
import type { JudgedMeasure } from '../scoring/judge.ts';
import type { CompiledMeasure } from '../scoring/measure.ts';
import { type DisclosureFacts, sensitiveTerms } from './facts.ts';
import type { Disclosed, Mark } from './marks.ts';

/** What stands in place of a measure's numbers; a number without a mark may be published. */
export interface MeasureMarks {
  numerator: Mark | null;
  denominator: Mark | null;
  shortfall: Mark | null;
}

export const unmasked: MeasureMarks = { numerator: null, denominator: null, shortfall: null };

interface Published {
  facts: DisclosureFacts;
  marks: ReadonlyMap<string, Disclosed>;
  /** Whether anything was answered: before that an unknown number is no secret. */
  begun: boolean;
}

/** Which numbers of a measure are published, once it is settled what is said of each question. */
export function measureMarks(compiled: CompiledMeasure, judged: JudgedMeasure, published: Published): MeasureMarks {
  const { measured, met, comparedWith } = judged;
  const numerator = markOf(compiled.numerator, measured.numerator, published);
  const denominator = compiled.denominator && markOf(compiled.denominator, measured.denominator!, published);
  if (numerator === null && denominator === null) return unmasked;
  // Of the earlier round stands in its own list what may be said of it.
  if (comparedWith) return { numerator, denominator: 'withheld', shortfall: met ? null : 'withheld' };
  return { numerator, denominator, shortfall: met ? null : shortfallMark(judged, numerator) };
}

function markOf({ ast, run }: ScoreRule, value: NumberValue, { facts, marks, begun }: Published): Mark | null {
  const terms = sensitiveTerms({ ast, run }, facts);
  if (terms?.length === 0) return null;
  const isOpen = !isPoint(value) && value.lo === 0 && value.hi === null;
  if (!begun && isOpen) return null;
  if (!terms) return 'withheld';
  if (terms.some(({ round }) => round !== null)) return 'withheld';
  const hidden = terms.filter(({ name }) => marks.get(name) !== 'shown');
  if (hidden.length === 0) return null;
  // One of 1 to 4 and nothing beside it. Of more than one, a sum that is small or not would say something of each.
  const only = hidden.length === 1 && marks.get(hidden[0]!.name) === '<5';
  return only && isPoint(value) && toNumber(value.lo) < 5 ? '<5' : 'withheld';
}

/** Where there should be nothing, what is found is what it falls short by. */
function shortfallMark({ measure }: JudgedMeasure, numerator: Mark | null): Mark {
  return measure.denominator === undefined && measure.target === 0 && numerator !== null ? numerator : 'withheld';
}
