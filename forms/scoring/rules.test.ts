import { expect, test } from 'vitest';
import { inVillages, score, share, smallForm } from './small-form.fixture.ts';

test('a test gives a status without numbers', () => {
  const form = smallForm([
    { test: 'all(${part} > 0)', title: { vi: 'Thôn nào cũng có', en: 'Every village has some' } },
  ]);
  expect(score(form, [{ part: 1 }, { part: 2 }]).first).toMatchObject({
    status: 'met',
    numerator: null,
    denominator: null,
    bounds: { numerator: null, denominator: null },
    shortfall: 0,
    explanation: { vi: 'Thôn nào cũng có: đạt.', en: 'Every village has some: met.' },
  });
  expect(score(form, [{ part: 1 }, { part: 0 }]).first).toMatchObject({ status: 'not_met', shortfall: null });
  expect(score(form, [{ part: 1 }, null]).first).toMatchObject({ status: 'undetermined', reason: 'missing_villages' });
});

test('a test says what the commune stated that it looked at', () => {
  const form = smallForm([{ test: '${models} > 1', title: { vi: 'Nhiều mô hình', en: 'Several models' } }]);
  expect(score(form, [], { commune: { models: 1 } }).first.explanation).toEqual({
    vi: 'Nhiều mô hình: chưa đạt (Mô hình: 1).',
    en: 'Several models: not met (Mô hình: 1).',
  });
});

test('a criterion applies only where its condition holds, and otherwise never blocks', () => {
  const form = smallForm([{ applicable: '${models} > 0', test: 'sum(${part}) > 5' }]);
  const villages = [{ part: 1 }];
  expect(score(form, villages, { commune: { models: 0 } })).toMatchObject({
    ready: true,
    index: null,
    first: { status: 'not_applicable', explanation: { vi: 'Không áp dụng.' } },
  });
  expect(score(form, villages, { commune: { models: 1 } })).toMatchObject({ ready: false });
  expect(score(form, villages)).toMatchObject({
    ready: null,
    first: { status: 'undetermined', reason: 'blank_answers' },
  });
});

test('what may not apply stays open, even where nothing arose', () => {
  const form = smallForm([{ applicable: '${models} > 0', measure: share('=', 1, 'met') }]);
  const villages = [{ part: 0, total: 0 }];
  expect(score(form, villages).first).toMatchObject({ status: 'undetermined', reason: 'blank_answers' });
  expect(score(form, villages, { commune: { models: 1 } }).first).toMatchObject({ status: 'met', reason: 'vacuous' });
  expect(score(form, villages, { commune: { models: 0 } }).first).toMatchObject({
    status: 'not_applicable',
    reason: null,
  });
});

test('an input error is no reason while it is open whether the criterion applies', () => {
  const form = smallForm([{ applicable: '${models} > 0', measure: share('=', 1, 'invalid') }]);
  const villages = [{ part: 0, total: 0 }];
  expect(score(form, villages).first).toMatchObject({ status: 'undetermined', reason: 'blank_answers' });
  expect(score(form, villages, { commune: { models: 1 } }).first.reason).toBe('invalid_zero');
});

test('at least k of n conditions can be asked for', () => {
  const form = smallForm([{ test: 'checklist(2, 3, sum(${part}) > 0, sum(${total}) > 0, sum(${area}) > 0)' }]);
  expect(score(form, [{ part: 1, total: 1, area: 0 }]).first.status).toBe('met');
  expect(score(form, [{ part: 1, total: 0, area: 0 }]).first.status).toBe('not_met');
  // Two hold already; the third no longer matters.
  expect(score(form, [{ part: 1, total: 1 }]).first.status).toBe('met');
});

test('a number compares with the previous round, which is unknown where there was none', () => {
  const form = smallForm([{ test: 'sum(${part}) < previous(sum(${part})) or previous(sum(${part})) = 0' }]);
  const before = (part: number) => ({ previous: { commune: {}, attributes: {}, villages: inVillages([{ part }]) } });
  expect(score(form, [{ part: 3 }], before(4)).first.status).toBe('met');
  expect(score(form, [{ part: 4 }], before(4)).first.status).toBe('not_met');
  expect(score(form, [{ part: 0 }], before(0)).first.status).toBe('met');
  expect(score(form, [{ part: 3 }]).first).toMatchObject({
    status: 'undetermined',
    reason: 'no_earlier_figures',
    explanation: { vi: 'Chưa kết luận được: chưa có số liệu kỳ trước để so sánh.' },
  });
});

test('a village compares with itself in the baseline, found by its id', () => {
  const form = smallForm([{ test: 'all(${part} <= baseline(${part}))' }]);
  const baseline = {
    commune: {},
    attributes: {},
    villages: [
      { id: 'v2', answers: { part: 2 } },
      { id: 'v1', answers: { part: 1 } },
    ],
  };
  expect(score(form, [{ part: 1 }, { part: 2 }], { baseline }).first.status).toBe('met');
  expect(score(form, [{ part: 2 }, { part: 1 }], { baseline }).first.status).toBe('not_met');
  expect(score(form, [{ part: 1 }, { part: 2 }, { part: 1 }], { baseline }).first.status).toBe('undetermined');
});

test('a question that was not asked because it is not relevant adds nothing and is not unknown', () => {
  const form = smallForm(
    [{ measure: { numerator: 'sum(${detail})', comparison: '=', target: 0 } }],
    [{ name: 'detail', relevant: '${part} > 0' }],
  );
  expect(score(form, [{ part: 0 }]).first).toMatchObject({ status: 'met', numerator: 0 });
  // An answer left over from before the question was hidden does not count either.
  expect(score(form, [{ part: 0, detail: 7 }]).first).toMatchObject({ status: 'met', numerator: 0 });
  expect(score(form, [{ part: 2, detail: 7 }]).first).toMatchObject({ status: 'not_met', numerator: 7 });
  expect(score(form, [{ part: 2 }]).first).toMatchObject({ status: 'undetermined', reason: 'blank_answers' });
});

test('while it is not known whether a question is relevant, its value is open too', () => {
  const measure = { numerator: 'sum(${detail})', comparison: '=', target: 0 } as const;
  const shown = smallForm([{ measure }], [{ name: 'detail', relevant: '${part} > 0' }]);
  expect(score(shown, [{}]).first).toMatchObject({ status: 'undetermined', bounds: { numerator: [0, null] } });
  // The form shows this question while `part` is blank, but may yet take it away again.
  const hidden = smallForm([{ measure }], [{ name: 'detail', relevant: '${part} != 5' }]);
  expect(score(hidden, [{ detail: 7 }]).first).toMatchObject({ status: 'undetermined', bounds: { numerator: [0, 7] } });
  expect(score(hidden, [{ detail: 7, part: 5 }]).first).toMatchObject({ status: 'met', numerator: 0 });
});

test('a village’s calculation is worked out for scoring, whatever came with the answers', () => {
  const form = smallForm(
    [{ measure: { numerator: 'sum(${gap})', comparison: '=', target: 0 } }],
    [{ name: 'gap', type: 'calculate', calculation: '${total} - ${part}' }],
  );
  expect(score(form, [{ part: 2, total: 5, gap: 0 }]).first).toMatchObject({ status: 'not_met', numerator: 3 });
  // A difference can be below 0, so one known gap does not decide while a village is missing.
  expect(score(form, [{ part: 2, total: 5 }, null]).first).toMatchObject({
    status: 'undetermined',
    bounds: { numerator: null },
  });
});

test('an unknown number lies within its question’s bounds', () => {
  const form = smallForm(
    [{ measure: { numerator: 'sum(${level})', comparison: '>', target: 0 } }],
    [{ name: 'level', type: 'range', parameters: { start: '1', end: '5' } }],
  );
  expect(score(form, [null, null]).first).toMatchObject({ status: 'met', bounds: { numerator: [2, 10] } });
});

test('calculations build on one another', () => {
  const form = smallForm(
    [{ measure: { numerator: '${B}', comparison: '>=', target: 7 } }],
    [],
    [
      { name: 'A', expression: 'sum(${part})' },
      { name: 'B', expression: '2 * ${A}' },
    ],
  );
  expect(score(form, [{ part: 1 }, { part: 2 }]).first).toMatchObject({
    status: 'not_met',
    numerator: 6,
    shortfall: 1,
  });
  expect(score(form, [{ part: 1 }, null]).first).toMatchObject({ status: 'undetermined', reason: 'missing_villages' });
});

test('a division by zero decides nothing, and says that the figures need checking', () => {
  const form = smallForm([{ test: 'sum(${part}) div sum(${total}) > 1' }]);
  expect(score(form, [{ part: 1, total: 0 }]).first).toMatchObject({ status: 'undetermined', reason: 'invalid_zero' });
});

test('a form that was never checked is refused loudly', () => {
  const form = { ...smallForm([]), criteria: [{ id: 'C', title: {}, clause: '', requirement: true, test: 'sum(' }] };
  expect(() => score(form, [])).toThrow('Unchecked expression');
});
