import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answers, readWorkbook, templates } from '../../forms/index.ts';
import { quietAnswers } from '../../forms/templates/quiet-answers.fixture.ts';
import type { Site } from '../../local/demo/site.ts';
import { app } from '../../worker/app.ts';
import { allows, keyScopes, type Role, roles } from '../../worker/auth/permissions.ts';
import { eventsOf, rowsOf } from '../support/database.ts';
import { FillClient } from '../support/fill-client.ts';
import { addressOf, type Operation, operationsOf } from '../support/operations.ts';
import { type Service, startService } from '../support/service.ts';
import { prepareSurvey, type Unit } from '../support/survey.ts';

/**
 * Two provinces that differ in nothing but counts of 1 to 4, and in how they lie in a total. Whatever can be read must be the same in
 * both, word for word, for everybody who may not see figures: what differs would tell the counts apart. A new route is asked too.
 */
const form = templates['tam-duong-2024']!;
const SITES: Record<string, string[]> = { 'Bản Bo': ['Nà Khuy'], 'Tả Lèng': ['Hồ Pên', 'Lùng Than'] };
/** Communes with the same answers in both provinces, so that there are enough to be far from. */
const OTHERS = ['Hồ Thầu', 'Nà Tăm', 'Khun Há', 'Thèn Sin'];
const COMMUNES: Record<string, string[]> = {
  ...SITES,
  ...Object.fromEntries(OTHERS.map((name) => [name, [`${name} 1`]])),
};
type World = Record<string, Answers>;
const few = (addicts: number, file: number, hotspots: number): Answers => ({
  ...{ addicts_total: addicts, addicts_with_file: file, addicts_present: addicts, addicts_present_rehab: file },
  hotspots,
});
const one = few(1, 1, 1);
const same: World = Object.fromEntries(OTHERS.map((name) => [`${name} 1`, one]));
const CODES = ['12', '33'] as const;
type Code = (typeof CODES)[number];
/**
 * In the second province, and not in the first, Nà Khuy is far from its like, its counts changed by more than half since the round
 * before, it has more people treated than addicts, and Hồ Pên counted other than a year before.
 */
const WORLDS: Record<Code, World> = {
  '12': { ...same, 'Nà Khuy': { ...few(2, 1, 1), ...treated(2) }, 'Hồ Pên': few(9, 9, 2), 'Lùng Than': few(4, 2, 0) },
  '33': { ...same, 'Nà Khuy': { ...few(3, 1, 4), ...treated(4) }, 'Hồ Pên': few(10, 8, 0), 'Lùng Than': few(3, 2, 1) },
};
/** The round before. */
const BEFORE: Record<Code, World> = {
  '12': { ...same, 'Nà Khuy': few(2, 1, 1), 'Hồ Pên': few(9, 9, 2), 'Lùng Than': few(4, 2, 0) },
  '33': { ...same, 'Nà Khuy': few(1, 1, 1), 'Hồ Pên': few(9, 9, 2), 'Lùng Than': few(4, 2, 0) },
};
function treated(count: number): Answers {
  return { mmt_over12m: count, mmt_over12m_ok: count };
}

interface Caller {
  cookie?: string;
  authorization?: string;
}

let service: Service;
let reading: Operation[];
const ids = {} as Record<Code, Record<string, string>[]>;
const staff = {} as Record<Code, Partial<Record<Role, Site>>>;
const keys = {} as Record<Code, { masked: string; exact: string }>;

async function furnish(code: Code): Promise<void> {
  const designer = await service.as('designer', code);
  const communes = Object.entries(COMMUNES).map(([name, villages]) => ({
    ...{ kindLabel: 'xã', name },
    villages: villages.map((village) => ({ kindLabel: 'bản', name: village })),
  }));
  const survey = await prepareSurvey(designer, code, { communes });
  const round = await designer.api<{ formVersionId: string }>('GET', `/provinces/${code}/rounds/${survey.roundId}`);
  const named = (name: string) => survey.units.find((unit) => unit.name === name) as Unit;
  const handInAll = async (roundId: string, world: World) => {
    const path = `/provinces/${code}/rounds/${roundId}/links`;
    const { items } = await designer.api<{ items: { unitId: string; url: string }[] }>('POST', path, {});
    for (const commune of Object.keys(COMMUNES)) {
      const { url } = items.find(({ unitId }) => unitId === named(commune).id)!;
      const client = new FillClient(service.url, new URL(url).pathname);
      for (const { id, level } of (await client.file()).body.units) {
        const name = survey.units.find((unit) => unit.id === id)!.name;
        const changes = { ...quietAnswers(form, level), ...(world[name] ?? {}) };
        expect((await client.save(id, 0, { formVersionId: round.formVersionId, changes })).status).toBe(200);
      }
      expect((await client.submit()).status).toBe(201);
    }
  };
  await handInAll(survey.roundId, BEFORE[code]);
  const next = { name: 'Kỳ sau', kind: 'annual', formVersionId: round.formVersionId, previousRoundId: survey.roundId };
  const { id: roundId } = await designer.api<{ id: string }>('POST', `/provinces/${code}/rounds`, next);
  await designer.api('POST', `/provinces/${code}/rounds/${roundId}/open`);
  await handInAll(roundId, WORLDS[code]);
  const newKey = async (scopes: readonly string[]) =>
    (await designer.api<{ key: string }>('POST', `/provinces/${code}/keys`, { name: 'Hệ thống', scopes })).key;
  keys[code] = {
    masked: await newKey(keyScopes.filter((scope) => scope !== 'figure.read')),
    exact: await newKey(keyScopes),
  };
  ids[code] = Object.entries(SITES).map(([commune, [village]]) => ({
    ...{ code, roundId, communeId: named(commune).id, versionId: round.formVersionId },
    ...{ unitId: named(commune).id, villageId: named(village!).id, from: '0', to: '1' },
  }));
}

beforeAll(async () => {
  service = await startService();
  reading = (await operationsOf(service)).filter(({ method, permission }) => method === 'GET' && permission !== null);
  for (const code of CODES) {
    await furnish(code);
    staff[code] = {};
    for (const role of Object.keys(roles) as Role[]) staff[code][role] = await service.as(role, code);
  }
});
afterAll(() => service.stop());

/** Without what differs between any two provinces: ids in the order in which they appear, times, hashes, codes and names. */
function anonymous(text: string): string {
  const known = new Map<string, string>();
  return (
    text
      .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, (id) => {
        known.set(id, known.get(id) ?? `id${known.size}`);
        return known.get(id)!;
      })
      // A tag of 40 digits is of the answer itself.
      .replace(/\b(?:[0-9a-f]{64}|[0-9a-f]{40})\b/g, 'hash')
      .replace(/\b[0-9A-Z]{4}-[0-9A-Z]{4}\b(?=["<])/g, 'reference')
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'instant')
      .replace(/\b\d\d:\d\d(:\d\d)?\b/g, 'time')
      .replace(/nonce="[^"]*"/g, 'nonce')
      .replace(/"(prefix|fingerprint)":"[^"]*"/g, 'key')
      .replace(/dbk_\d\d_\w+/g, 'key')
      .replace(/Lai Châu|Hưng Yên/g, 'province')
      .replace(/\b[A-Za-z0-9]{32}\b/g, 'account')
      .replace(/(?<![\w-])(12|33)(?![\w-])/g, 'code')
  );
}

async function get(path: string, caller: Caller): Promise<{ status: number; text: string }> {
  const answer = await fetch(service.url + path, { redirect: 'manual', headers: { ...caller } as HeadersInit });
  const isWorkbook = answer.headers.get('content-type')?.includes('spreadsheetml') ?? false;
  // An entity tag that followed from a count would be one way to ask for it.
  const tag = answer.headers.get('etag') ?? '';
  if (!isWorkbook) return { status: answer.status, text: `${tag} ${await answer.text()}` };
  const { workbook } = await readWorkbook(new Uint8Array(await answer.arrayBuffer()));
  return { status: answer.status, text: JSON.stringify(workbook) };
}

/** Every way of asking an operation but for exact figures: as it is, and with each choice that it offers. */
const waysOf = ({ choices }: Operation): string[] => [
  '',
  ...choices.flatMap(({ name, values }) =>
    values.filter((value) => value !== 'exact').map((value) => `${name}=${value}`),
  ),
];

const withQuery = (address: string, query: string) =>
  query === '' ? address : `${address}${address.includes('?') ? '&' : '?'}${query}`;

/** The same question of both provinces, in each of their communes. */
async function different(operation: Operation, caller: (code: Code) => Caller, query: string): Promise<string[]> {
  const found: string[] = [];
  for (const i of Object.keys(SITES).keys()) {
    const [one, other] = await Promise.all(
      CODES.map((code) => {
        const values = ids[code][i]!;
        const ofVillage = operation.path.includes('{communeId}') && operation.path.includes('{unitId}');
        const unitId = ofVillage ? values.villageId! : values.unitId!;
        return get(withQuery(addressOf(operation, { ...values, unitId }), query), caller(code));
      }),
    );
    if (one!.status >= 500) found.push(`${operation.id} failed`);
    if (anonymous(one!.text) !== anonymous(other!.text)) found.push(`${operation.id} ${query}`);
  }
  return found;
}

async function allDifferent(some: Operation[], caller: (code: Code) => Caller): Promise<string[]> {
  expect(some.length).toBeGreaterThan(3);
  const found: string[] = [];
  for (const operation of some)
    for (const query of waysOf(operation)) found.push(...(await different(operation, caller, query)));
  return found;
}

const inProvince = () => reading.filter(({ path }) => path.includes('/provinces/{code}/'));
const as = (role: Role) => (code: Code) => ({ cookie: staff[code][role]!.cookie });

describe('whatever may be read is the same whichever of 1 to 4 a count is', () => {
  test.each(['designer', 'verifier', 'approver', 'reader', 'auditor'] as const)('for a %s', async (role) => {
    const may = inProvince().filter(({ permission }) => allows([role], permission!));
    expect(await allDifferent(may, as(role))).toEqual([]);
  });

  test('for a key that may do all that keys may but see figures', async () => {
    const may = inProvince().filter((operation) => operation.keys);
    expect(await allDifferent(may, (code) => ({ authorization: `Bearer ${keys[code].masked}` }))).toEqual([]);
  });

  test('on every page of the console', async () => {
    const pages = [...new Set(app.routes.map(({ method, path }) => `${method} ${path}`))].filter((route) =>
      /^GET \/console\/:code\b/.test(route),
    );
    expect(pages).toContain('GET /console/:code/rounds/:roundId/communes/:unitId');
    for (const page of pages) {
      for (const i of Object.keys(SITES).keys()) {
        const [one, other] = await Promise.all(
          CODES.map((code) =>
            get(
              page.slice(4).replace(/:(\w+)/g, (_, name: string) => ids[code][i]![name] ?? 'x'),
              as('verifier')(code),
            ),
          ),
        );
        expect(anonymous(one!.text), page).toBe(anonymous(other!.text));
      }
    }
  });

  test('in whether a village counted as many as in the round before', async () => {
    const compare = reading.find(({ id }) => id === 'compareRevisions')!;
    const asked = await Promise.all(
      CODES.map((code) => {
        const values = { ...ids[code][1]!, unitId: ids[code][1]!.villageId!, from: 'previous-round' };
        return get(addressOf(compare, values), as('reader')(code));
      }),
    );
    expect(asked[0]!.status).toBe(200);
    expect(anonymous(asked[0]!.text)).toBe(anonymous(asked[1]!.text));
  });

  test('in what would be with other answers, which could be tried one after another', async () => {
    const village = (code: Code) => ({ [ids[code][1]!.villageId!]: { addicts_with_file: 9 } });
    const asked = await Promise.all(
      CODES.map((code) => {
        const { roundId, unitId } = ids[code][1]!;
        const path = `/provinces/${code}/rounds/${roundId}/scores/what-if/${unitId}`;
        return staff[code].reader!.call('POST', path, { villages: village(code) });
      }),
    );
    const [one, other] = await Promise.all(asked.map((answer) => answer.text()));
    expect(asked.map(({ status }) => status)).toEqual([200, 200]);
    expect(anonymous(one!)).toBe(anonymous(other!));
  });
});

describe('figures as they are', () => {
  const withFigures = () => inProvince().filter(({ choices }) => choices.some(({ name }) => name === 'figures'));

  test('are given to a verifier who asks, and it is recorded', async () => {
    expect(
      withFigures()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['compareRevisions', 'getReadiness', 'getReview', 'getSubmission', 'listReadiness', 'listReview'].sort());
    for (const operation of withFigures()) {
      expect(await different(operation, as('verifier'), 'figures=exact'), operation.id).not.toEqual([]);
    }
    const { roundId, communeId } = ids['12'][0]!;
    const acts = await eventsOf(service, `round:${roundId}/commune:${communeId}`);
    expect(acts.filter(({ act }) => act === 'figures.read').length).toBeGreaterThanOrEqual(3);
    const ofRound = await eventsOf(service, `round:${roundId}`);
    expect(ofRound.filter(({ act }) => act === 'figures.read').length).toBeGreaterThanOrEqual(1);
  });

  test('are refused to everybody else, and nothing is recorded', async () => {
    const count = async () =>
      (await rowsOf(service, "SELECT count(*) AS n FROM events WHERE act = 'figures.read'"))[0]!.n;
    const before = await count();
    for (const operation of withFigures()) {
      const address = withQuery(addressOf(operation, ids['12'][0]!), 'figures=exact');
      for (const role of ['designer', 'approver', 'reader', 'auditor'] as const) {
        expect((await get(address, as(role)('12'))).status, `${operation.id} ${role}`).toBe(403);
      }
    }
    const address = `/v1/provinces/12/rounds/${ids['12'][0]!.roundId}/readiness?figures=exact`;
    expect((await get(address, { authorization: `Bearer ${keys['12'].masked}` })).status).toBe(403);
    const page = `/console/12/rounds/${ids['12'][0]!.roundId}?figures=exact`;
    expect((await get(page, as('reader')('12'))).status).toBe(403);
    expect(await count()).toBe(before);
  });

  test('are given to a key with that scope, and recorded under its id', async () => {
    const address = `/v1/provinces/12/rounds/${ids['12'][0]!.roundId}/readiness?figures=exact`;
    const { text } = await get(address, { authorization: `Bearer ${keys['12'].exact}` });
    const { figures, items } = JSON.parse(text.slice(text.indexOf('{')));
    expect(figures).toBe('exact');
    expect(items[0].criteria.find(({ id }: { id: string }) => id === 'TD3a')).toMatchObject({
      ...{ numerator: 1, denominator: 2, shortfall: 1, masked: null },
    });
    const [event] = await rowsOf(
      service,
      "SELECT k.id FROM events e JOIN api_keys k ON k.id = e.actor_id WHERE e.act = 'figures.read' AND e.actor_kind = 'key'",
    );
    expect(event).toBeDefined();
  });
});

describe('a question that the province does not share', () => {
  const readiness = async (key: string, query = '') => {
    const address = `/v1/provinces/12/rounds/${ids['12'][0]!.roundId}/readiness`;
    const { text } = await get(`${address}${query}`, { authorization: `Bearer ${key}` });
    return text.slice(text.indexOf(' ') + 1);
  };
  const notShared = { numerator: 'not_shared', denominator: 'not_shared', shortfall: 'not_shared' };

  test('gives no key a figure of it, in no form and whatever its scopes; its verdict stays', async () => {
    const before = JSON.parse(await readiness(keys['12'].exact));
    const settings = (names: string[], revision: number) =>
      rowsOf(
        service,
        `INSERT INTO settings (id, withheld_questions, answers_kept_months, revision, updated_at) VALUES (1, ?, NULL, ?, '')
          ON CONFLICT (id) DO UPDATE SET withheld_questions = excluded.withheld_questions, revision = excluded.revision`,
        [JSON.stringify(names), revision],
      );
    await settings(['households_committed'], 1);
    for (const query of ['', '?include=explanation', '?figures=exact', '?figures=exact&include=explanation']) {
      const { items } = JSON.parse(await readiness(keys['12'].exact, query));
      const pledges = items[0].criteria.find(({ id }: { id: string }) => id === 'TD6a');
      expect(pledges).toMatchObject({ status: 'met', numerator: null, denominator: null, masked: notShared });
      expect(JSON.stringify(pledges)).not.toMatch(/\d{2}/);
      expect(items[0].index).toBeNull();
    }
    expect(await readiness(keys['12'].exact, '?format=csv')).toContain('met,not_shared,not_shared');
    const staffSees = await staff['12'].reader!.api<{ items: { criteria: { id: string; masked: unknown }[] }[] }>(
      'GET',
      `/provinces/12/rounds/${ids['12'][0]!.roundId}/readiness`,
    );
    expect(staffSees.items[0]!.criteria.find(({ id }) => id === 'TD6a')!.masked).toBeNull();
    await settings([], 2);
    expect(JSON.parse(await readiness(keys['12'].exact))).toEqual(before);
  });
});
