import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Site } from '../../local/demo/site.ts';
import { type Service, startService } from '../support/service.ts';
import { prepareSurvey, readinessPath, type Survey } from '../support/survey.ts';

let service: Service;
let laiChau: Survey;
let hungYen: Survey;
let designer12: Site;

beforeAll(async () => {
  service = await startService();
  designer12 = await service.as('designer', '12');
  laiChau = await prepareSurvey(designer12, '12');
  hungYen = await prepareSurvey(await service.as('designer', '33'), '33');
});
afterAll(() => service.stop());

const pipelines = () => service.runtime.hrana.pipelines.ofDatabase('p33');

/** Sends requests and asserts that none of them reached province 33's database. */
async function untouched(send: () => Promise<Response>): Promise<Response> {
  const before = pipelines();
  const answer = await send();
  expect(pipelines()).toBe(before);
  return answer;
}

const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;

test("province 12's key opens nothing of province 33 and does not reach its database", async () => {
  const headers = { authorization: `Bearer ${laiChau.key}` };
  const answer = await untouched(() => service.stranger.get(readinessPath(hungYen.roundId, '33'), headers));
  expect(answer.status).toBe(403);
  expect(await codeOf(answer)).toBe('key_of_other_province');
});

test("a key whose province code was forged is unknown in the other province's database", async () => {
  const headers = { authorization: `Bearer ${laiChau.key.replace('dbk_12_', 'dbk_33_')}` };
  const answer = await service.stranger.get(readinessPath(hungYen.roundId, '33'), headers);
  expect(answer.status).toBe(401);
  expect(await codeOf(answer)).toBe('key_invalid');
});

test("province 12's session reads and writes nothing of province 33 and does not reach its database", async () => {
  const read = await untouched(() => designer12.get(readinessPath(hungYen.roundId, '33')));
  expect([read.status, await codeOf(read)]).toEqual([403, 'forbidden']);
  const written = untouched(async () => {
    await expect(designer12.api('POST', `/provinces/33/rounds/${hungYen.roundId}/close`)).rejects.toThrow('403');
    return new Response();
  });
  await written;
  const page = await untouched(() => designer12.get(`/console/33/rounds/${hungYen.roundId}`));
  expect(page.status).toBe(403);
});

test("a round of province 33 does not exist in province 12, even for province 12's own staff and keys", async () => {
  const headers = { authorization: `Bearer ${laiChau.key}` };
  const answer = await untouched(() => service.stranger.get(readinessPath(hungYen.roundId, '12'), headers));
  expect([answer.status, await codeOf(answer)]).toEqual([404, 'round_unknown']);
});

test("province 12's link neither shows nor saves a village of province 33, and a forged code is no link", async () => {
  const village = hungYen.villages[0]!.id;
  const shown = await untouched(() => service.stranger.get(`${laiChau.base}/${village}/residents`));
  expect(shown.status).toBe(404);
  const saved = await untouched(() =>
    service.stranger.post(`${laiChau.base}/${village}/residents`, { population: '5', ':revision': '0' }),
  );
  expect(saved.status).toBe(404);
  const forged = await service.stranger.get(laiChau.base.replace('/s/12-', '/s/33-'));
  expect(forged.status).toBe(404);
});
