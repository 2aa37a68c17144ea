import * as exact from '../expression/score/exact.ts';
import { isPoint } from '../expression/score/interval.ts';
import type { NumberValue } from '../expression/score/value.ts';
import { formatNumber } from '../format-number.ts';
import { textIn } from '../label.ts';
import type { Gaps } from './gaps.ts';
import type { Judged } from './judge.ts';
import { commonKind, listed, namesOf } from './village-list.ts';
import { english, vietnamese, type Words } from './words.ts';

/**
 * One sentence for a criterion's result: what was compared, with which numbers, how far it is from being met and in which
 * villages, or what is missing to decide it.
 *
 * It names villages with their own counts, so whoever may not see small counts must not see it (docs/domain.md §7).
 */
export function explain(judged: Judged): { vi: string; en: string } {
  return { vi: sentence(judged, vietnamese), en: sentence(judged, english) };
}

function sentence(judged: Judged, words: Words): string {
  const { criterion, status, reason, measured, gaps } = judged;
  if (status === 'not_applicable') return words.doesNotApply;
  if (status === 'undetermined') {
    return words.undetermined(reason === 'invalid_zero' || !gaps ? words.zeroTotal : gapsText(gaps, words));
  }
  if (!measured) return `${textIn(criterion.title, words.language)}: ${status === 'met' ? words.met : words.notMet}.`;
  if (reason === 'vacuous') return `${countsOf(judged, words)}: ${words.noneArose}; ${words.met}.`;
  const parts = status === 'met' ? [words.met] : failure(judged, words);
  if (status === 'not_met' && gaps) parts.push(words.notMetDespite(gapsText(gaps, words)));
  return `${[figure(judged, words), ...parts].join('; ')}.`;
}

/** What was counted: "Đã ký cam kết 1.180/1.192 hộ". */
function figure(judged: Judged, words: Words): string {
  const { numerator, denominator } = judged.measured!;
  const [counts, unit, value] = [countsOf(judged, words), unitOf(judged, words), shownNumber(numerator, words)];
  const text = denominator
    ? words.share(counts, value, shownNumber(denominator, words), unit)
    : words.number(counts, value, unit);
  return text.trimEnd();
}

/** How far a measure is from being met, and where: "thiếu 12 hộ: Bản Hon 7, Nà Tăm 5". */
function failure(judged: Judged, words: Words): string[] {
  const { comparison, target } = judged.criterion.measure!;
  const { numerator, denominator, threshold } = judged.measured!;
  const where = listed(judged.contributions, words);
  const isWhole = denominator !== null && comparison === '=' && target === 1;
  const isNone = denominator === null && target === 0 && (comparison === '=' || comparison === '<=');
  const phrases = isWhole ? [] : [words.required(comparison, targetText(judged, words))];
  if (!isNone && judged.nearest !== null && isPoint(numerator)) {
    const change = exact.sub(judged.nearest, numerator.lo);
    const amount = formatNumber(Math.abs(exact.toNumber(change)), words.language);
    const say = exact.sign(change) > 0 ? words.short : words.over;
    phrases.push(say(amount, unitOf(judged, words)).trimEnd());
  }
  if (phrases.length > 0) return [phrases.join(', ') + (where && `: ${where}`)];
  if (where === '') return [];
  const isOver = numerator.lo !== null && threshold.hi !== null && exact.compare(numerator.lo, threshold.hi) > 0;
  return [isOver ? words.overIn(where) : words.shortIn(where)];
}

function gapsText({ expected, missing, blankIn, blankInCommune, earlier }: Gaps, words: Words): string {
  const texts: string[] = [];
  if (missing.length > 0) {
    texts.push(words.missing(missing.length, expected, commonKind(missing), namesOf(missing, words)));
  }
  const places: string[] = [];
  if (blankIn.length > 0) places.push(namesOf(blankIn, words) || words.villages(blankIn.length, commonKind(blankIn)));
  if (blankInCommune) places.push(words.communePart);
  if (places.length > 0) texts.push(words.blankIn(places.join(', ')));
  if (texts.length === 0 && earlier) texts.push(words.noEarlierFigures);
  return texts.join('; ');
}

function countsOf({ criterion }: Judged, { language }: Words): string {
  return textIn(criterion.measure?.counts ?? criterion.title, language);
}

function unitOf({ criterion }: Judged, { language }: Words): string {
  return textIn(criterion.measure?.unit, language);
}

/** A share's target is a percentage. */
function targetText({ criterion, measured }: Judged, { language }: Words): string {
  const target = criterion.measure!.target;
  if (!measured?.denominator) return formatNumber(target, language);
  const percent = exact.mul(exact.exactFromNumber(target)!, 100);
  return `${formatNumber(exact.toNumber(percent), language)}%`;
}

function shownNumber(value: NumberValue, words: Words): string {
  const text = (end: exact.Exact) => formatNumber(exact.toNumber(end), words.language);
  if (isPoint(value)) return text(value.lo);
  if (value.lo === null) return '?';
  return value.hi === null ? words.atLeast(text(value.lo)) : words.between(text(value.lo), text(value.hi));
}
