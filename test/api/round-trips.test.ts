import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Site } from '../../local/demo/site.ts';
import { FillClient } from '../support/fill-client.ts';
import { givePin, linksOf } from '../support/links.ts';
import { Phone } from '../support/phone.ts';
import { type Service, startService } from '../support/service.ts';
import { fillEverything, newRound, prepareSurvey, readinessPath, type Survey, submitFile } from '../support/survey.ts';

let service: Service;
let survey: Survey;
let designer: Site;

beforeAll(async () => {
  service = await startService();
  designer = await service.as('designer');
  survey = await prepareSurvey(designer);
});
afterAll(() => service.stop());

const roundTrips = (answer: { headers: Headers }) =>
  service.runtime.hrana.pipelines.ofRequest(answer.headers.get('x-request-id')!);
const withKey = () => ({ authorization: `Bearer ${survey.key}` });

test.each([
  ['the overview', () => service.stranger.get(survey.base)],
  ['a section', () => service.stranger.get(`${survey.base}/${survey.villages[0]!.id}/drug_users`)],
  ['the filled form on paper', () => service.stranger.get(`${survey.base}/in`)],
  ['the empty form on paper', () => service.stranger.get(`${survey.base}/phieu-trong`)],
  ['the review page', () => service.stranger.get(`${survey.base}/nop`)],
  ['the readiness list with a key', () => service.stranger.get(readinessPath(survey.roundId), withKey())],
  ['the readiness list as CSV', () => service.stranger.get(`${readinessPath(survey.roundId)}?format=csv`, withKey())],
  [
    'the readiness of one commune with a key',
    () => service.stranger.get(`${readinessPath(survey.roundId)}/${survey.commune.id}`, withKey()),
  ],
])('%s costs one round trip to the database', async (_, ask) => {
  const answer = await ask();
  expect(answer.status).toBe(200);
  expect(roundTrips(answer)).toBe(1);
});

test('counts as they are cost one round trip too, with their record, and no browser keeps them', async () => {
  const command = { name: 'Khóa của tỉnh', scopes: ['readiness.read', 'figure.read'] };
  const { key } = await designer.api<{ key: string }>('POST', '/provinces/12/keys', command);
  for (const path of [readinessPath(survey.roundId), `${readinessPath(survey.roundId)}/${survey.commune.id}`]) {
    const answer = await service.stranger.get(`${path}?figures=exact`, { authorization: `Bearer ${key}` });
    expect([answer.status, roundTrips(answer), answer.headers.get('cache-control')]).toEqual([200, 1, 'no-store']);
  }
});

test('saving a section costs two round trips, submitting with its score three', async () => {
  await fillEverything(service.stranger, survey);
  const section = `${survey.base}/${survey.villages[0]!.id}/residents`;
  const saved = await service.stranger.post(section, {
    population: '1.192',
    households_total: '240',
    ':revision': '6',
  });
  expect(saved.status).toBe(303);
  expect(roundTrips(saved)).toBe(2);

  const submitted = await submitFile(service.stranger, survey.base);
  expect(submitted.status).toBe(303);
  expect(submitted.headers.get('location')).toBe(`${survey.base}/bien-nhan`);
  expect(roundTrips(submitted)).toBe(3);
});

test('an autosave costs one round trip', async () => {
  const clerk = new FillClient(service.url, (await newRound(designer, survey)).base);
  const file = await clerk.file();
  expect(roundTrips(file)).toBe(1);
  const save = { formVersionId: file.body.form.versionId, changes: { population: 1 } };
  const saved = await clerk.save(survey.villages[0]!.id, 0, save);
  expect(saved.status).toBe(200);
  expect(roundTrips(saved)).toBe(1);
  const again = await clerk.save(survey.villages[0]!.id, 1, { ...save, raw: { population: 'vài người' } });
  expect(roundTrips(again)).toBe(1);
});

test('the first visit costs none, the page that it leads to one', async () => {
  const phone = new Phone(service.url);
  const visit = await phone.get(new URL(survey.url).pathname);
  expect([visit.status, roundTrips(visit)]).toEqual([303, 0]);
  const overview = await phone.get(visit.headers.get('location')!);
  expect([overview.status, roundTrips(overview)]).toEqual([200, 1]);
});

test('an autosave on a link with a PIN costs one too, once the PIN was given', async () => {
  const { roundId } = await newRound(designer, survey);
  const { items } = await linksOf(designer, roundId).make({ pin: true });
  const phone = new Phone(service.url);
  const base = await phone.open(items[0]!.url);
  const clerk = phone.script(base);
  await givePin(phone, base, items[0]!.pin!);
  const file = await clerk.file();
  expect([file.status, roundTrips(file)]).toEqual([200, 1]);
  const save = { formVersionId: file.body.form.versionId, changes: { population: 1 } };
  const saved = await clerk.save(survey.villages[0]!.id, 0, save);
  expect([saved.status, roundTrips(saved)]).toEqual([200, 1]);

  phone.cookies = phone.cookies.filter(({ name }) => name !== 'dia-ban-pin');
  const refused = await clerk.save(survey.villages[0]!.id, 1, save);
  expect(refused).toMatchObject({ status: 401, body: { code: 'pin_required' } });
});

test('submitting and withdrawing over the API cost three round trips each, with their scores', async () => {
  const round = await newRound(designer, survey);
  await fillEverything(service.stranger, round);
  const clerk = new FillClient(service.url, round.base);
  const submitted = await clerk.submit();
  expect([submitted.status, roundTrips(submitted)]).toEqual([201, 3]);
  const withdrawn = await clerk.withdraw(2);
  expect([withdrawn.status, roundTrips(withdrawn)]).toEqual([200, 3]);
});

test('a caller without a key or a cookie costs no round trip to the province', async () => {
  const answer = await service.stranger.get(readinessPath(survey.roundId));
  expect(answer.status).toBe(401);
  expect(roundTrips(answer)).toBe(0);
});
