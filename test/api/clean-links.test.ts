import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Site } from '../../local/demo/site.ts';
import { rowsOf } from '../support/database.ts';
import type { ProblemWire } from '../support/fill-client.ts';
import { givePin, linksOf, type MadeLink, tokenOf } from '../support/links.ts';
import { Phone } from '../support/phone.ts';
import { type Service, startService } from '../support/service.ts';
import { fillEverything, newRound, prepareSurvey, type Survey, submitFile } from '../support/survey.ts';

let service: Service;
let designer: Site;
let survey: Survey;
/** A link of its own for each test, and a browser that has been nowhere. */
let link: MadeLink;
let phone: Phone;

beforeAll(async () => {
  service = await startService();
  designer = await service.as('designer');
  survey = await prepareSurvey(designer);
});
afterAll(() => service.stop());

beforeEach(async () => {
  link = (await linksOf(designer, survey.roundId).make()).items[0]!;
  phone = new Phone(service.url);
});

const section = (base: string, village = 0) => `${base}/${survey.villages[village]!.id}/residents`;
const fields = { population: '1.192', households_total: '240', ':revision': '0' };
const UNKNOWN = `/s/12-${'0'.repeat(26)}`;

describe('the first visit', () => {
  test('leads to an address without the token, which a cookie for that address alone brings along', async () => {
    const answer = await phone.get(new URL(link.url).pathname);
    const base = answer.headers.get('location')!;
    const [cookie] = answer.headers.getSetCookie();
    expect(answer.status).toBe(303);
    expect(base).toMatch(/^\/p\/[0-9a-f]{12}$/);
    expect(tokenOf(link.url)).not.toContain(base.slice('/p/'.length));
    expect(await answer.text()).toBe('');
    expect(cookie).toMatch(/; HttpOnly; SameSite=Lax$/);
    expect(cookie).toContain(`; Path=${base};`);
    expect(Number(/Max-Age=(\d+)/.exec(cookie!)![1])).toBe(90 * 24 * 60 * 60);
    expect(answer.headers.get('referrer-policy')).toBe('strict-origin');
    expect((await phone.get(base)).status).toBe(200);
  });

  test('over https gives a cookie that stays on https', async () => {
    const secure = await startService({ publicUrl: 'https://diaban.example.vn' });
    try {
      const answer = await new Phone(secure.url).get(UNKNOWN);
      expect(answer.headers.get('set-cookie')).toMatch(/; Secure/);
    } finally {
      await secure.stop();
    }
  });

  test('leads to the same address in capitals too, and takes a query along', async () => {
    const base = await phone.open(link.url);
    expect(await phone.open(service.url + new URL(link.url).pathname.toUpperCase().replace('/S/', '/s/'))).toBe(base);
    expect(await phone.open(`${link.url}?lang=en`)).toBe(`${base}?lang=en`);
  });
});

describe('closing a link on a machine', () => {
  const closed = (base: string) => phone.post(`${base}/dong-phieu`, {});

  test('takes its cookies away and nothing else, asks no database, and is done twice as well as once', async () => {
    const other = (await linksOf(designer, survey.roundId).make()).items[0]!;
    const [base, otherBase] = [await phone.open(link.url), await phone.open(other.url)];
    for (let time = 0; time < 2; time += 1) {
      const answer = await closed(base);
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
      expect(answer.headers.get('clear-site-data')).toBe('"cache"');
      const gone = answer.headers.getSetCookie().map((cookie) => /^([\w-]+)=; Max-Age=0; Path=([^;]+)/.exec(cookie));
      expect(gone.map((found) => found?.slice(1))).toEqual([
        ['dia-ban-link', base],
        ['dia-ban-pin', base],
      ]);
      expect(service.runtime.hrana.pipelines.ofRequest(answer.headers.get('x-request-id')!)).toBe(0);
      expect(await answer.text()).not.toContain('Bản Bo');
    }
    expect((await phone.get(base)).status).toBe(401);
    expect((await phone.get(otherBase)).status).toBe(200);
    expect((await phone.get(await phone.open(link.url))).status).toBe(200);
  });

  test('under its own address also takes away what the clean one knows, and says that the address opens', async () => {
    const base = await phone.open(link.url);
    const own = `${new URL(link.url).pathname}-mo`;
    expect(await (await phone.get(`${own}/dong-phieu`)).text()).toContain(`action="${own}/dong-phieu"`);
    expect(await (await closed(own)).text()).toContain('xóa địa chỉ đó khỏi lịch sử');
    expect((await phone.get(base)).status).toBe(401);
  });

  test('is not done by another site, and not at an address that is no link’s', async () => {
    const base = await phone.open(link.url);
    const foreign = await phone.post(`${base}/dong-phieu`, {}, { origin: 'https://evil.example' });
    expect([foreign.status, foreign.headers.getSetCookie()]).toEqual([403, []]);
    expect((await phone.get(base)).status).toBe(200);
    for (const path of ['/p/x', '/p/0123456789abc', '/s/abc']) expect((await closed(path)).status).toBe(404);
  });
});

describe('under the clean address', () => {
  test('a file is filled in, submitted and taken back, and no answer holds the token', async () => {
    const round = await newRound(designer, survey);
    const base = await phone.open(round.url);
    const clean = { ...round, base };
    await fillEverything(phone, clean);
    const submitted = await submitFile(phone, base);
    expect([submitted.status, submitted.headers.get('location')]).toEqual([303, `${base}/bien-nhan`]);
    const script = phone.script(base);
    const told = [await script.file(), await script.review()].map((answer) => JSON.stringify(answer));
    for (const path of [base, `${base}/bien-nhan`, `${base}/rut-lai`, section(base)]) {
      const page = await phone.get(path);
      expect(page.status).toBe(200);
      told.push((await page.text()) + JSON.stringify([...page.headers]));
    }
    expect(told[2]).toContain(`href="${section(base)}"`);
    expect(told.filter((text) => text.includes(tokenOf(round.url)))).toEqual([]);
    expect((await script.withdraw(2)).status).toBe(200);
    expect((await phone.get(`${base}/bien-nhan`)).headers.get('location')).toBe(base);
  });

  test('several links live side by side in one browser', async () => {
    const other = (await linksOf(designer, survey.roundId).make({ unitIds: [survey.villages[1]!.id] })).items[0]!;
    const [whole, village] = [await phone.open(link.url), await phone.open(other.url)];
    expect(await (await phone.get(whole)).text()).toContain('Nà Khuy');
    expect(await (await phone.get(village)).text()).not.toContain('Nà Khuy');
    expect((await phone.get(section(village))).status).toBe(404);
    expect((await phone.get(section(whole))).status).toBe(200);
  });
});

describe('a clean address whose link the browser does not know', () => {
  test('says to open the link again, what to do where cookies are refused, and offers no way that leads back here', async () => {
    const base = await phone.open(link.url);
    const answer = await new Phone(service.url).get(base);
    const page = await answer.text();
    expect(answer.status).toBe(401);
    expect(page).toContain('<h1>Hãy mở lại đường dẫn trong tin nhắn đã nhận.</h1>');
    expect(page).toContain('thêm -mo vào ngay cuối đường dẫn');
    expect(page).not.toMatch(/href="\/[ps]\//);
    expect(page).not.toContain('<form');
  });

  test('is told so to the script in its language, and in no round trip', async () => {
    const base = await phone.open(link.url);
    const answer = await new Phone(service.url).script(base).ask<ProblemWire>('GET', '/file', undefined, {
      'accept-language': 'vi',
    });
    expect(answer).toMatchObject({
      status: 401,
      body: { code: 'link_needed', title: expect.stringMatching('Hãy mở lại đường dẫn') },
    });
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(service.runtime.hrana.pipelines.ofRequest(answer.headers.get('x-request-id')!)).toBe(0);
  });

  test('shows again what was typed there, and takes it once the link was opened', async () => {
    const base = await phone.open(link.url);
    phone.cookies = [];
    const refused = await phone.post(section(base, 1), { ...fields, population: '1.234' });
    expect(refused.status).toBe(401);
    expect(await refused.text()).toContain('1.234');
    await phone.open(link.url);
    expect((await phone.post(section(base, 1), fields)).status).toBe(303);
  });

  test("is not opened by another link's token, nor by anything else", async () => {
    const other = (await linksOf(designer, survey.roundId).make()).items[0]!;
    const base = await phone.open(link.url);
    for (const value of [tokenOf(other.url), `${tokenOf(link.url)}-mo`, 'x', '']) {
      expect((await service.stranger.get(base, { cookie: `dia-ban-link=${value}` })).status).toBe(401);
    }
    const own = { cookie: `dia-ban-link=${tokenOf(link.url)}` };
    expect((await service.stranger.get(base, own)).status).toBe(200);
    expect((await service.stranger.get('/p/000000000000', own)).status).toBe(401);
    expect((await service.stranger.get(`/p/${tokenOf(link.url)}`, own)).status).toBe(401);
  });
});

describe('a browser that refuses cookies', () => {
  test('fills in and submits under the address that the page tells it', async () => {
    const round = await newRound(designer, survey);
    const base = `${new URL(round.url).pathname}-mo`;
    const overview = await service.stranger.get(base);
    expect(overview.status).toBe(200);
    expect(await overview.text()).toContain(`href="${section(base)}"`);
    expect(await (await service.stranger.get(section(base))).text()).toContain(`href="${base}"`);
    await fillEverything(service.stranger, { ...round, base });
    const submitted = await submitFile(service.stranger, base);
    expect(submitted.headers.get('location')).toBe(`${base}/bien-nhan`);
    expect((await service.stranger.get(`${base}/bien-nhan`)).status).toBe(200);
  });
});

describe('a link that opens nothing', () => {
  const forgets = (answer: Response) => answer.headers.getSetCookie().join().includes('dia-ban-link=;');

  test('is found to be unknown after the first visit, and forgotten', async () => {
    const base = await phone.open(service.url + UNKNOWN);
    const answer = await phone.get(base);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('link_unknown');
    expect([forgets(answer), phone.cookies]).toEqual([true, []]);
    expect((await phone.get(base)).status).toBe(401);
  });

  test.each([
    ['expired', "UPDATE links SET expires_at = '2020-01-01T00:00:00.000Z' WHERE id = ?"],
    ['revoked', "UPDATE links SET revoked_at = '2020-01-01T00:00:00.000Z' WHERE id = ?"],
  ])('because it has %s is forgotten, whatever it was asked', async (_, sql) => {
    const base = await phone.open(link.url);
    await rowsOf(service, sql, [link.id]);
    const kept = { cookie: phone.sent(base) };
    const asked = [
      service.stranger.get(base, kept),
      service.stranger.post(section(base), fields, kept),
      service.stranger.get(`${base}/api/file`, kept),
      service.stranger.post(`${base}/pin`, { pin: '123456' }, kept),
    ];
    for (const answer of await Promise.all(asked)) expect([answer.status, forgets(answer)]).toEqual([410, true]);
  });

  test('is not what any other refusal makes of it', async () => {
    const base = await phone.open(link.url);
    const unknownUnit = await phone.get(`${base}/${survey.roundId}/residents`);
    expect([unknownUnit.status, forgets(unknownUnit)]).toEqual([404, false]);
    expect((await phone.get(base)).status).toBe(200);
  });
});

describe('two devices with one link and its PIN', () => {
  let first: Phone;
  let base: string;

  beforeEach(async () => {
    const round = await newRound(designer, survey);
    link = (await linksOf(designer, round.roundId).make({ pin: true })).items[0]!;
    first = new Phone(service.url);
    base = await first.open(link.url);
    await givePin(first, base, link.pin!);
  });

  test('the second is asked for the PIN, at the same address, and goes on where the first left off', async () => {
    expect((await first.post(section(base), fields)).status).toBe(303);
    const second = new Phone(service.url);
    expect(await second.open(link.url)).toBe(base);
    const asked = await second.get(section(base));
    const prompt = await asked.text();
    expect(asked.status).toBe(401);
    expect(prompt).toContain(`action="${base}/pin"`);
    expect(prompt).not.toContain('1.192');
    const given = await givePin(second, base, link.pin!, { next: section(base) });
    expect([given.status, given.headers.get('location')]).toEqual([303, section(base)]);
    expect(given.headers.get('set-cookie')).toContain(`Path=${base};`);
    const page = await (await second.get(section(base))).text();
    expect(page).toMatch(/name="population"[^>]*value="1\.192"/);
    expect(page).toContain('name=":revision" value="1"');
  });

  test('who saves the same village second is shown both values, without a script and with one', async () => {
    const second = new Phone(service.url);
    await second.open(link.url);
    await givePin(second, base, link.pin!);
    await first.post(section(base), fields);
    const late = await second.post(section(base), { ...fields, population: '1.210' });
    const page = await late.text();
    expect(late.status).toBe(409);
    expect(page).toContain('Người khác vừa lưu phần này');
    expect([page.includes('1.192'), page.includes('1.210')]).toEqual([true, true]);

    const { form } = (await second.script(base).file()).body;
    const save = { formVersionId: form.versionId, changes: { population: 1210 } };
    const answer = await second.script(base).save<ProblemWire>(survey.villages[0]!.id, 0, save);
    expect(answer).toMatchObject({ status: 412, body: { current: { revision: 1, answers: { population: 1192 } } } });
    expect((await second.script(base).save(survey.villages[0]!.id, 1, save)).status).toBe(200);
    expect((await first.script(base).file()).body.units[1]!.answers).toMatchObject({ population: 1210 });
  });

  test('what a browser was given for the PIN does not open the link that takes this one’s place', async () => {
    const anew = await linksOf(designer, (await first.script(base).file()).body.round.id).reissue(link.id);
    const pin = first.cookies.find(({ name }) => name === 'dia-ban-pin')!;
    const second = await first.open(anew.url);
    first.cookies.push({ ...pin, path: second });
    expect((await first.get(second)).status).toBe(401);
    expect((await first.script(second).file()).status).toBe(401);
    await givePin(first, second, anew.pin!);
    expect((await first.get(second)).status).toBe(200);
  });
});
