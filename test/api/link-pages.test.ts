import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Site } from '../../local/demo/site.ts';
import { baseOf, linksOf } from '../support/links.ts';
import { type Service, startService } from '../support/service.ts';
import { prepareSurvey, type Survey } from '../support/survey.ts';

let service: Service;
let designer: Site;
let survey: Survey;
let path: string;

beforeAll(async () => {
  service = await startService();
  designer = await service.as('designer');
  survey = await prepareSurvey(designer);
  path = `/console/12/rounds/${survey.roundId}/duong-dan`;
});
afterAll(() => service.stop());

const addresses = (page: string) =>
  [...page.matchAll(/class="card-url">([^<]*)<wbr\/><span class="card-path">([^<]*)</g)].map(([, , path]) =>
    baseOf({ url: service.url + path }),
  );

test('the results lead to the links, for those who may see them', async () => {
  const results = `/console/12/rounds/${survey.roundId}`;
  expect(await (await designer.get(results)).text()).toContain(`href="${path}"`);
  const reader = await service.as('reader');
  expect(await (await reader.get(results)).text()).not.toContain('duong-dan');
  expect((await reader.get(path)).status).toBe(403);
  const answer = await service.stranger.get(path);
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `/sign-in?next=${encodeURIComponent(path)}`]);
});

test('the list never shows an address', async () => {
  const page = await (await designer.get(path)).text();
  expect(page).toContain('Xã Bản Bo');
  expect(page).not.toContain('/s/12-');
});

test('the form answers with the sheet; sent again, it makes nothing more and says so', async () => {
  const fields = { level: 'village', onlyWithout: '1', pin: '1', as: 'sheet' };
  const answer = await designer.post(path, fields);
  const page = await answer.text();
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([201, 'no-store']);
  expect(addresses(page).length).toBe(2);
  expect((await service.stranger.get(addresses(page)[0]!)).status).toBe(401);
  const again = await designer.post(path, fields);
  expect([again.status, again.headers.get('location')]).toEqual([303, `${path}?notice=none_made`]);
  expect(await (await designer.get(`${path}?notice=none_made`)).text()).toContain('Không tạo thêm');
});

test('the form answers with CSV where that was pressed, up to the end of the day that was chosen', async () => {
  const tomorrow = new Date(Date.now() + 31 * 36e5).toISOString().slice(0, 10);
  const answer = await designer.post(path, { level: 'commune', lastDay: tomorrow, as: 'csv' });
  expect(answer.headers.get('content-type')).toContain('text/csv');
  const [, line] = (await answer.text()).split('\n');
  expect(line).toMatch(new RegExp(`^Xã Bản Bo,Xã Bản Bo,http.*/s/12-[0-9a-z]{26},,${tomorrow}$`));
});

test.each(['2020-01-01', '2999-01-01', '2026-02-30', 'mai'])(
  'the last day %s is refused with the form as it was filled in',
  async (lastDay) => {
    const answer = await designer.post(path, { level: 'all', pin: '1', lastDay, as: 'sheet' });
    const page = await answer.text();
    expect(answer.status).toBe(422);
    expect(page).toContain('Ngày cuối cùng phải từ hôm nay đến');
    expect(page).toMatch(/name="level" value="all" checked/);
    expect(page).toMatch(/name="pin" value="1" checked/);
  },
);

test('a link is given anew on a sheet of its own, and revoked', async () => {
  const { make, list } = linksOf(designer, survey.roundId);
  const [link] = (await make()).items;
  const anew = await (await designer.post(`${path}/${link!.id}/cap-lai`, {})).text();
  expect(addresses(anew).length).toBe(1);
  expect((await service.stranger.get(baseOf(link!))).status).toBe(410);
  expect((await service.stranger.get(addresses(anew)[0]!)).status).toBe(200);
  const second = await designer.post(`${path}/${link!.id}/cap-lai`, {});
  expect([second.status, await second.text()]).toEqual([410, expect.stringContaining('link_revoked')]);

  const newest = (await list('?state=active&level=commune')).items.at(-1)!;
  const revoked = await designer.post(`${path}/${newest.id}/thu-hoi`, {});
  expect([revoked.status, revoked.headers.get('location')]).toEqual([303, `${path}?notice=revoked`]);
  expect((await service.stranger.get(addresses(anew)[0]!)).status).toBe(410);
});

test('a verifier reads the list and changes nothing', async () => {
  const verifier = await service.as('verifier');
  const page = await (await verifier.get(path)).text();
  expect(page).toContain('Xã Bản Bo');
  expect(page).not.toContain(`action="${path}`);
  expect((await verifier.post(path, { level: 'all', as: 'sheet' })).status).toBe(403);
  expect((await verifier.post(`${path}/${survey.linkId}/cap-lai`, {})).status).toBe(403);
  expect((await verifier.post(`${path}/${survey.linkId}/thu-hoi`, {})).status).toBe(403);
});

test('a round or a link that is not there is said to be so', async () => {
  expect((await designer.get('/console/12/rounds/none/duong-dan')).status).toBe(404);
  expect((await designer.post(`${path}/none/cap-lai`, {})).status).toBe(404);
  expect((await designer.post(`${path}/none/thu-hoi`, {})).status).toBe(404);
});
