import { afterAll, beforeAll, expect, test } from 'vitest';
import { engineVersion } from '../../forms/index.ts';
import type { Site } from '../../local/demo/site.ts';
import { databaseOf } from '../support/database.ts';
import { type Service, startService } from '../support/service.ts';
import {
  fillEverything,
  prepareSurvey,
  type Readiness,
  readinessList,
  type Survey,
  submitFile,
} from '../support/survey.ts';

let service: Service;
let designer: Site;
let survey: Survey;
const scores = () => `/provinces/12/rounds/${survey.roundId}/scores`;

beforeAll(async () => {
  service = await startService();
  designer = await service.as('designer');
  survey = await prepareSurvey(designer);
  await fillEverything(service.stranger, survey);
  await submitFile(service.stranger, survey.base);
});
afterAll(() => service.stop());

const statusOf = (scorecard: Readiness, id: string) =>
  scorecard.criteria.find((criterion) => criterion.id === id)?.status;

test('what if a hotspot were found: the verdict changes in the answer and nowhere else', async () => {
  const villages = { [survey.villages[0]!.id]: { hotspots: 1 } };
  const answer = await designer.api<Readiness>('POST', `${scores()}/what-if/${survey.commune.id}`, { villages });
  expect(answer.ready).toBe(false);
  expect(statusOf(answer, 'TD1')).toBe('not_met');
  expect(statusOf(answer, 'TD6a')).toBe('met');
  expect((await readinessList(service.stranger, survey))[0]!.ready).toBe(true);
});

test('what if a village had not answered: the verdict is open', async () => {
  const villages = { [survey.villages[1]!.id]: null };
  const answer = await designer.api<Readiness>('POST', `${scores()}/what-if/${survey.commune.id}`, { villages });
  expect(answer).toMatchObject({ ready: null, coverage: { expected: 2, answered: 1 } });
});

test('a hypothesis about a village of another commune is refused by its path', async () => {
  const body = { villages: { [survey.commune.id]: {} } };
  await expect(designer.api('POST', `${scores()}/what-if/${survey.commune.id}`, body)).rejects.toThrow('unit_unknown');
});

test('recomputing keeps the scores in force, marks them stale, and the sweep finishes them with progress to see', async () => {
  expect(await designer.api('GET', scores())).toEqual({ communes: 1, pending: 0, changedByEngine: 0 });
  expect(await designer.api('POST', `${scores()}/recompute`)).toEqual({ communes: 1, pending: 1, changedByEngine: 0 });
  expect((await readinessList(service.stranger, survey))[0]).toMatchObject({ ready: true, stale: true });
  await service.runtime.runScheduled();
  expect(await designer.api('GET', scores())).toEqual({ communes: 1, pending: 0, changedByEngine: 0 });
  expect((await readinessList(service.stranger, survey))[0]).toMatchObject({ ready: true, stale: false });
});

test('a score that only another engine changes is computed anew, and the change is on record', async () => {
  const database = databaseOf(service, 'p12');
  const older = `UPDATE scorecards SET engine_version = '0', document = json_set(document, '$.ready', json('false'))`;
  await database.execute(older);
  await service.runtime.runScheduled();
  expect(await designer.api('GET', scores())).toEqual({ communes: 1, pending: 0, changedByEngine: 1 });
  expect((await readinessList(service.stranger, survey))[0]!.ready).toBe(true);
  // No figure is told: what the score was and is, their hashes prove.
  const { rows } = await database.execute("SELECT detail FROM events WHERE act = 'score.engine-change'");
  expect(JSON.parse(rows[0]!.detail as string)).toEqual({ from: '0', to: engineVersion });
});

test('of a round that is not there, not open yet, or archived nothing is recomputed', async () => {
  const rounds = '/provinces/12/rounds';
  const recompute = async (id: string) => (await designer.call('POST', `${rounds}/${id}/scores/recompute`)).json();
  const nobody = '01980000-0000-7000-8000-000000000000';
  expect(await recompute(nobody)).toMatchObject({ status: 404, code: 'round_unknown' });
  for (const list of [
    'scores',
    'submissions',
    'links',
    'review',
    'readiness',
    'completeness',
    'reminders',
    'targets',
  ]) {
    const answer = await designer.call('GET', `${rounds}/${nobody}/${list}`);
    expect([list, ((await answer.json()) as { code: string }).code]).toEqual([list, 'round_unknown']);
  }

  const { formVersionId } = await designer.api<{ formVersionId: string }>('GET', `${rounds}/${survey.roundId}`);
  const command = { name: 'Kỳ sau', kind: 'annual', formVersionId };
  const { id } = await designer.api<{ id: string }>('POST', rounds, command);
  expect(await recompute(id)).toMatchObject({ status: 409, code: 'round_not_open' });
  for (const act of ['open', 'close', 'archive']) await designer.api('POST', `${rounds}/${id}/${act}`);
  expect(await recompute(id)).toMatchObject({ status: 409, code: 'round_archived' });
});

test('a commune whose answers are damaged does not keep the others of its province waiting', async () => {
  const unit = (name: string) => ({ kindLabel: 'xã', name, villages: [{ kindLabel: 'bản', name: `${name} 1` }] });
  const two = await prepareSurvey(await service.as('designer', '33'), '33', { communes: ['A', 'B'].map(unit) });
  const owner = await service.as('designer', '33');
  const database = databaseOf(service, 'p33');
  await fillEverything(service.stranger, { ...two, villages: two.villages.slice(0, 1) });
  await owner.api('POST', `/provinces/33/rounds/${two.roundId}/scores/recompute`);
  await database.execute("UPDATE responses SET answers = '{'");
  await service.runtime.runScheduled();
  const progress = await owner.api('GET', `/provinces/33/rounds/${two.roundId}/scores`);
  expect(progress).toMatchObject({ communes: 2, pending: 1 });
});
