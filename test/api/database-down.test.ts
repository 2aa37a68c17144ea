import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Service, startService } from '../support/service.ts';
import { prepareSurvey, readinessPath, type Survey } from '../support/survey.ts';

let service: Service;
let survey: Survey;
let down = false;

beforeAll(async () => {
  service = await startService({
    onPipeline: ({ database }) => {
      if (down && database === 'p12') throw new Error('the disk is gone');
    },
  });
  survey = await prepareSurvey(await service.as('designer'));
});
afterAll(() => service.stop());

test('while the database is away a form post answers 503 and shows what was typed; afterwards it is saved', async () => {
  const section = `${survey.base}/${survey.villages[0]!.id}/residents`;
  const fields = { population: '1.192', households_total: '240', ':revision': '0' };
  down = true;
  const refused = await service.stranger.post(section, fields);
  const page = await refused.text();
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '60']);
  expect(page).toContain('database_unavailable');
  expect(page).toContain('1.192');
  expect(page).not.toContain('disk');
  down = false;
  expect((await service.stranger.post(section, fields)).status).toBe(303);
});

test('while the database is away the API says so with its code, and nothing of the cause', async () => {
  down = true;
  const headers = { authorization: `Bearer ${survey.key}` };
  const answer = await service.stranger.get(readinessPath(survey.roundId), headers);
  const text = await answer.text();
  down = false;
  expect(answer.status).toBe(503);
  expect(JSON.parse(text)).toMatchObject({ code: 'database_unavailable' });
  expect(text).not.toContain('disk');
});
