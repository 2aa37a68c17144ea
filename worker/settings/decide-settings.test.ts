import { expect, test } from 'vitest';
import { checkDefinition } from '../../forms/index.ts';
import { Problem } from '../http/problem.ts';
import { decideSettings } from './decide-settings.ts';
import { knownQuestions } from './known-questions.ts';
import type { Settings } from './store.ts';

const before: Settings = { withheldQuestions: [], answersKeptMonths: null, answersKeptSince: null, revision: 0 };
const known = ['gangs', 'hotspots'].map((name) => ({ name, label: { vi: name }, isPoliceMatter: true }));
const decide = (command: { withheldQuestions: string[]; answersKeptMonths: number | null }, from = before) =>
  decideSettings(from, command, known, '2026-01-05T00:00:00.000Z');

test('names are kept once each and in order, so that two who choose the same write the same', () => {
  expect(decide({ withheldQuestions: ['hotspots', 'gangs', 'hotspots'], answersKeptMonths: null })).toEqual({
    ...before,
    withheldQuestions: ['gangs', 'hotspots'],
    revision: 1,
  });
});

test('a name that no form knows is refused and named, one that is withheld already may stay', () => {
  const refused = decide({ withheldQuestions: ['gangs', 'gang'], answersKeptMonths: null });
  expect(refused).toBeInstanceOf(Problem);
  expect((refused as Problem).errors).toEqual([
    { path: 'withheldQuestions.1', code: 'unknown_question', detail: 'gang' },
  ]);
  const held = { ...before, withheldQuestions: ['gang'] };
  expect(decide({ withheldQuestions: ['gang'], answersKeptMonths: null }, held)).toMatchObject({
    withheldQuestions: ['gang'],
  });
});

test('the days of grace begin anew with another end, and with nothing else', () => {
  const set = decide({ withheldQuestions: [], answersKeptMonths: 24 }) as Settings;
  expect(set.answersKeptSince).toBe('2026-01-05T00:00:00.000Z');
  const later = decideSettings(set, { withheldQuestions: ['gangs'], answersKeptMonths: 24 }, known, 'later');
  expect(later).toMatchObject({ answersKeptSince: '2026-01-05T00:00:00.000Z', revision: 2 });
  expect(decideSettings(set, { withheldQuestions: [], answersKeptMonths: 12 }, known, 'later')).toMatchObject({
    answersKeptSince: 'later',
  });
});

test('a question of two forms is told in the words of the later one, and notes are no questions', () => {
  const form = (label: string) => {
    const { definition } = checkDefinition({
      id: 'mau',
      title: { vi: 'Mẫu' },
      languages: ['vi'],
      sections: [
        {
          name: 's',
          level: 'commune',
          label: { vi: 'S' },
          questions: [
            { type: 'integer', name: 'gangs', label: { vi: label } },
            { type: 'note', name: 'read_this', label: { vi: 'Đọc kỹ' } },
          ],
        },
      ],
    });
    return definition!;
  };
  expect(knownQuestions([form('Ổ nhóm'), form('Ổ nhóm, đường dây')])).toEqual([
    { name: 'gangs', label: { vi: 'Ổ nhóm, đường dây' }, isPoliceMatter: true },
  ]);
});
