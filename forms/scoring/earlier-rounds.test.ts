import { expect, test } from 'vitest';
import type { Measure } from '../definition/schema.ts';
import { inVillages, score, smallForm } from './small-form.fixture.ts';

const labels = { counts: { vi: 'Người nghiện', en: 'Addicts' }, unit: { vi: 'người', en: 'people' } };

function against(round: 'previous' | 'baseline', comparison: Measure['comparison'], empty?: Measure['empty']) {
  const denominator = `${round}(sum(\${part}))`;
  return smallForm([
    { measure: { numerator: 'sum(${part})', denominator, comparison, target: 1, ...(empty && { empty }), ...labels } },
  ]);
}

const round = (...parts: number[]) => ({
  commune: {},
  attributes: {},
  villages: inVillages(parts.map((part) => ({ part }))),
});

test('a figure that may not rise is told beside the baseline, with the villages that it rose in', () => {
  const { first } = score(against('baseline', '<='), [{ part: 9 }, { part: 2 }], { baseline: round(4, 3) });
  expect(first).toMatchObject({ status: 'not_met', shortfall: 4, numerator: 11, denominator: 7 });
  expect(first.explanation).toEqual({
    vi: 'Người nghiện: 11 người, mốc ban đầu 7; yêu cầu không tăng, cần giảm thêm ít nhất 4 người; tăng ở Thôn 1 (5).',
    en: 'Addicts: 11 people, 7 at the baseline; may not rise, at least 4 fewer needed; rose in Thôn 1 (5).',
  });
});

test('a figure that has to fall is told beside the previous round', () => {
  const { first } = score(against('previous', '<'), [{ part: 12 }], { previous: round(12) });
  expect(first.explanation.vi).toBe(
    'Người nghiện: 12 người, kỳ trước 12; yêu cầu giảm, cần giảm thêm ít nhất 1 người.',
  );
  const met = score(against('previous', '<'), [{ part: 11 }], { previous: round(12) }).first;
  expect(met.explanation.en).toBe('Addicts: 11 people, 12 in the previous round; met.');
});

test('a village that the earlier round does not know is not said to have risen', () => {
  const { first } = score(against('baseline', '<='), [{ part: 5 }, { part: 4 }], { baseline: round(3) });
  expect(first.explanation.vi).toContain('cần giảm thêm ít nhất 6 người; tăng ở Thôn 1 (2).');
});

test('0 after 0 is nothing arisen, and what came up from 0 has to go again', () => {
  const form = against('previous', '<', 'met');
  expect(score(form, [{ part: 0 }], { previous: round(0) }).first).toMatchObject({ status: 'met', reason: 'vacuous' });
  expect(score(form, [{ part: 3 }], { previous: round(0) }).first).toMatchObject({ status: 'not_met', shortfall: 3 });
});

test('without an earlier round only nothing at all is decided', () => {
  const form = against('previous', '<', 'met');
  expect(score(form, [{ part: 0 }]).first).toMatchObject({
    status: 'met',
    explanation: { vi: 'Người nghiện: 0 người; đạt.' },
  });
  expect(score(form, [{ part: 1 }]).first).toMatchObject({ status: 'undetermined', reason: 'no_earlier_figures' });
  expect(score(against('baseline', '<='), [{ part: 1 }]).first.explanation).toEqual({
    vi: 'Chưa kết luận được: chưa có số liệu mốc ban đầu để so sánh.',
    en: 'Cannot be decided yet: there are no figures of the baseline to compare with.',
  });
});

test('an earlier round of which only a part came over is said to be that, and nothing else', () => {
  const { first } = score(against('previous', '<'), [{ part: 1 }], { partlyMerged: ['previous'] });
  expect(first).toMatchObject({ status: 'undetermined', reason: 'partly_merged' });
  expect(first.explanation.vi).toContain('không so sánh được với kỳ trước, vì có đơn vị cũ chỉ nhập một phần vào đây');
  const baseline = score(against('baseline', '<='), [{ part: 1 }], { partlyMerged: ['previous'] });
  expect(baseline.first.reason).toBe('no_earlier_figures');
});
