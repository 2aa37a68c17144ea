import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Site } from '../../local/demo/site.ts';
import { type Service, startService } from '../support/service.ts';
import {
  fillEverything,
  prepareSurvey,
  type Readiness,
  readinessList,
  readinessPath,
  type Survey,
  submitFile,
} from '../support/survey.ts';

const unit = (name: string) => ({ kindLabel: 'xã', name, villages: [{ kindLabel: 'bản', name: `${name} 1` }] });

let service: Service;
let integrator: Site;
let survey: Survey;

beforeAll(async () => {
  service = await startService();
  integrator = service.stranger;
  survey = await prepareSurvey(await service.as('designer'), '12', { communes: ['A', 'B', 'C'].map(unit) });
});
afterAll(() => service.stop());

const ask = (query = '', headers: Record<string, string> = {}) =>
  integrator.get(`${readinessPath(survey.roundId)}${query}`, { authorization: `Bearer ${survey.key}`, ...headers });

async function listed(query = '') {
  return (await (await ask(query)).json()) as { items: Readiness[]; nextCursor: string | null };
}

test('pages follow each other without a gap and end', async () => {
  const first = await listed('?limit=2');
  const second = await listed(`?limit=2&cursor=${first.nextCursor}`);
  expect([...first.items, ...second.items].map(({ unit }) => unit.name)).toEqual(['A', 'B', 'C']);
  expect(second.nextCursor).toBeNull();
});

test('an unchanged list answers 304 without its body, in JSON and in CSV', async () => {
  for (const query of ['', '?format=csv', '?include=explanation']) {
    const etag = (await ask(query)).headers.get('etag')!;
    const again = await ask(query, { 'if-none-match': etag });
    expect([again.status, await again.text()]).toEqual([304, '']);
  }
});

test('sentences and bounds stand in a list only when they are asked for', async () => {
  const [short] = (await listed()).items;
  const [explained] = (await listed('?include=explanation')).items;
  expect(Object.keys(short!.criteria[0]!)).not.toContain('explanation');
  expect(explained!.criteria[0]!.explanation.vi).toContain('Chưa kết luận được');
});

test('a list that was kept is never given out after a submission changed it', async () => {
  const before = await ask();
  expect(((await before.json()) as { items: Readiness[] }).items[0]!.state).toBe('collecting');
  const commune = { ...survey, villages: survey.villages.slice(0, 1) };
  await fillEverything(integrator, commune);
  await submitFile(integrator, survey.base);
  const after = await ask('', { 'if-none-match': before.headers.get('etag')! });
  expect(after.status).toBe(200);
  expect(((await after.json()) as { items: Readiness[] }).items[0]).toMatchObject({ state: 'submitted', ready: true });
});

test('a list that was asked for while its round was a draft has the communes once it opens', async () => {
  const designer = await service.as('designer');
  const { formVersionId } = await designer.api<{ formVersionId: string }>(
    'GET',
    `/provinces/12/rounds/${survey.roundId}`,
  );
  const settings = { name: 'Kỳ sau', kind: 'annual', formVersionId };
  const { id } = await designer.api<{ id: string }>('POST', '/provinces/12/rounds', settings);
  const later = { ...survey, roundId: id };
  expect(await readinessList(integrator, later)).toEqual([]);
  await designer.api('POST', `/provinces/12/rounds/${id}/open`);
  expect((await readinessList(integrator, later)).map(({ unit }) => unit.name)).toEqual(['A', 'B', 'C']);
});

test('updatedSince gives what was scored since', async () => {
  const all = await listed();
  const newest = all.items
    .map((item) => (item as Readiness & { scoredAt: string }).scoredAt)
    .sort()
    .at(-1)!;
  const since = await listed(`?updatedSince=${newest}`);
  expect(since.items.map(({ unit }) => unit.name)).toEqual(['A']);
});

test('updatedSince gives a file that was verified since, although its score is the same', async () => {
  const verifier = await service.as('verifier');
  const path = `/provinces/12/rounds/${survey.roundId}/review/${survey.commune.id}`;
  const { headers } = await verifier.call('GET', path);
  const before = new Date().toISOString();
  await verifier.api('POST', `${path}/verify`, undefined, { 'if-match': headers.get('etag')! });
  const since = await listed(`?updatedSince=${before}`);
  expect(since.items).toMatchObject([{ unit: { name: 'A' }, state: 'verified' }]);
});

test('one commune’s readiness names what it was computed from', async () => {
  const answer = await integrator.get(`${readinessPath(survey.roundId)}/${survey.commune.id}`, {
    authorization: `Bearer ${survey.key}`,
  });
  const { provenance } = (await answer.json()) as { provenance: Record<string, string> };
  for (const name of ['formHash', 'unitsHash']) expect(provenance[name]).toMatch(/^[0-9a-f]{64}$/);
  expect(provenance.answersHash).toBeNull();
  expect(provenance.engineVersion).toBeTruthy();
});
