import { expect, test } from 'vitest';
import { checkDefinition } from '../definition/check-definition.ts';
import type { Question } from '../definition/schema.ts';
import { openSession } from './form-session.ts';
import { richForm } from './rich-form.fixture.ts';

const form = richForm();

test('a new answer tells which questions changed and what is wrong at these', () => {
  const session = openSession(form, 'village', { population: 50, addicts: 3 });
  expect(session.issuesOf('with_file')).toMatchObject([{ code: 'required' }]);
  const { changed, issues } = session.set('addicts', 60);
  expect([...changed]).toEqual(['addicts', 'with_file']);
  expect(issues).toMatchObject([
    { code: 'constraint', path: 'addicts', message: { vi: '60 người nghiện quá 50 dân.' } },
    { code: 'required', path: 'with_file', message: { vi: 'Có 60 người nghiện thì ghi số hồ sơ.' } },
  ]);
});

test('what becomes relevant brings its answer back, calculations and all', () => {
  const session = openSession(form, 'village', { population: 50, addicts: 0, with_file: 1 });
  expect(session.isRelevant('with_file')).toBe(false);
  const { changed } = session.set('addicts', 4);
  expect([...changed].sort()).toEqual(['addicts', 'share', 'unfiled', 'why', 'with_file']);
  expect(session.value('share')).toBe(25);
  expect(session.issuesOf('why')).toMatchObject([{ code: 'required' }]);
});

test('a section that is no longer relevant takes its questions with it, and their answers stay', () => {
  const session = openSession(form, 'village', { population: 9, side: 'south', place: 'hon' });
  expect(session.issuesOf('place')).toMatchObject([{ code: 'unknown_choice' }]);
  const { changed } = session.set('population', 1);
  expect([...changed].sort()).toEqual(['as_of', 'others', 'place', 'population', 'side', 'stamp']);
  expect(session.issuesOf('place')).toEqual([]);
  expect(session.answers.place).toBe('hon');
});

test('a check is told of at the first question that it reads', () => {
  const session = openSession(form, 'village', { population: 9, addicts: 3, with_file: 2 });
  const { changed, issues } = session.set('addicts', 1);
  expect(changed.has('with_file')).toBe(true);
  expect(issues).toMatchObject([{ code: 'check', path: 'with_file', rule: 'K1' }]);
});

test('an answer that changes nothing is no change', () => {
  const session = openSession(form, 'village', { population: 9, others: ['hon', 'tam'] });
  expect(session.set('others', ['hon', 'tam']).changed.size).toBe(0);
  expect(session.set('others', ['tam']).changed).toEqual(new Set(['others']));
});

test('an answer that the form does not ask for is told of until it is blank', () => {
  const session = openSession(form, 'village', {});
  expect(session.set('colour', 'red').issues).toMatchObject([{ code: 'unknown_question', path: 'colour' }]);
  expect(session.set('colour', null).issues).toEqual([]);
});

test('the answers given to a session stay as they are', () => {
  const answers = { population: 9 };
  openSession(form, 'village', answers).set('population', 8);
  expect(answers).toEqual({ population: 9 });
});

/** A long form in which each expression asks for the day, so that asking is counted as running it. */
function counted(questions: Partial<Question>[]) {
  const { definition } = checkDefinition({
    id: 'dem',
    title: { vi: 'Đếm' },
    languages: ['vi'],
    sections: [
      {
        name: 's',
        level: 'village',
        label: { vi: 'Mục' },
        questions: questions.map((question) => ({ type: 'integer', label: { vi: 'Câu' }, ...question })),
      },
    ],
  });
  let runs = 0;
  const session = openSession(definition!, 'village', Object.fromEntries(questions.map(({ name }) => [name, 1])), {
    today() {
      runs++;
      return '2024-11-30';
    },
  });
  return (name: string, value: number) => {
    runs = 0;
    session.set(name, value);
    return runs;
  };
}

const day = "today() != ''";

test('a new answer runs the expressions that read it and no others', () => {
  const runsOf = counted([
    { name: 'total' },
    ...Array.from({ length: 100 }, (_, i) => ({ name: `other${i}`, constraint: `. >= 0 and ${day}` })),
    { name: 'part', constraint: `. <= \${total} and ${day}` },
  ]);
  expect(runsOf('part', 0)).toBe(1);
  expect(runsOf('total', 5)).toBe(1);
  expect(runsOf('other7', 5)).toBe(1);
});

test('a cascade stops where nothing changes', () => {
  const runsOf = counted([
    { name: 'a' },
    { name: 'b', relevant: `${day} and \${a} > 0` },
    { name: 'c', relevant: `${day} and \${b} > 0` },
    { name: 'd', relevant: `${day} and \${c} > 0` },
  ]);
  expect(runsOf('a', 2)).toBe(1);
  expect(runsOf('a', 0)).toBe(3);
});

test('a question that is reached in two ways is worked out once', () => {
  const runsOf = counted([
    { name: 'a' },
    { type: 'calculate', name: 'b', calculation: `if(${day}, \${a} + 1, 0)` },
    { type: 'calculate', name: 'c', calculation: `if(${day}, \${a} + \${b}, 0)` },
    { type: 'calculate', name: 'd', calculation: `if(${day}, \${a} + \${b} + \${c}, 0)` },
  ]);
  expect(runsOf('a', 2)).toBe(3);
});
