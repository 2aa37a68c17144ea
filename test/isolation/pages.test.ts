import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Site } from '../../local/demo/site.ts';
import { cleanAddress } from '../../web/fill/clean-address.ts';
import { app } from '../../worker/app.ts';
import { sha256 } from '../../worker/db/hash.ts';
import { rowsOf } from '../support/database.ts';
import { tokenOf } from '../support/links.ts';
import { type Service, startService } from '../support/service.ts';
import { prepareSurvey, type Survey } from '../support/survey.ts';

/**
 * What stands open to anybody, or is opened by what its address or its form holds. A route that is in none of these lists and
 * under neither the console nor a link is taken for a page of staff.
 */
const PUBLIC_ROUTES = [
  'GET /',
  'GET /healthz',
  'GET /health',
  'GET /readyz',
  'GET /.well-known/security.txt',
  'GET /sign-in',
  'POST /sign-in',
  'GET /sign-in/code',
  'POST /sign-in/code',
  'POST /sign-in/passkey/options',
  'POST /sign-in/passkey',
  'GET /sign-in/oidc',
  'GET /sign-in/oidc/callback',
  'POST /sign-out',
  'GET /lich/:file',
  'GET /moi/:token',
  'POST /moi/:token',
];
/** They open nothing but lead on to a page that asks who it is. */
const LEADING_ON = ['GET /console/:code/forms/versions/:versionId/xem-thu', 'GET /p/:token/pin', 'GET /s/:token/pin'];
/** Forgetting a link opens nothing, so it asks for none. */
const CLOSING = ['POST /p/:token/dong-phieu', 'POST /s/:token/dong-phieu'];
/** Of the pages of the service as a whole. */
const READ_BY_NATIONAL_READERS = ['GET /console/he-thong', 'GET /console/he-thong/tinh/:province'];
/** Trying a form out stores nothing, so whoever may read may send its pages. */
const STORING_NOTHING = [
  'POST /console/:code/forms/versions/:versionId/xem-thu/:state/nop',
  'POST /console/:code/forms/versions/:versionId/xem-thu/:state/:unitId/:section',
];

/** What the script's calls want to be sent; forms are sent empty. */
const JSON_BODIES: Record<string, () => object> = {
  '/api/units/:unitId': () => ({ id: randomUUID(), formVersionId: randomUUID(), changes: {} }),
  '/api/submission': () => ({ id: randomUUID(), inputsVersion: 1 }),
};

interface Route {
  name: string;
  method: string;
  path: string;
}

const routes: Route[] = [...new Set(app.routes.map(({ method, path }) => `${method} ${path}`))]
  .map((name) => ({ name, method: name.split(' ')[0]!, path: name.split(' ')[1]! }))
  .filter(({ method, path }) => method !== 'ALL' && !path.startsWith('/v1'));
const ofLinks = routes.filter(({ path }) => /^\/[ps]\//.test(path));
const ofConsole = routes.filter(({ path }) => path.startsWith('/console/:code'));
/** The pages of the service as a whole, for who holds a role there. */
const ofService = routes.filter(({ path }) => path.startsWith('/console/he-thong'));
const ofStaff = routes.filter(
  (route) => !ofLinks.includes(route) && !ofConsole.includes(route) && !PUBLIC_ROUTES.includes(route.name),
);
const asking = (some: Route[]) => some.filter(({ name }) => ![...LEADING_ON, ...CLOSING].includes(name));

let service: Service;
let survey: Survey;
let elsewhere: Survey;
/** The databases that a request opened. */
const opened = new Map<string, Set<string>>();

beforeAll(async () => {
  service = await startService({
    clientAddressHeader: 'x-real-ip',
    onPipeline: ({ database, requestId }) => {
      if (requestId !== null) opened.set(requestId, (opened.get(requestId) ?? new Set()).add(database));
    },
  });
  survey = await prepareSurvey(await service.as('designer'));
  elsewhere = await prepareSurvey(await service.as('designer', '33'), '33');
});
afterAll(() => service.stop());

let asked = 0;
/** The hash of the link's token that was let in. */
let good = '';

/** Asks from an address of its own, so that failed tries are not counted together. */
async function ask({ name, method, path }: Route, values: Record<string, string>, cookie: string): Promise<Answer> {
  const address = path.replace(/:(\w+)/g, (_, parameter: string) => values[parameter] ?? randomUUID());
  const isScript = path.includes('/api/');
  const json = Object.entries(JSON_BODIES).find(([end]) => path.endsWith(end))?.[1]() ?? {};
  asked += 1;
  const answer = await fetch(service.url + address, {
    method,
    redirect: 'manual',
    headers: {
      cookie,
      origin: service.url,
      'x-real-ip': `2001:db8:0:${asked.toString(16)}::1`,
      'if-match': '"0"',
      'content-type': isScript ? 'application/json' : 'application/x-www-form-urlencoded',
    },
    ...(method === 'GET' ? {} : { body: isScript ? JSON.stringify(json) : '' }),
  });
  const text = await answer.text();
  const databases = [...(opened.get(answer.headers.get('x-request-id')!) ?? [])].sort();
  const given = { name, status: answer.status, location: answer.headers.get('location') ?? '', text, databases };
  const named = /dia-ban-link=(\d\d)-/.exec(cookie) ?? /^\/(?:s|console)\/(\d\d)\b/.exec(address);
  const caching = answer.headers.get('cache-control');
  answers.push({ ...given, caching, of: named ? [`p${named[1]}`] : [] });
  return given;
}

interface Answer {
  name: string;
  status: number;
  location: string;
  text: string;
  databases: string[];
}

/** Every answer of this file, with the database of the province that its address or its link names. */
const answers: (Answer & { of: string[]; caching: string | null })[] = [];

const askAll = (some: Route[], values: Record<string, string>, cookie: string) => {
  expect(some.length).toBeGreaterThan(0);
  return Promise.all(some.map((route) => ask(route, values, cookie)));
};
const told = ({ name, status, location, databases }: Answer) => `${name}: ${status} ${location} [${databases}]`;
const butFor = (answers: Answer[], isRight: (answer: Answer) => boolean) =>
  answers.filter((answer) => !isRight(answer)).map(told);

test('every route that is named here is there', () => {
  const names = routes.map(({ name }) => name);
  for (const name of [...PUBLIC_ROUTES, ...LEADING_ON, ...CLOSING, ...READ_BY_NATIONAL_READERS, ...STORING_NOTHING])
    expect(names).toContain(name);
});

describe('pages of staff', () => {
  const province = () => ({ code: '12', roundId: survey.roundId, unitId: survey.commune.id });

  const isSentToSignIn = ({ status, location, text }: Answer) =>
    status === 303 ? location.startsWith('/sign-in?next=') : status === 401 && text.includes('unauthenticated');

  test('send everybody to sign in who has not, and open no database of a province', async () => {
    const answers = await askAll(asking([...ofConsole, ...ofStaff]), province(), '');
    expect(butFor(answers, (answer) => isSentToSignIn(answer) && answer.databases.length === 0)).toEqual([]);
  });

  test('read from the database of the province in their address', async () => {
    const { cookie } = await service.as('auditor');
    const open = asking(ofConsole).filter(({ method }) => method === 'GET');
    const given = await askAll(open, province(), cookie);
    // What wants another role, or an id that there is not, says so.
    expect(butFor(given, ({ status }) => [200, 303, 403, 404].includes(status))).toEqual([]);
    expect(given.filter(({ status, databases }) => status === 200 && databases.includes('p12')).length).toBeGreaterThan(
      6,
    );
  });

  test('take no cookie that we did not give', async () => {
    const { cookie } = await service.as('designer');
    const forged = cookie.replace(/=[^;.]{8}/g, '=aaaaaaaa');
    const answers = await askAll(asking([...ofConsole, ...ofStaff]), province(), forged);
    expect(butFor(answers, (answer) => isSentToSignIn(answer) && !answer.databases.includes('p12'))).toEqual([]);
  });

  test("refuse another province's staff, whatever their role there, without opening this one's database", async () => {
    for (const role of ['designer', 'verifier', 'approver'] as const) {
      const { cookie } = await service.as(role, '33');
      const answers = await askAll(asking(ofConsole), province(), cookie);
      const isRight = ({ status, text, databases }: Answer) =>
        status === 403 && text.includes('forbidden') && databases.every((name) => name === 'control');
      expect(butFor(answers, isRight)).toEqual([]);
    }
  });

  test('of the service refuse the staff of provinces, whatever their role, and open no database of a province', async () => {
    for (const role of ['designer', 'verifier', 'approver', 'reader', 'auditor'] as const) {
      const { cookie } = await service.as(role);
      const answers = await askAll(ofService, province(), cookie);
      const isRight = ({ status, text, databases }: Answer) =>
        status === 403 && text.includes('forbidden') && databases.every((name) => name === 'control');
      expect(butFor(answers, isRight)).toEqual([]);
    }
  });

  test('of the service let a national reader read of provinces and change nothing', async () => {
    const { cookie } = await service.as('national-reader');
    const answers = await askAll(ofService, { province: '12' }, cookie);
    const isRight = ({ name, status, databases }: Answer) =>
      (name.startsWith('GET') ? READ_BY_NATIONAL_READERS.includes(name) === (status === 200) : status === 403) &&
      databases.every((each) => each === 'control');
    expect(butFor(answers, isRight)).toEqual([]);
  });

  test('change nothing for who may only read', async () => {
    const { cookie } = await service.as('reader');
    const changing = ofConsole.filter(({ name, method }) => method !== 'GET' && !STORING_NOTHING.includes(name));
    const answers = await askAll(changing, province(), cookie);
    expect(butFor(answers, ({ status, databases }) => status === 403 && !databases.includes('p12'))).toEqual([]);
  });
});

describe('pages of links', () => {
  /** A link's two addresses: under its token, and the clean one with the cookie that belongs to it. */
  async function doorsOf(token: string) {
    const clean = (await cleanAddress(token)).slice('/p/'.length);
    const values = { code: '12', unitId: survey.villages[0]!.id, section: 'residents' };
    return async (some: Route[]) => {
      const [under, behind] = [
        some.filter(({ path }) => path.startsWith('/s/')),
        some.filter(({ path }) => path.startsWith('/p/')),
      ];
      return [
        ...(await askAll(under, { ...values, token: `${token}-mo` }, '')),
        ...(await askAll(behind, { ...values, token: clean }, `dia-ban-link=${token}`)),
      ];
    };
  }

  async function newToken(code: string, { roundId, commune }: Survey): Promise<string> {
    const site: Site = await service.as('designer', code);
    const path = `/provinces/${code}/rounds/${roundId}/links`;
    const { items } = await site.api<{ items: { url: string }[] }>('POST', path, { unitIds: [commune.id] });
    return tokenOf(items[0]!.url);
  }

  const shows = (text: string) => survey.units.some(({ id }) => text.includes(id));
  const isRefused = (status: number, code: string) => (answer: Answer) =>
    answer.status === status && answer.text.includes(code) && !shows(answer.text);

  test('open with a link that is good: what is refused below is refused for its link', async () => {
    const token = await newToken('12', survey);
    good = await sha256(token);
    const answers = await (await doorsOf(token))(asking(ofLinks));
    expect(butFor(answers, ({ text }) => !/link_(unknown|revoked|expired|needed)/.test(text))).toEqual([]);
    expect(answers.filter(({ text }) => shows(text)).length).toBeGreaterThan(5);
    expect(answers.every(({ databases }) => `${databases}` === 'p12' || `${databases}` === 'control,p12')).toBe(true);
  });

  test.each([
    ['revoked', 'link_revoked', "UPDATE links SET revoked_at = '2020-01-01T00:00:00.000Z' WHERE token_hash = ?"],
    ['expired', 'link_expired', "UPDATE links SET expires_at = '2020-01-01T00:00:00.000Z' WHERE token_hash = ?"],
  ])('neither show nor store anything for a link that is %s', async (_, code, sql) => {
    const token = await newToken('12', survey);
    await rowsOf(service, sql, [await sha256(token)]);
    expect(butFor(await (await doorsOf(token))(asking(ofLinks)), isRefused(410, code))).toEqual([]);
  });

  test('are not there for a link that was never given out', async () => {
    const doors = await doorsOf(`12-${'0'.repeat(26)}`);
    expect(butFor(await doors(asking(ofLinks)), isRefused(404, 'link_unknown'))).toEqual([]);
  });

  test("are not there for another province's link under a forged code, and open only its own with its own", async () => {
    const token = await newToken('33', elsewhere);
    const forged = await doorsOf(token.replace(/^33-/, '12-'));
    expect(butFor(await forged(asking(ofLinks)), isRefused(404, 'link_unknown'))).toEqual([]);
    const own = await (await doorsOf(token))(asking(ofLinks));
    expect(butFor(own, ({ text, databases }) => !databases.includes('p12') && !shows(text))).toEqual([]);
  });

  test('ask for the link where the browser does not know it, and open no database', async () => {
    const clean = ofLinks.filter(({ name, path }) => path.startsWith('/p/') && !CLOSING.includes(name));
    const other = `dia-ban-link=12-${'1'.repeat(26)}`;
    for (const cookie of ['', other, 'dia-ban-link=', `dia-ban-pin=1.${'0'.repeat(64)}`]) {
      const answers = await askAll(clean, { token: '0123456789ab' }, cookie);
      const isRight = (answer: Answer) => isRefused(401, 'link_needed')(answer) && answer.databases.length === 0;
      expect(butFor(answers, isRight)).toEqual([]);
    }
  });

  test('are closed for whoever asks, which opens no database and shows nothing', async () => {
    const closing = ofLinks.filter(({ name }) => CLOSING.includes(name));
    for (const token of [await newToken('12', survey), `12-${'0'.repeat(26)}`]) {
      const given = await (await doorsOf(token))(closing);
      expect(given).toHaveLength(2);
      const isRight = ({ status, text, databases }: Answer) => status === 200 && databases.length === 0 && !shows(text);
      expect(butFor(given, isRight)).toEqual([]);
    }
  });

  test('lead on to nothing but themselves where they only lead on', async () => {
    const leading = ofLinks.filter(({ name }) => LEADING_ON.includes(name));
    const token = `12-${'0'.repeat(26)}`;
    const answers = await (await doorsOf(token))(leading);
    const bases = [`/s/${token}-mo`, await cleanAddress(token)];
    expect(butFor(answers, ({ status, location }) => status === 303 && bases.includes(location))).toEqual([]);
  });
});

test('nothing was stored through any link but the good one', async () => {
  const by = await rowsOf(service, "SELECT DISTINCT actor_id AS id FROM events WHERE actor_kind = 'link'");
  const [link] = await rowsOf(service, 'SELECT id FROM links WHERE token_hash = ?', [good]);
  expect(by.map(({ id }) => id).filter((id) => id !== link!.id)).toEqual([]);
});

test('no page opened the database of a province other than the one that its address or its link names', () => {
  const strange = answers.filter(({ databases, of }) =>
    databases.some((name) => name !== 'control' && !of.includes(name)),
  );
  expect(strange.map(told)).toEqual([]);
  expect(answers.filter(({ databases }) => databases.includes('p12')).length).toBeGreaterThan(100);
});

test('no page is kept by a shared cache, and none that shows anything by a browser', () => {
  const kept = answers.filter(({ caching, text }) =>
    text.startsWith('<!doctype html>') ? caching !== 'no-store' : !/^(private, no-cache|no-store)$/.test(caching ?? ''),
  );
  expect(kept.map((answer) => `${told(answer)} ${answer.caching}`)).toEqual([]);
});
