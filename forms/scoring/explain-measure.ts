import * as exact from '../expression/score/exact.ts';
import { isPoint } from '../expression/score/interval.ts';
import { formatNumber } from '../format-number.ts';
import { textIn } from '../label.ts';
import { gapsText } from './gaps-text.ts';
import type { JudgedMeasure } from './judge.ts';
import { shownNumber } from './shown-number.ts';
import { listed } from './village-list.ts';
import type { Words } from './words.ts';

/**
 * One measure in one sentence: "Đã ký cam kết 1.180/1.192 hộ; thiếu 12 hộ: Bản Hon 7, Nà Tăm 5."
 *
 * @param title of the criterion, for a measure that has no words of its own.
 */
export function explainMeasure(judged: JudgedMeasure, title: string, words: Words): string {
  const counts = textIn(judged.measure.counts, words.language) || title;
  if (judged.met === null) return `${words.open(counts, whyOpen(judged, words))}.`;
  if (judged.reason === 'vacuous') return `${counts}: ${words.noneArose}; ${words.met}.`;
  const parts = judged.met ? [words.met] : failure(judged, words);
  if (!judged.met && judged.gaps) parts.push(words.notMetDespite(gapsText(judged.gaps, words)));
  return `${[figure(judged, counts, words), ...parts].join('; ')}.`;
}

/** Why a measure cannot be decided yet. */
function whyOpen({ reason, gaps }: JudgedMeasure, words: Words): string {
  return reason === 'invalid_zero' || !gaps ? words.zeroTotal : gapsText(gaps, words);
}

/** What was counted: "Đã ký cam kết 1.180/1.192 hộ", "Người nghiện: 12 người, kỳ trước 15". */
function figure({ measure, comparedWith, measured }: JudgedMeasure, counts: string, words: Words): string {
  const { numerator, denominator } = measured;
  const unit = textIn(measure.unit, words.language);
  const value = shownNumber(numerator, words);
  if (!denominator) return words.number(counts, value, unit).trimEnd();
  if (!comparedWith) return words.share(counts, value, shownNumber(denominator, words), unit).trimEnd();
  const now = words.number(counts, value, unit).trimEnd();
  return isPoint(denominator) ? words.beside(now, comparedWith, shownNumber(denominator, words)) : now;
}

/** How far a measure is from being met, and where: "thiếu 12 hộ: Bản Hon 7, Nà Tăm 5". */
function failure(judged: JudgedMeasure, words: Words): string[] {
  const { measure, comparedWith, measured } = judged;
  const { comparison, target } = measure;
  const { numerator, denominator, threshold } = measured;
  const where = listed(judged.contributions, words);
  const isNone = denominator === null && target === 0 && ['=', '<='].includes(comparison);
  const isWhole = denominator !== null && !comparedWith && target === 1 && ['=', '>='].includes(comparison);
  const phrases = isWhole ? [] : [required(judged, words)];
  if (!isNone && judged.nearest !== null && isPoint(numerator)) {
    const change = exact.sub(judged.nearest, numerator.lo);
    const amount = formatNumber(Math.abs(exact.toNumber(change)), words.language);
    const say = exact.sign(change) > 0 ? words.short : comparedWith ? words.hasToFall : words.over;
    phrases.push(say(amount, textIn(measure.unit, words.language)).trimEnd());
  }
  if (where !== '' && comparedWith) return [phrases.join(', '), words.roseIn(where)];
  if (phrases.length > 0) return [phrases.join(', ') + (where && `: ${where}`)];
  if (where === '') return [];
  const isOver = numerator.lo !== null && threshold.hi !== null && exact.compare(numerator.lo, threshold.hi) > 0;
  return [isOver ? words.overIn(where) : words.shortIn(where)];
}

/** "yêu cầu trên 80%", "yêu cầu bằng 0", "yêu cầu không tăng". */
function required({ measure, comparedWith, measured }: JudgedMeasure, words: Words): string {
  const { comparison, target } = measure;
  if (comparedWith && target === 1) return words.requiredChange(comparison);
  if (!measured.denominator) return words.required(comparison, formatNumber(target, words.language));
  const percent = exact.mul(exact.exactFromNumber(target)!, 100);
  return words.required(comparison, `${formatNumber(exact.toNumber(percent), words.language)}%`);
}
