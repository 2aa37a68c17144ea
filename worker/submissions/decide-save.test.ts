import { expect, test } from 'vitest';
import { decideSave } from './decide-save.ts';
import { formOf } from './two-versions.fixture.ts';

const form = formOf([{ name: 'a' }, { name: 'note', type: 'text' }, { name: 'place', type: 'text' }]);
const section = form.sections[0]!;
const relevant = new Set(['a', 'note', 'place']);

test('what looks like the data of a person is held back, its question keeps its answer, and the others are saved', () => {
  const before = { answers: { a: 1, note: 'Đã họp bản', place: 'x' }, raw: {}, relevant };
  const typed = { a: '2', note: 'Gọi anh C 0912.345.678', place: 'Nhà văn hóa' };
  const decided = decideSave(form, section, before, typed);
  expect(decided).toMatchObject({
    answers: { a: 2, note: 'Đã họp bản', place: 'Nhà văn hóa' },
    raw: {},
    held: { typed: { note: typed.note }, issues: [{ code: 'personal_data', path: 'note' }] },
  });
});

test('nor is it kept as text that could not be read, in place of which the old answer stays', () => {
  const before = { answers: { a: 1 }, raw: {}, relevant };
  const decided = decideSave(form, section, before, { a: 'CCCD 001099012345', note: '', place: '' });
  expect(decided).toMatchObject({ answers: { a: 1 }, raw: {}, held: { typed: { a: 'CCCD 001099012345' } } });
});
