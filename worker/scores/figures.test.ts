import { expect, test } from 'vitest';
import { type Answers, checkDefinition, templates } from '../../forms/index.ts';
import { figuresOf } from './figures.ts';

const form = templates['tam-duong-2024']!;
const figures = (commune: Answers, ...villages: (Answers | null)[]) =>
  figuresOf(form, {
    commune,
    attributes: { population: 9999 },
    villages: villages.map((answers, index) => ({ id: `v${index}`, answers })),
  });

test.each<[string, Record<string, number>, Record<string, number>]>([
  ['villages add up', figures({}, { population: 400 }, { population: 12 }), { population: 412 }],
  ["the commune's own count stands beside them", figures({ models_effective: 2 }), { models_effective: 2 }],
  ['a village without an answer adds nothing', figures({}, { hotspots: 1 }, {}, null), { hotspots: 1 }],
  ['a true 0 is a figure', figures({}, { hotspots: 0 }), { hotspots: 0 }],
  [
    'decimals add up as people add them',
    figures({}, { plants_area_m2: 0.1 }, { plants_area_m2: 0.2 }),
    { plants_area_m2: 0.3 },
  ],
  ['texts, choices and what no question asks are no figures', figures({}, { evidence: '5', tip_box: 'yes', x: 5 }), {}],
  ['nothing answered is no figure at all', figures({}, null), {}],
])('%s', (_, actual, expected) => {
  expect(actual).toEqual(expected);
});

test('a number that the form does not ask for now is kept, and is no figure', () => {
  const label = { vi: 'Câu' };
  const questions = [
    { type: 'integer', name: 'addicts', label },
    { type: 'integer', name: 'with_file', label, relevant: '${addicts} > 0' },
  ];
  const sections = [{ name: 's', level: 'village', label, questions }];
  const { definition } = checkDefinition({ id: 'f', title: label, languages: ['vi'], sections });
  const village = (answers: Answers) => ({ id: 'v', answers });
  const input = { commune: {}, attributes: {}, villages: [village({ addicts: 0, with_file: 3 })] };
  expect(figuresOf(definition!, input)).toEqual({ addicts: 0 });
});
