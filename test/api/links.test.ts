import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Site } from '../../local/demo/site.ts';
import { baseOf, linksOf } from '../support/links.ts';
import { type Service, startService } from '../support/service.ts';
import { prepareSurvey, type Survey } from '../support/survey.ts';

const village = (name: string) => ({ kindLabel: 'bản', name });
const commune = (name: string, villages: string[]) => ({ kindLabel: 'xã', name, villages: villages.map(village) });
const UNITS = {
  communes: [
    commune('Bản Bo', ['Nà Khuy', 'Nà Can']),
    commune('Sơn Bình', ['Chu Va 6', 'Chu Va 8', 'Chu Va 12']),
    commune('=Bình Lư', []),
  ],
};

let service: Service;
let designer: Site;
let survey: Survey;

beforeAll(async () => {
  service = await startService();
  designer = await service.as('designer');
  survey = await prepareSurvey(designer, '12', UNITS);
});
afterAll(() => service.stop());

/** Another open round over the same units, without a link yet. */
async function newRound() {
  const version = await designer.api<{ id: string }>('POST', '/provinces/12/forms', { template: 'tam-duong-2024' });
  await designer.api('POST', `/provinces/12/forms/versions/${version.id}/publish`);
  const command = { name: 'Kỳ khảo sát', kind: 'annual', formVersionId: version.id };
  const { id } = await designer.api<{ id: string }>('POST', '/provinces/12/rounds', command);
  await designer.api('POST', `/provinces/12/rounds/${id}/open`);
  return { id, ...linksOf(designer, id) };
}

const post = (path: string, body: object, accept: string, site = designer) =>
  fetch(`${service.url}/v1${path}`, {
    method: 'POST',
    headers: { cookie: site.cookie, 'content-type': 'application/json', origin: service.url, accept },
    body: JSON.stringify(body),
  });

describe('making links', () => {
  test('without a word all communes get one, in the order of the round', async () => {
    const round = await newRound();
    const made = await round.make();
    expect(made.items.map(({ unitName, pin }) => [unitName, pin])).toEqual([
      ['Bản Bo', null],
      ['Sơn Bình', null],
      ['=Bình Lư', null],
    ]);
    expect(made).toMatchObject({ total: 3, done: 3, nextCursor: null });
  });

  test.each([
    ['village', 5],
    ['all', 8],
  ])('level %s gives %i links, each opening its own page', async (level, count) => {
    const round = await newRound();
    const { items } = await round.make({ level });
    expect(items.length).toBe(count);
    const answers = await Promise.all(items.map((link) => service.stranger.get(baseOf(link))));
    expect(answers.map(({ status }) => status)).toEqual(items.map(() => 200));
  });

  test('step by step with a limit, each step says how far it is', async () => {
    const round = await newRound();
    const steps: [string[], number, number][] = [];
    let cursor: string | undefined;
    do {
      const { items, done, total, nextCursor } = await round.make({ level: 'all', limit: 3, cursor });
      steps.push([items.map(({ unitName }) => unitName), done, total]);
      cursor = nextCursor ?? undefined;
    } while (cursor);
    expect(steps).toEqual([
      [['Bản Bo', 'Nà Khuy', 'Nà Can'], 3, 8],
      [['Sơn Bình', 'Chu Va 6', 'Chu Va 8'], 6, 8],
      [['Chu Va 12', '=Bình Lư'], 8, 8],
    ]);
  });

  test('after an interruption only units without a link that opens get one', async () => {
    const round = await newRound();
    const first = await round.make({ level: 'all', limit: 4 });
    await designer.api('POST', `${round.path}/${first.items[1]!.id}/revoke`);
    const again = await round.make({ level: 'all', only: 'without-active-link' });
    expect(again.items.map(({ unitName }) => unitName)).toEqual([
      'Nà Khuy',
      'Chu Va 6',
      'Chu Va 8',
      'Chu Va 12',
      '=Bình Lư',
    ]);
    expect(again).toMatchObject({ total: 8, done: 8, nextCursor: null });
    expect((await round.make({ level: 'all', only: 'without-active-link' })).items).toEqual([]);
  });

  test('pressed twice at once, units without a link get one and not two', async () => {
    const round = await newRound();
    const command = { level: 'all', only: 'without-active-link' };
    const answers = await Promise.all([1, 2, 3].map(() => post(round.path, command, 'application/json')));
    expect(answers.map(({ status }) => status).every((status) => status === 201 || status === 409)).toBe(true);
    expect((await round.list()).items.length).toBe(8);
  });

  test.each([
    ['a unit that is not in the round', { unitIds: ['0190a0a0-0000-7000-8000-000000000001'] }, 404, 'unit_unknown'],
    ['units and a level', { unitIds: ['0190a0a0-0000-7000-8000-000000000001'], level: 'all' }, 422, 'invalid_request'],
    ['an end in the past', { expiresAt: '2020-01-01T00:00:00Z' }, 422, 'invalid_request'],
    ['an end years away', { expiresAt: '2999-01-01T00:00:00Z' }, 422, 'invalid_request'],
    ['a step of more than a hundred', { limit: 101 }, 422, 'invalid_request'],
    ['a cursor that is none of ours', { cursor: 'x' }, 422, 'invalid_request'],
  ])('%s is refused, and nothing is made', async (_, command, status, code) => {
    const round = await newRound();
    const answer = await post(round.path, command, 'application/json');
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([status, code]);
    expect((await round.list()).items).toEqual([]);
  });

  test('a closed round gets none', async () => {
    const round = await newRound();
    await designer.api('POST', `/provinces/12/rounds/${round.id}/close`);
    await expect(round.make()).rejects.toThrow('round_closed');
  });

  test('a commune that was given more time gets one after the close, and no other does', async () => {
    const round = await newRound();
    await designer.api('POST', `/provinces/12/rounds/${round.id}/close`);
    const extension = { until: '2099-12-31', reason: 'Theo đề nghị của UBND xã' };
    const { id } = survey.commune;
    await designer.api('PUT', `/provinces/12/rounds/${round.id}/extensions/${id}`, extension);
    const made = await round.make({ unitIds: [id] });
    expect((await service.stranger.get(baseOf(made.items[0]!))).status).toBe(200);
    await expect(round.make()).rejects.toThrow('round_closed');
  });
});

describe('new links as a list and as a sheet', () => {
  test('CSV for sending by message: Vietnamese letters for spreadsheets, no formulas, kept by nobody', async () => {
    const round = await newRound();
    const expiresAt = new Date(Date.now() + 864e5).toISOString().replace(/T.*/, 'T17:00:00.000Z');
    const answer = await post(round.path, { level: 'all', pin: true, expiresAt }, 'text/csv');
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([201, 'no-store']);
    expect(answer.headers.get('content-disposition')).toContain('attachment');
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [header, ...lines] = new TextDecoder().decode(bytes).trim().split('\n');
    expect(header).toBe('unit,commune,url,pin,expires_on');
    const [unit, of, url, pin, day] = lines[1]!.split(',');
    expect([unit, of, day]).toEqual(['Bản Nà Khuy', 'Xã Bản Bo', expiresAt.slice(0, 10)]);
    expect(url).toMatch(/\/s\/12-[0-9a-z]{26}$/);
    expect(pin).toMatch(/^[1-9]\d{5}$/);
    expect(lines.at(-1)).toMatch(/^Xã =Bình Lư,/);
    expect(lines.length).toBe(8);
  });

  test('a sheet has one card a link, its PIN on a strip of its own', async () => {
    const round = await newRound();
    const answer = await post(round.path, { unitIds: [survey.villages[0]!.id], pin: true }, 'text/html');
    const page = await answer.text();
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([201, 'no-store']);
    expect(answer.headers.get('referrer-policy')).toBe('strict-origin');
    expect(page).toContain('Bản Nà Khuy');
    expect(page).toContain('Xã Bản Bo');
    expect(page).toMatch(/class="card-pin".*?Mã PIN <strong>[1-9]\d\d \d{3}<\/strong>/);
    expect(page.match(/class="qr-code"/g)?.length).toBe(1);
    const url = service.url + /class="card-path">([^<]+)</.exec(page)![1]!;
    expect((await service.stranger.get(baseOf({ url }))).status).toBe(401);
  });

  test('where a list or a sheet holds no more, a header says where to go on', async () => {
    const round = await newRound();
    const first = await post(round.path, { level: 'all', limit: 5 }, 'text/csv');
    const cursor = first.headers.get('x-next-cursor');
    const rest = await round.make({ level: 'all', cursor });
    expect(rest.items.length).toBe(3);
  });
});

describe('the list of links', () => {
  test('says what each is, and never its address', async () => {
    const round = await newRound();
    const { items: made } = await round.make({ pin: true });
    await round.make({ level: 'village' });
    await designer.api('POST', `${round.path}/${made[0]!.id}/revoke`);
    expect((await round.list()).items.length).toBe(8);
    expect((await round.list('?state=revoked')).items.map(({ id }) => id)).toEqual([made[0]!.id]);
    const active = (await round.list('?state=active&level=commune')).items;
    expect(active.map(({ pin, state }) => [pin, state])).toEqual([
      [true, 'active'],
      [true, 'active'],
    ]);
    expect(active[0]!.createdBy).toEqual(expect.any(String));
    const text = JSON.stringify(await round.list());
    for (const { url, pin } of made) {
      expect(text).not.toContain(new URL(url).pathname.slice(3));
      expect(text).not.toContain(pin);
    }
  });

  test('comes in pages', async () => {
    const round = await newRound();
    await round.make({ level: 'all' });
    await round.make();
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof round.list>> = await round.list(
        `?limit=4${cursor ? `&cursor=${cursor}` : ''}`,
      );
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(new Set(seen).size).toBe(11);
    expect(seen).toEqual((await round.list()).items.map(({ id }) => id));
  });
});

describe('revoking many at once', () => {
  test('takes the links of a level or of named units, and says which', async () => {
    const round = await newRound();
    const { items } = await round.make({ level: 'all' });
    const communes = items.filter(({ level }) => level === 'commune');
    expect((await round.revoke({ level: 'commune' })).revoked.sort()).toEqual(communes.map(({ id }) => id).sort());
    expect((await service.stranger.get(baseOf(communes[0]!))).status).toBe(410);
    const [one, other] = items.filter(({ level }) => level === 'village');
    expect((await round.revoke({ unitIds: [one!.unitId] })).revoked).toEqual([one!.id]);
    expect((await service.stranger.get(baseOf(other!))).status).toBe(200);
    expect((await round.revoke({ level: 'all' })).revoked.length).toBe(4);
    expect((await round.revoke({ level: 'all' })).revoked).toEqual([]);
  });

  test('wants to know which: an empty body would cut off a province', async () => {
    const round = await newRound();
    await expect(round.revoke({})).rejects.toThrow('invalid_request');
  });
});

describe('giving a link anew', () => {
  test('kills the old one at once; the new one keeps its end and has a PIN of its own', async () => {
    const round = await newRound();
    const expiresAt = new Date(Date.now() + 864e5).toISOString();
    const { items } = await round.make({ pin: true, expiresAt });
    const anew = await round.reissue(items[0]!.id);
    expect(anew).toMatchObject({ replaces: items[0]!.id, unitId: items[0]!.unitId, expiresAt });
    expect(anew.pin).toMatch(/^[1-9]\d{5}$/);
    expect((await service.stranger.get(baseOf(items[0]!))).status).toBe(410);
    expect((await service.stranger.get(baseOf(anew))).status).toBe(401);
    await expect(round.reissue(items[0]!.id)).rejects.toThrow('link_revoked');
  });

  test('of many who do it at once, one gets a living link', async () => {
    const round = await newRound();
    const [link] = (await round.make()).items;
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => post(`${round.path}/${link!.id}/reissue`, {}, 'application/json')),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 410, 410, 410]);
    const alive = (await round.list('?state=active')).items.filter(({ unitId }) => unitId === link!.unitId);
    expect(alive.length).toBe(1);
  });

  test('works for a closed round, whose links open it to be read', async () => {
    const round = await newRound();
    const [link] = (await round.make()).items;
    await designer.api('POST', `/provinces/12/rounds/${round.id}/close`);
    expect((await service.stranger.get(baseOf(await round.reissue(link!.id)))).status).toBe(200);
  });
});

test('a verifier sees the links and cannot make, give anew or revoke any', async () => {
  const verifier = await service.as('verifier');
  const path = `/provinces/12/rounds/${survey.roundId}/links`;
  await verifier.api('GET', path);
  for (const act of ['', '/revoke', `/${survey.linkId}/reissue`, `/${survey.linkId}/revoke`]) {
    const answer = await post(path + act, act === '/revoke' ? { level: 'all' } : {}, 'application/json', verifier);
    expect([act, answer.status]).toEqual([act, 403]);
  }
});
