import { afterAll, beforeAll, expect, test } from 'vitest';
import { templates } from '../../forms/index.ts';
import { quietAnswers } from '../../forms/templates/quiet-answers.fixture.ts';
import type { Site } from '../../local/demo/site.ts';
import { FillClient } from '../support/fill-client.ts';
import { type Service, startService } from '../support/service.ts';
import { prepareSurvey, type Survey } from '../support/survey.ts';

const form = templates['tam-duong-2024']!;
const NAMES = ['Bản Bo', 'Tả Lèng', 'Hồ Thầu', 'Nà Tăm', 'Khun Há', 'Thèn Sin'];
const UNITS = {
  communes: NAMES.map((name) => ({
    ...{ kindLabel: 'xã', name },
    villages: [{ kindLabel: 'bản', name: `${name} 1` }],
  })),
};

let service: Service;
let designer: Site;
let verifier: Site;
let survey: Survey;

beforeAll(async () => {
  service = await startService();
  designer = await service.as('designer');
  verifier = await service.as('verifier');
  survey = await prepareSurvey(designer, '12', UNITS);
});
afterAll(() => service.stop());

/** Fills in and submits every commune of a round, each village with so many addicts, all of them with a file. */
async function handInAll(roundId: string, addicts: number[]): Promise<void> {
  const path = `/provinces/12/rounds/${roundId}/links`;
  const { items } = await designer.api<{ items: { unitId: string; url: string }[] }>('POST', path, {});
  for (const [i, name] of NAMES.entries()) {
    const commune = survey.units.find((unit) => unit.level === 'commune' && unit.name === name)!;
    const { url } = items.find(({ unitId }) => unitId === commune.id)!;
    const client = new FillClient(service.url, new URL(url).pathname);
    const { form: version, units } = (await client.file()).body;
    const count = addicts[i]!;
    const people = { addicts_total: count, addicts_with_file: count, addicts_present: 0, addicts_present_rehab: 0 };
    for (const { id, level } of units) {
      const changes = { ...quietAnswers(form, level), ...(level === 'village' ? people : {}) };
      const saved = await client.save(id, 0, { formVersionId: version.versionId, changes });
      expect(saved.status).toBe(200);
    }
    expect((await client.submit()).status).toBe(201);
  }
}

interface Detail {
  outliers: { question: string; label: string; comparison: string; explanation: { vi: string; en: string } }[];
}
const queue = (roundId: string, figures = 'exact') =>
  verifier.api<{ items: { unit: { id: string; name: string } }[] }>(
    'GET',
    `/provinces/12/rounds/${roundId}/review?flag=outlier&figures=${figures}`,
  );
const detail = (roundId: string, unitId: string, figures = 'exact') =>
  verifier.api<Detail>('GET', `/provinces/12/rounds/${roundId}/review/${unitId}?figures=${figures}`);

test('a commune far from its like, and later one that changed unlike the others, is flagged with the numbers', async () => {
  // 600 inhabitants each: 3 are 5 in a thousand.
  await handInAll(survey.roundId, [3, 3, 3, 3, 3, 24]);
  const [flagged, ...others] = (await queue(survey.roundId)).items;
  expect([flagged!.unit.name, others]).toEqual(['Thèn Sin', []]);
  const { outliers } = await detail(survey.roundId, flagged!.unit.id);
  expect(outliers).toContainEqual(
    expect.objectContaining({
      ...{ question: 'addicts_total', comparison: 'like_communes' },
      label: expect.stringContaining('nghiện'),
      explanation: {
        vi: '40 trên 1.000 dân, trung vị 5, z = 4,8',
        en: '40 per 1,000 inhabitants, median 5, z = 4.8',
      },
    }),
  );

  // That it is far from five communes which count 1 to 4 would say how many they count.
  expect((await queue(survey.roundId, 'masked')).items).toEqual([]);
  expect((await detail(survey.roundId, flagged!.unit.id, 'masked')).outliers).toEqual([]);

  const { formVersionId } = await designer.api<{ formVersionId: string }>(
    'GET',
    `/provinces/12/rounds/${survey.roundId}`,
  );
  const command = { name: 'Kỳ sau', kind: 'annual', formVersionId, previousRoundId: survey.roundId };
  const { id: next } = await designer.api<{ id: string }>('POST', '/provinces/12/rounds', command);
  await designer.api('POST', `/provinces/12/rounds/${next}/open`);
  await handInAll(next, [24, 3, 3, 3, 3, 24]);
  const bo = survey.units.find(({ name }) => name === 'Bản Bo')!;
  const changed = (await detail(next, bo.id)).outliers.filter(({ comparison }) => comparison === 'previous_round');
  expect(changed).toContainEqual(
    expect.objectContaining({
      question: 'addicts_total',
      explanation: expect.objectContaining({ vi: '3 → 24 so với kỳ trước, tỷ số 6,25, trung vị 1, z = 4,8' }),
    }),
  );
  // Who was far away already and stayed has not changed.
  const stayed = (await detail(next, flagged!.unit.id)).outliers;
  expect(stayed.filter(({ comparison }) => comparison === 'previous_round')).toEqual([]);
});
