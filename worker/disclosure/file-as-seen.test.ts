import { describe, expect, test } from 'vitest';
import { type Answers, checkDefinition, maskScorecard } from '../../forms/index.ts';
import { progressOf, sectionsOf, unitStateOf } from '../../web/fill/unit-progress.ts';
import { communeInput } from '../scores/commune-input.ts';
import { assessFile } from '../submissions/assess.ts';
import { communeFile, NOW, response, unit, version } from '../submissions/file.fixture.ts';
import { findingsOf } from '../submissions/findings.ts';
import type { Figures } from './figures.ts';
import { fileAsSeen } from './file-as-seen.ts';

const vi = (text: string) => ({ vi: text });
const people = { type: 'integer', required: true, unit: { vi: 'người', en: 'people' } };
const { definition, issues } = checkDefinition({
  id: 'nho',
  title: vi('Nhỏ'),
  languages: ['vi'],
  sections: [
    {
      name: 'people',
      level: 'village',
      label: vi('Người'),
      questions: [
        { type: 'integer', name: 'population', label: vi('Dân số'), required: true },
        { ...people, name: 'addicts', label: vi('Nghiện') },
        { ...people, name: 'filed', label: vi('Có hồ sơ') },
        { type: 'text', name: 'plan', label: vi('Kế hoạch'), relevant: '${addicts} > 2', required: true },
        { type: 'integer', name: 'homes', label: vi('Hộ'), unit: vi('hộ'), relevant: '${filed} > 2' },
      ],
    },
    {
      name: 'commune',
      level: 'commune',
      label: vi('Xã'),
      questions: [{ type: 'text', name: 'note', label: vi('Ghi') }],
    },
  ],
  choices: {},
  checks: [
    {
      ...{ id: 'K1', level: 'village', test: '${filed} <= ${addicts}', severity: 'error' },
      message: vi('Có hồ sơ (${filed}) nhiều hơn số người nghiện (${addicts}).'),
    },
    {
      ...{ id: 'K2', level: 'village', test: '${addicts} < 4', severity: 'warning' },
      message: vi('Nhiều người nghiện.'),
    },
    {
      ...{ id: 'K3', level: 'village', test: '${population} > 100', severity: 'warning' },
      message: vi('Dân số (${population}) ít.'),
    },
    {
      ...{ id: 'K4', level: 'village', test: '${population} > 100', severity: 'warning' },
      message: vi('Dân số ít, người nghiện ${addicts}.'),
    },
  ],
});
if (!definition) throw new Error(JSON.stringify(issues));
const form = definition;

const file = (villages: Answers[], before: Answers = {}) => {
  const names = villages.map((_, i) => `v${i}`);
  const parts = {
    version: version('v1', form),
    stored: villages.map((answers, i) => response({ unitId: names[i]!, answers })),
  };
  const earlier = { previousRoundId: 'before', baselineRoundId: null, edges: [], units: [] };
  return {
    ...communeFile(parts),
    units: [unit('commune'), ...names.map(unit)],
    earlier: { ...earlier, responses: names.map((unitId) => ({ roundId: 'before', unitId, answers: before })) },
  };
};

/** All that is said of a file beside its numbers. */
function saidOf(read: ReturnType<typeof file>, figures: Figures) {
  const { assessments, answers } = fileAsSeen(read, assessFile(read, NOW), figures);
  return {
    findings: findingsOf(form, assessments),
    progress: assessments.map((each) => [
      unitStateOf(each),
      sectionsOf(form, each).map((section) => progressOf(section, each)),
    ]),
    answers: [...answers],
  };
}

/** What a reader knows without any of that: the masked scorecard, and the counts with their marks. */
function shownOf(read: ReturnType<typeof file>) {
  const { answers } = fileAsSeen(read, assessFile(read, NOW), 'masked');
  const counts = [...answers.values()].map(({ answers, masked }) =>
    ['population', 'addicts', 'filed'].map((name) => [answers[name] ?? null, masked[name] ?? null]),
  );
  return JSON.stringify([maskScorecard(form, communeInput(read, 'without-names')), counts]);
}

const counts = [0, 1, 2, 3, 4, 5, 12, 30];
const worlds = counts.flatMap((addicts) =>
  counts.map((filed): Answers => ({ population: 90, addicts, filed, plan: 'Có', homes: filed > 2 ? 7 : null })),
);

describe('without exact figures what is said of a file follows from what is shown of it', () => {
  test('whatever the counts are: files that show the same say the same', () => {
    const alike = Map.groupBy(
      [...worlds.map((world) => [world]), ...worlds.map((world) => [world, worlds[9]!])],
      (all) => shownOf(file(all)),
    );
    expect(alike.size).toBeGreaterThan(10);
    expect(alike.size).toBeLessThan(worlds.length);
    for (const same of alike.values()) {
      expect(new Set(same.map((all) => JSON.stringify(saidOf(file(all), 'masked')))).size).toBe(1);
    }
    // With them they are told apart.
    const [first, second] = [[worlds[9]!], [worlds[18]!]];
    expect(shownOf(file(first))).toBe(shownOf(file(second)));
    expect(saidOf(file(first), 'exact')).not.toEqual(saidOf(file(second), 'exact'));
  });

  test('a warning about what is shown stays, with its numbers', () => {
    const { findings } = saidOf(file([{ ...worlds[0]!, addicts: 3, filed: 5 }]), 'masked');
    expect(findings.errors).toEqual([]);
    expect(findings.confirmations.map(({ key, message }) => [key, message.vi])).toEqual([
      ['v0:K3:population', 'Dân số (90) ít.'],
    ]);
    const exact = saidOf(file([{ ...worlds[0]!, addicts: 3, filed: 5 }]), 'exact').findings;
    expect(exact.errors.map(({ key }) => key)).toEqual(['v0:K1:filed']);
    expect(exact.confirmations).toHaveLength(2);
  });

  test('a change since the round before is large only in what identifies nobody', () => {
    const now = { population: 900, addicts: 30, filed: 30, plan: 'Có' };
    const confirmed = (before: Answers, figures: Figures) =>
      saidOf(file([now], before), figures).findings.confirmations.filter(({ key }) => key === 'v0:changed');
    expect(confirmed({ population: 900, addicts: 12 }, 'masked')).toEqual([]);
    expect(confirmed({ population: 900, addicts: 12 }, 'exact')).toHaveLength(1);
    const [both] = confirmed({ population: 400, addicts: 12 }, 'masked');
    expect(both!.message.vi).toBe('Thay đổi trên 50% so với kỳ trước: Dân số: 400 → 900.');
  });

  test('what is asked only of some counts is withheld, answered or not', () => {
    const [, [, village]] = saidOf(file([{ ...worlds[0]!, addicts: 1, plan: null }]), 'masked').answers as [
      unknown,
      [string, { masked: object; answers: object }],
    ];
    expect(village.masked).toMatchObject({ addicts: '<5', plan: 'withheld', homes: 'withheld' });
    expect(village.answers).toEqual({ population: 90 });
  });

  test('what the form asks no more is kept from everybody but who sees figures', () => {
    const read = file([{ ...worlds[0]! }]);
    const stored = read.responses.map((each) => ({ ...each, raw: { once_asked: '3' } }));
    expect(JSON.stringify(saidOf({ ...read, responses: stored }, 'masked'))).not.toContain('"3"');
    expect(JSON.stringify(saidOf({ ...read, responses: stored }, 'exact'))).toContain('"3"');
  });
});
