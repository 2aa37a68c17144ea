import { textIn } from '../label.ts';
import { explain } from '../scoring/explain.ts';
import { explainMeasure } from '../scoring/explain-measure.ts';
import { gapsText } from '../scoring/gaps-text.ts';
import type { Judged, JudgedMeasure } from '../scoring/judge.ts';
import { shownNumber } from '../scoring/shown-number.ts';
import { english, vietnamese, type Words } from '../scoring/words.ts';
import type { MeasureMarks } from './masked-measure.ts';
import { type MaskedWords, maskedEnglish, maskedVietnamese } from './masked-words.ts';

/** A criterion's result in words, with marks in place of the numbers that are not published. `marks` has one entry a measure. */
export function maskedExplanation(judged: Judged, marks: readonly MeasureMarks[]): { vi: string; en: string } {
  if (!marks.some(isMasked)) return explain(judged);
  return {
    vi: sentences(judged, marks, vietnamese, maskedVietnamese),
    en: sentences(judged, marks, english, maskedEnglish),
  };
}

const isMasked = ({ numerator, denominator, shortfall }: MeasureMarks) => numerator ?? denominator ?? shortfall;

function sentences(judged: Judged, marks: readonly MeasureMarks[], words: Words, masked: MaskedWords): string {
  const { criterion, status, gaps, measures } = judged;
  const title = textIn(criterion.title, words.language);
  const isOne = measures.length === 1;
  // What is said of an open measure is what it waits for, and no number.
  if (status === 'not_applicable') return explain(judged)[words.language];
  const parts = measures.flatMap((measure, i) => {
    if (measure.met === null) return [];
    const own = marks[i]!;
    if (!isMasked(own)) return [explainMeasure(measure, title, words, isOne)];
    return [maskedMeasure(measure, own, title, words, masked, isOne)];
  });
  if (status === 'undetermined' && gaps) {
    const open = explain({ ...judged, measures: measures.filter(({ met }) => met === null) })[words.language];
    return [open, ...(isOne ? [] : parts)].join(' ');
  }
  const despite = !isOne && status === 'not_met' && gaps ? [words.stillNotMet(gapsText(gaps, words))] : [];
  return [...parts, ...despite].join(' ');
}

function maskedMeasure(
  judged: JudgedMeasure,
  { numerator, denominator }: MeasureMarks,
  title: string,
  words: Words,
  masked: MaskedWords,
  alone: boolean,
): string {
  const { measure, measured, met, gaps, comparedWith } = judged;
  const counts = textIn(measure.counts, words.language) || title;
  if (judged.reason === 'vacuous') return `${counts}: ${words.noneArose}; ${words.met}.`;
  const top = numerator ? masked.mark(numerator) : shownNumber(measured.numerator, words);
  const bottom = denominator
    ? masked.mark(denominator)
    : measured.denominator && shownNumber(measured.denominator, words);
  const unit = textIn(measure.unit, words.language);
  const isSilent = numerator === 'withheld' && (bottom === null || denominator === 'withheld');
  const share = bottom === null || comparedWith ? top : masked.share(top, bottom);
  const figures = isSilent ? masked.noFigures : `${share} ${unit}`.trimEnd();
  const state = met ? words.met : alone && gaps ? words.notMetDespite(gapsText(gaps, words)) : words.notMet;
  return `${counts}: ${figures}; ${state}.`;
}
