import type { Measure } from '../definition/schema.ts';
import type { EarlierRound } from './reads.ts';

/** The phrases that explanations are put together from, in one language. `explain.ts` says how. */
export interface Words {
  language: 'vi' | 'en';
  /** "Đã ký cam kết 1.180/1.192 hộ", or of a single number "Mô hình: 1 mô hình". */
  share(counts: string, numerator: string, denominator: string, unit: string): string;
  /** The same while one of the two is not exactly known. */
  roughShare(counts: string, numerator: string, denominator: string, unit: string): string;
  number(counts: string, value: string, unit: string): string;
  /** What it was in an earlier round, after what it is now: "Người nghiện: 12 người, kỳ trước 15". */
  beside(now: string, round: EarlierRound, earlier: string): string;
  /** A number that is not exactly known. */
  atLeast(low: string): string;
  between(low: string, high: string): string;
  met: string;
  notMet: string;
  /** Not met whatever the open figures turn out to be. */
  notMetDespite(gaps: string): string;
  /** The same as a sentence of its own, after those of several measures. */
  stillNotMet(gaps: string): string;
  noneArose: string;
  doesNotApply: string;
  undetermined(why: string): string;
  /** "yêu cầu trên 80%". */
  required(comparison: Measure['comparison'], target: string): string;
  /** Against an earlier figure: "yêu cầu không tăng". */
  requiredChange(comparison: Measure['comparison']): string;
  short(amount: string, unit: string): string;
  over(amount: string, unit: string): string;
  /** How far it is above what it may be, beside an earlier figure. */
  hasToFall(amount: string, unit: string): string;
  roseIn(names: string): string;
  /** Where it falls short or is over, while the amount is not exactly known. */
  shortIn(names: string): string;
  overIn(names: string): string;
  /** Names that go on after the first few. */
  andMore(names: string, others: number): string;
  missing(count: number, expected: number, kind: string | undefined, names: string): string;
  blankIn(places: string): string;
  communePart: string;
  villages(count: number, kind: string | undefined): string;
  noEarlierFigures(round: EarlierRound): string;
  partlyMerged(round: EarlierRound): string;
  zeroTotal: string;
  classIs(name: string): string;
  /** The least severe of those possible, and the others. */
  classAtLeast(name: string, others: string): string;
}

export const vietnamese: Words = {
  language: 'vi',
  share: (counts, numerator, denominator, unit) => `${counts} ${numerator}/${denominator} ${unit}`,
  roughShare: (counts, numerator, denominator, unit) => `${counts}: ${numerator} trên tổng số ${denominator} ${unit}`,
  number: (counts, value, unit) => `${counts}: ${value} ${unit}`,
  beside: (now, round, earlier) => `${now}, ${round === 'previous' ? 'kỳ trước' : 'mốc ban đầu'} ${earlier}`,
  atLeast: (low) => `ít nhất ${low}`,
  between: (low, high) => `từ ${low} đến ${high}`,
  met: 'đạt',
  notMet: 'chưa đạt',
  notMetDespite: (gaps) => `chưa đạt, dù ${gaps}`,
  stillNotMet: (gaps) => `Chưa đạt, dù ${gaps}.`,
  noneArose: 'không phát sinh',
  doesNotApply: 'Không áp dụng.',
  undetermined: (why) => `Chưa kết luận được: ${why}.`,
  required: (comparison, target) =>
    ({
      '=': `yêu cầu bằng ${target}`,
      '<': `yêu cầu dưới ${target}`,
      '<=': `yêu cầu không quá ${target}`,
      '>': `yêu cầu trên ${target}`,
      '>=': `yêu cầu từ ${target} trở lên`,
    })[comparison],
  requiredChange: (comparison) =>
    ({
      '=': 'yêu cầu giữ nguyên',
      '<': 'yêu cầu giảm',
      '<=': 'yêu cầu không tăng',
      '>': 'yêu cầu tăng',
      '>=': 'yêu cầu không giảm',
    })[comparison],
  short: (amount, unit) => `thiếu ${amount} ${unit}`,
  over: (amount, unit) => `vượt ${amount} ${unit}`,
  hasToFall: (amount, unit) => `cần giảm thêm ít nhất ${amount} ${unit}`,
  roseIn: (names) => `tăng ở ${names}`,
  shortIn: (names) => `còn thiếu ở ${names}`,
  overIn: (names) => `vượt ở ${names}`,
  andMore: (names, others) => `${names} và ${others} nơi khác`,
  missing: (count, expected, kind = 'thôn, bản', names) =>
    `còn ${count}/${expected} ${kind} chưa có số liệu${names && ` (${names})`}`,
  blankIn: (places) => `còn số liệu để trống ở ${places}`,
  communePart: 'phần của xã',
  villages: (count, kind = 'thôn, bản') => `${count} ${kind}`,
  noEarlierFigures: (round) => `chưa có số liệu ${round === 'previous' ? 'kỳ trước' : 'mốc ban đầu'} để so sánh`,
  partlyMerged: (round) =>
    `không so sánh được với ${round === 'previous' ? 'kỳ trước' : 'mốc ban đầu'}, vì có đơn vị cũ chỉ nhập một phần vào đây`,
  zeroTotal: 'tổng số bằng 0, cần kiểm tra lại số liệu',
  classIs: (name) => `Xếp loại ${name}`,
  classAtLeast: (name, others) => `Chưa xếp loại được: nhẹ nhất là loại ${name}, còn có thể là loại ${others}`,
};

export const english: Words = {
  language: 'en',
  share: (counts, numerator, denominator, unit) => `${counts}: ${numerator} of ${denominator} ${unit}`,
  roughShare: (counts, numerator, denominator, unit) => `${counts}: ${numerator} of ${denominator} ${unit}`,
  // The units are plurals.
  number: (counts, value, unit) => (value === '1' ? `${counts}: 1` : `${counts}: ${value} ${unit}`),
  beside: (now, round, earlier) =>
    `${now}, ${earlier} ${round === 'previous' ? 'in the previous round' : 'at the baseline'}`,
  atLeast: (low) => `at least ${low}`,
  between: (low, high) => `${low} to ${high}`,
  met: 'met',
  notMet: 'not met',
  notMetDespite: (gaps) => `not met, although ${gaps}`,
  stillNotMet: (gaps) => `Not met, although ${gaps}.`,
  noneArose: 'none arose',
  doesNotApply: 'Does not apply.',
  undetermined: (why) => `Cannot be decided yet: ${why}.`,
  required: (comparison, target) =>
    ({
      '=': `has to be ${target}`,
      '<': `has to be below ${target}`,
      '<=': `has to be at most ${target}`,
      '>': `has to be above ${target}`,
      '>=': `has to be at least ${target}`,
    })[comparison],
  requiredChange: (comparison) =>
    ({
      '=': 'has to stay the same',
      '<': 'has to fall',
      '<=': 'may not rise',
      '>': 'has to rise',
      '>=': 'may not fall',
    })[comparison],
  short: (amount) => `${amount} short`,
  over: (amount) => `${amount} too many`,
  hasToFall: (amount) => `at least ${amount} fewer needed`,
  roseIn: (names) => `rose in ${names}`,
  shortIn: (names) => `short in ${names}`,
  overIn: (names) => `too many in ${names}`,
  andMore: (names, others) => `${names} and ${others} more`,
  missing: (count, expected, _kind, names) =>
    `${count} of ${expected} villages ${count === 1 ? 'has' : 'have'} not answered${names && ` (${names})`}`,
  blankIn: (places) => `figures are left blank in ${places}`,
  communePart: 'the commune’s own part',
  villages: (count) => (count === 1 ? '1 village' : `${count} villages`),
  noEarlierFigures: (round) =>
    `there are no figures of the ${round === 'previous' ? 'previous round' : 'baseline'} to compare with`,
  partlyMerged: (round) =>
    `the ${round === 'previous' ? 'previous round' : 'baseline'} cannot be compared with, because only a part of a former unit came over`,
  zeroTotal: 'the total is 0, so the figures need checking',
  classIs: (name) => `Class ${name}`,
  classAtLeast: (name, others) => `Not yet classified: at the least class ${name}, possibly ${others}`,
};
