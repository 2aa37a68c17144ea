import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Site } from '../../local/demo/site.ts';
import { rowsOf } from '../support/database.ts';
import { baseOf, givePin, linksOf, type MadeLink, tokenOf, wrongPin } from '../support/links.ts';
import { type Service, startService } from '../support/service.ts';
import { prepareSurvey, type Survey } from '../support/survey.ts';

let service: Service;
let designer: Site;
let survey: Survey;

let link: MadeLink;
let base: string;
/** A browser that has been nowhere yet. */
let clerk: Site;
/** Every test comes from an address of its own, so that the tries of one are not counted for the next. */
let address: string;
let tests = 0;

beforeAll(async () => {
  service = await startService({ clientAddressHeader: 'x-real-ip' });
  designer = await service.as('designer');
  survey = await prepareSurvey(designer);
});
afterAll(() => service.stop());

beforeEach(async () => {
  const { items } = await linksOf(designer, survey.roundId).make({ pin: true });
  link = items[0]!;
  base = baseOf(link);
  clerk = new Site(service.url);
  tests += 1;
  address = `203.0.113.${tests}`;
});

const give = (pin: string, next = base) => givePin(clerk, base, pin, { next, address });
const section = () => `${base}/${survey.villages[0]!.id}/residents`;
const stored = async () => {
  const rows = await rowsOf(service, 'SELECT * FROM links WHERE id = ?', [link.id]);
  return rows[0]!;
};

describe('a link with a PIN', () => {
  test.each([
    ['the overview', () => base],
    ['a section', () => section()],
    ['the review page', () => `${base}/nop`],
    ['the receipt', () => `${base}/bien-nhan`],
  ])('shows the page that asks for it instead of %s', async (_, path) => {
    const answer = await clerk.get(path());
    const page = await answer.text();
    expect(answer.status).toBe(401);
    expect(page).toContain('Nhập mã PIN');
    expect(page).toContain(`name="next" value="${path()}"`);
    expect(page).not.toContain('Nà Khuy');
  });

  test('is asked for in the one round trip that would open it, and so is one that was given it', async () => {
    const trips = (answer: Response) => service.runtime.hrana.pipelines.ofRequest(answer.headers.get('x-request-id')!);
    expect(trips(await clerk.get(base))).toBe(1);
    await give(link.pin!);
    const opened = await clerk.get(base);
    expect([opened.status, trips(opened)]).toEqual([200, 1]);
  });

  test('the right PIN leads back to where one wanted to go, and opens everything of this link only', async () => {
    const answer = await give(link.pin!, section());
    expect([answer.status, answer.headers.get('location')]).toEqual([303, section()]);
    expect((await clerk.get(section())).status).toBe(200);
    const saved = await clerk.post(section(), { population: '10', households_total: '2', ':revision': '0' });
    expect(saved.status).toBe(303);
    const { items } = await linksOf(designer, survey.roundId).make({ pin: true });
    expect((await clerk.get(baseOf(items[0]!))).status).toBe(401);
  });

  test('what the browser is given is sent to this link alone, seen by no script, and names no token', async () => {
    const [cookie] = (await give(link.pin!)).headers.getSetCookie();
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    expect(cookie).not.toMatch(/Secure/);
    expect(cookie).toContain(`Path=${base};`);
    const [name, value] = cookie!.split(';')[0]!.split('=');
    expect(name).toBe('dia-ban-pin');
    expect(value).not.toContain(tokenOf(base));
    expect(Number(/Max-Age=(\d+)/.exec(cookie!)![1])).toBeLessThanOrEqual(12 * 60 * 60);
  });

  test('over https what the browser is given stays on https', async () => {
    const secure = await startService({ publicUrl: 'https://diaban.example.vn' });
    try {
      const owner = await secure.as('designer');
      const { roundId } = await prepareSurvey(owner);
      const { items } = await linksOf(owner, roundId).make({ pin: true });
      const answer = await givePin(new Site(secure.url), baseOf(items[0]!), items[0]!.pin!);
      expect(answer.headers.get('set-cookie')).toMatch(/; Secure/);
    } finally {
      await secure.stop();
    }
  });

  test('digits may be grouped as on the sheet', async () => {
    expect((await give(`${link.pin!.slice(0, 3)} ${link.pin!.slice(3)}`)).status).toBe(303);
  });

  test.each(['https://example.vn/', '//example.vn', '/console', '/s/12-0', `/s\\example.vn`, 'javascript:alert(1)'])(
    'never leads to %s',
    async (next) => {
      expect((await give(link.pin!, next)).headers.get('location')).toBe(base);
    },
  );

  test('a section that is sent without it keeps what was typed on the page, and saves it when it is sent again', async () => {
    const fields = { population: '1.234', households_total: '240', ':revision': '0' };
    const village = survey.villages[1]!;
    const path = `${base}/${village.id}/residents`;
    const refused = await clerk.post(path, fields);
    const page = await refused.text();
    expect(refused.status).toBe(401);
    expect(page).toContain('Dân số thực tế cư trú');
    expect(page).toContain('1.234');
    expect(page).toContain('target="_blank"');
    await give(link.pin!);
    expect((await clerk.post(path, fields)).status).toBe(303);
  });

  test('the page that asks opens again by reloading it', async () => {
    const answer = await clerk.get(`${base}/pin`);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, base]);
  });

  test('expired and revoked links ask for nothing', async () => {
    await rowsOf(service, "UPDATE links SET expires_at = '2020-01-01T00:00:00.000Z' WHERE id = ?", [link.id]);
    expect((await clerk.get(base)).status).toBe(410);
    expect((await give(link.pin!)).status).toBe(410);
    await rowsOf(service, "UPDATE links SET revoked_at = '2020-01-01T00:00:00.000Z' WHERE id = ?", [link.id]);
    expect(await (await give(link.pin!)).text()).toContain('link_revoked');
  });

  test('a link without a PIN has nothing to give', async () => {
    const { items } = await linksOf(designer, survey.roundId).make();
    const answer = await givePin(clerk, baseOf(items[0]!), '123456', { next: `${baseOf(items[0]!)}/nop` });
    expect(answer.headers.get('location')).toBe(`${baseOf(items[0]!)}/nop`);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });
});

describe('wrong PINs', () => {
  test('are told with the tries that are left, counted, and forgotten after the right one', async () => {
    const refused = await give(wrongPin(link));
    const page = await refused.text();
    expect(refused.status).toBe(401);
    expect(page).toContain('Mã PIN không đúng. Còn 4 lần thử.');
    expect(page).not.toContain(wrongPin(link));
    expect(refused.headers.getSetCookie()).toEqual([]);
    expect((await stored()).pin_failures).toBe(1);
    await give(link.pin!);
    expect(await stored()).toMatchObject({ pin_failures: 0, pin_locked_until: null });
  });

  test('what cannot be a PIN is no try', async () => {
    const refused = await give('12345');
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('đúng 6 chữ số');
    expect((await stored()).pin_failures).toBe(0);
  });

  test('after five the link takes none for a quarter of an hour, not even the right one', async () => {
    for (let i = 0; i < 5; i += 1) expect((await give(wrongPin(link))).status).toBe(401);
    const locked = await give(link.pin!);
    const page = await locked.text();
    expect(locked.status).toBe(429);
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(14 * 60);
    expect(Number(locked.headers.get('retry-after'))).toBeLessThanOrEqual(15 * 60);
    expect(page).toContain('pin_locked');
    expect(page).toMatch(/nhận mã PIN trở lại từ \d\d:\d\d ngày \d\d\/\d\d\/\d{4}/);
    expect(page).not.toContain('<form');
    expect(await (await clerk.get(base)).text()).toMatch(/nhận mã PIN trở lại từ/);
  });

  test('when the lock ends one more wrong one locks twice as long, and the right one opens', async () => {
    const ended = "UPDATE links SET pin_failures = 5, pin_locked_until = '2020-01-01T00:00:00.000Z' WHERE id = ?";
    await rowsOf(service, ended, [link.id]);
    await give(wrongPin(link));
    const until = Date.parse(String((await stored()).pin_locked_until));
    expect(Math.round((until - Date.now()) / 60_000)).toBe(30);
    await rowsOf(service, ended, [link.id]);
    expect((await give(link.pin!)).status).toBe(303);
  });

  test('somebody who is in stays in while others are locked out', async () => {
    await give(link.pin!);
    const other = new Site(service.url);
    for (let i = 0; i < 6; i += 1) await givePin(other, base, wrongPin(link), { address });
    expect((await clerk.get(base)).status).toBe(200);
  });

  test('of twenty that come at once at most five are compared', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => give(wrongPin(link))));
    const count = (status: number) => answers.filter((answer) => answer.status === status).length;
    expect([count(401), count(429)]).toEqual([5, 15]);
    expect((await stored()).pin_failures).toBe(5);
    const rows = await rowsOf(
      service,
      "SELECT count(*) AS tries FROM events WHERE act = 'link.pin_try' AND subject = ?",
      [`link:${link.id}`],
    );
    expect(rows[0]!.tries).toBe(5);
  });
});

describe('tries of one address', () => {
  const unknown = (i: number, from = address) =>
    clerk.get(`/s/12-${String(i).padStart(26, '0')}-mo`, { 'x-real-ip': from });

  test('unknown links are refused with 429 after thirty in a minute, good ones never', async () => {
    // The limit counts by the minute of the clock: not half in one and half in the next.
    const left = 60_000 - (Date.now() % 60_000);
    if (left < 5_000) await new Promise((resolve) => setTimeout(resolve, left + 50));
    const first = await Promise.all(Array.from({ length: 30 }, (_, i) => unknown(i)));
    expect(first.map(({ status }) => status)).toEqual(first.map(() => 404));
    const over = await unknown(31);
    expect(over.status).toBe(429);
    expect(over.headers.get('retry-after')).toBe('60');
    expect(over.headers.get('ratelimit-policy')).toBe('"tries";q=30;w=60');
    expect(over.headers.get('ratelimit')).toBe('"tries";r=0;t=60');
    expect(await over.text()).toContain('too_many_tries');

    expect((await clerk.get(survey.base, { 'x-real-ip': address })).status).toBe(200);
    const refused = await give(wrongPin(link));
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
    expect((await give(link.pin!)).status).toBe(303);
    expect((await unknown(32, '203.0.113.250')).status).toBe(404);
  });
});
