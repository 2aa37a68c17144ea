import { expect, test } from 'vitest';
import { score, share, smallForm } from './small-form.fixture.ts';

const whole = { ...share('=', 1, 'met'), counts: { vi: 'Có hồ sơ' }, unit: { vi: 'người' } };
const everyOne = {
  numerator: 'count-if(${area} > 0)',
  denominator: 'count-villages()',
  comparison: '=',
  target: 1,
  empty: 'invalid',
  counts: { vi: 'Có diện tích' },
  unit: { vi: 'thôn' },
} as const;
const form = smallForm([{ title: { vi: 'Hồ sơ và diện tích' }, all: [whole, everyOne] }]);

test('several measures are met together or not at all', () => {
  expect(score(form, [{ part: 2, total: 2, area: 1 }]).first).toMatchObject({
    status: 'met',
    reason: null,
    shortfall: 0,
    explanation: { vi: 'Có hồ sơ 2/2 người; đạt. Có diện tích 1/1 thôn; đạt.' },
  });
  expect(score(form, [{ part: 1, total: 2, area: 1 }]).first).toMatchObject({ status: 'not_met', shortfall: 1 });
  expect(score(form, [{ part: 2, total: 2, area: 0 }]).first).toMatchObject({ status: 'not_met', shortfall: 1 });
});

test('the numbers shown are those of the first that is not met, else the first that is open', () => {
  const second = score(form, [{ part: 7, total: 7, area: 0 }]).first;
  expect(second).toMatchObject({ status: 'not_met', numerator: 0, denominator: 1 });
  const open = score(form, [{ part: 7, total: 7, area: null }]).first;
  expect(open).toMatchObject({ status: 'undetermined', numerator: null, bounds: { numerator: [0, 1] } });
  expect(score(form, [{ part: 7, total: 7, area: 1 }]).first).toMatchObject({ numerator: 7, denominator: 7 });
});

test('one that is not met decides, whatever another still waits for', () => {
  const card = score(form, [{ part: 1, total: 2, area: null }]);
  expect(card).toMatchObject({ ready: false, first: { status: 'not_met', reason: null } });
  expect(card.first.explanation.vi).toBe(
    'Có hồ sơ 1/2 người; thiếu 1 người: Thôn 1 (1). Chưa đạt, dù còn số liệu để trống ở Thôn 1.',
  );
});

test('what is not met in villages that nobody names is said to be so', () => {
  const least = { ...share('>=', 1), numerator: 'min(${part})', counts: { vi: 'Ít nhất' } };
  const loose = smallForm([{ all: [least, { ...everyOne, numerator: 'count-if(${area} >= 0)' }] }]);
  expect(
    score(loose, [
      { part: 1, total: 2 },
      { part: 1, total: null },
    ]).first.explanation.vi,
  ).toBe(
    'Ít nhất: 1 trên tổng số ít nhất 2; chưa đạt. Có diện tích 2/2 thôn; đạt. ' +
      'Chưa đạt, dù còn số liệu để trống ở Thôn 1, Thôn 2.',
  );
});

test('what is wanting is said once, before what is decided', () => {
  expect(score(form, [{ part: 1, total: 1, area: 1 }, null]).first).toMatchObject({
    status: 'undetermined',
    reason: 'missing_villages',
    explanation: { vi: 'Chưa kết luận được: còn 1/2 thôn, bản chưa có số liệu (Thôn 2).' },
  });
  expect(score(form, [{ part: 1, total: 1, area: null }]).first.explanation.vi).toBe(
    'Chưa kết luận được: còn số liệu để trống ở Thôn 1. Có hồ sơ 1/1 người; đạt.',
  );
});

test('nothing arose only where nothing arose for each', () => {
  const both = smallForm([{ all: [whole, { ...whole, numerator: 'sum(${area})' }] }]);
  expect(score(both, [{ part: 0, total: 0, area: 0 }]).first).toMatchObject({ status: 'met', reason: 'vacuous' });
  expect(score(form, [{ part: 0, total: 0, area: 1 }]).first).toMatchObject({
    status: 'met',
    reason: null,
    explanation: { vi: 'Có hồ sơ: không phát sinh; đạt. Có diện tích 1/1 thôn; đạt.' },
  });
});

test('an input error in one leaves all undetermined, and is told before what is only missing', () => {
  const households = { ...share('=', 1, 'invalid') };
  const strict = smallForm([{ all: [households, { numerator: 'sum(${area})', comparison: '=', target: 0 }] }]);
  expect(score(strict, [{ part: 0, total: 0, area: null }]).first).toMatchObject({
    status: 'undetermined',
    reason: 'invalid_zero',
    explanation: {
      vi: 'Chưa kết luận được: tổng số bằng 0, cần kiểm tra lại số liệu; còn số liệu để trống ở Thôn 1.',
    },
  });
  expect(score(strict, [{ part: 0, total: 0, area: 1 }]).first.status).toBe('not_met');
});

test('the index counts the mean of the parts', () => {
  // 1 of 2 on file, and one of one village with an area: (1/2 + 1) ÷ 2.
  expect(score(form, [{ part: 1, total: 2, area: 1 }]).index).toBe(75);
  // Of what there should be none of, there is no share; what is open counts nothing.
  expect(score(form, [{ part: 1, total: 2, area: null }]).index).toBe(25);
});
