import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Site } from '../../local/demo/site.ts';
import { app } from '../../worker/app.ts';
import { isDangerous } from '../../worker/auth/dangerous.ts';
import { allows, isPlatformRole, keyScopes, type Role, roles, rolesWith } from '../../worker/auth/permissions.ts';
import { sha256 } from '../../worker/db/hash.ts';
import { databaseOf, rowsOf } from '../support/database.ts';
import { addressOf, type Operation, operationsOf, PUBLIC_OPERATIONS } from '../support/operations.ts';
import { handIn, paper, person, verified } from '../support/recognition.ts';
import { type Service, startService } from '../support/service.ts';
import { prepareSurvey } from '../support/survey.ts';

const ROLES = Object.keys(roles) as Role[];
/** What runs before the routes below it. */
const MIDDLEWARE = ['ALL /*', 'ALL /v1/*', 'ALL /v1/provinces/:code/*'];

/** Reviewers are staff, and stand in the registry; so does what is under no province, and whatever is about staff. */
const ofTheRegistry = ({ id, path, permission }: Operation) =>
  id === 'listReviewers' || !isOfProvince({ path }) || permission!.startsWith('staff.');
const isOfProvince = ({ path }: Pick<Operation, 'path'>) => path.startsWith('/v1/provinces/{code}/');

interface Caller {
  cookie?: string;
  authorization?: string;
}

interface Answered {
  id: string;
  status: number;
  code: string | undefined;
  text: string;
  requestId: string;
  caching: string | null;
}

type Ids = Record<string, string>;

/** What concerns the service as a whole is for roles that are held for it, whatever one may read in a province. */
const mayCall = (role: Role, { permission, path }: Operation): boolean =>
  allows([role], permission!) && (isPlatformRole(role) || !path.startsWith('/v1/platform/'));

const roleNames = { province: ROLES.filter((role) => !isPlatformRole(role)) };

let service: Service;
let operations: Operation[];
let guarded: Operation[];
let designer: Site;
/** Real ids of province 12, for reading; what would change something gets ids that nothing has. */
let ids: Ids;
let idsOf33: Ids;
const staff = {} as Record<Role, Caller>;

/** The databases that a request opened. */
const opened = new Map<string, Set<string>>();
const answers: Answered[] = [];

/** Everything there is to read: a submitted and verified file, its link, key, calendar feed and recognition. */
async function furnish(code: string): Promise<Ids> {
  const province = `/provinces/${code}`;
  const [prepares, verifies] = [await service.as('designer', code), await service.as('verifier', code)];
  const survey = await prepareSurvey(prepares, code);
  await handIn(service, prepares, survey, [survey.commune], code);
  await verified(service, survey.roundId, `verifier.${code}@example.vn`, code);
  const { roundId, linkId } = survey;
  const proposal = { unitId: survey.commune.id, roundId, ...paper('01/TTr-UBND') };
  const file = await verifies.api<{ id: string }>('POST', `${province}/recognition`, proposal);
  const feed = await prepares.api<{ id: string }>('POST', `${province}/calendar-feeds`, { name: 'Lịch phòng' });
  const round = await prepares.api<{ formVersionId: string }>('GET', `${province}/rounds/${roundId}`);
  const keys = await prepares.api<{ items: { id: string }[] }>('GET', `${province}/keys`);
  return {
    roundId,
    linkId,
    communeId: survey.commune.id,
    unitId: survey.commune.id,
    versionId: round.formVersionId,
    fileId: file.id,
    feedId: feed.id,
    keyId: keys.items[0]!.id,
  };
}

beforeAll(async () => {
  service = await startService({
    onPipeline: ({ database, requestId }) => {
      if (requestId === null) return;
      opened.set(requestId, (opened.get(requestId) ?? new Set()).add(database));
    },
  });
  operations = await operationsOf(service);
  guarded = operations.filter(({ permission }) => permission !== null);
  ids = await furnish('12');
  idsOf33 = await furnish('33');
  for (const role of ROLES) staff[role] = { cookie: (await service.as(role)).cookie };
  designer = await service.as('designer');
});
afterAll(() => service.stop());

/** One person with several roles, signed in since the last of them was given. */
async function withRoles(name: string, held: Role[], code = '12'): Promise<Caller> {
  for (const role of held.slice(1)) await person(service, name, role, code);
  return { cookie: (await person(service, name, held[0]!, code)).cookie };
}

async function ask(operation: Operation, caller: Caller, values: Ids, body = operation.body): Promise<Answered> {
  const answer = await fetch(service.url + addressOf(operation, { code: '12', ...values }), {
    method: operation.method,
    headers: {
      ...Object.fromEntries(Object.entries(caller)),
      origin: service.url,
      'if-match': '"1"',
      ...(body === null ? {} : { 'content-type': 'application/json' }),
    },
    body,
  });
  const text = await answer.text();
  const isProblem = answer.headers.get('content-type') === 'application/problem+json';
  const code = isProblem ? (JSON.parse(text) as { code: string }).code : undefined;
  const requestId = answer.headers.get('x-request-id')!;
  const caching = answer.headers.get('cache-control');
  return { id: operation.id, status: answer.status, code, text, requestId, caching };
}

/** Asks for each of the operations, and remembers the answers. */
async function askAll(some: Operation[], each: (operation: Operation) => Promise<Answered>): Promise<Answered[]> {
  expect(some.length).toBeGreaterThan(0);
  const given = await Promise.all(some.map(each));
  answers.push(...given);
  return given;
}

const HOPELESS = {
  roundId: 'x',
  communeId: 'x',
  unitId: 'x',
  versionId: 'x',
  keyId: 'x',
  linkId: 'x',
  fileId: 'x',
  feedId: 'x',
};

/** With ids that are none and a body that is no JSON: who is refused in spite of it was refused before either was read. */
const asksNonsense = (some: Operation[], caller: Caller) =>
  askAll(some, (operation) => ask(operation, caller, HOPELESS, operation.body && '{'));

/** With the ids of what is there for reading, and a body of the right shape: writes find nothing to change, or add something. */
const asksProperly = (some: Operation[], caller: Caller) =>
  askAll(some, (operation) => ask(operation, caller, operation.method === 'GET' ? ids : {}));

const said = ({ id, status, code }: Answered) => `${id}: ${status} ${code}`;
/** The answers that were not this refusal. */
const butFor = (given: Answered[], ...refusals: string[]) =>
  given.map(said).filter((line) => !refusals.includes(line.slice(line.indexOf(':') + 2)));
const refusedOrBroken = (given: Answered[]) =>
  given.filter(({ status }) => status === 401 || status === 403 || status >= 500).map(said);

describe('the document', () => {
  test('names every operation that anybody may call; all others want a permission', () => {
    const open = operations.filter(({ permission }) => permission === null).map(({ id }) => id);
    expect(open.sort()).toEqual([...PUBLIC_OPERATIONS].sort());
    expect(guarded.length).toBeGreaterThan(50);
  });

  test('leaves out no route under /v1', () => {
    const described = operations.map(({ method, path }) => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`);
    const routes = new Set(app.routes.map(({ method, path }) => `${method} ${path}`));
    const known = [...described, ...MIDDLEWARE];
    const left = [...routes].filter((route) => / \/(v1|\*)/.test(route) && !known.includes(route));
    expect(left).toEqual([]);
  });
});

describe('people', () => {
  test('who is not signed in is refused, whatever is asked', async () => {
    expect(butFor(await asksNonsense(guarded, {}), '401 unauthenticated')).toEqual([]);
  });

  test('a cookie that we did not give is no sign-in', async () => {
    const forged = { cookie: staff.designer.cookie!.replace(/=[^;.]{8}/g, '=aaaaaaaa') };
    expect(butFor(await asksNonsense(guarded, forged), '401 unauthenticated')).toEqual([]);
  });

  test('who has every role of another province and none here is refused, whatever is asked', async () => {
    const elsewhere = await withRoles('can-bo-hung-yen', roleNames.province, '33');
    expect(butFor(await asksNonsense(guarded, elsewhere), '403 forbidden')).toEqual([]);
  });

  test('who has every role of the province is refused what concerns the service as a whole', async () => {
    const platform = guarded.filter(({ path }) => path.startsWith('/v1/platform/'));
    const everything = await withRoles('moi-vai-tro', roleNames.province);
    expect(butFor(await asksNonsense(platform, everything), '403 forbidden')).toEqual([]);
  });

  test.each(ROLES)(
    'a %s may do what the table of permissions says, and is refused all else before it is read',
    async (role) => {
      const [may, mayNot] = [true, false].map((expected) =>
        guarded.filter((operation) => mayCall(role, operation) === expected),
      );
      expect(butFor(await asksNonsense(mayNot!, staff[role]), '403 forbidden')).toEqual([]);
      // Roles for the service as a whole may do little in a province.
      if (may!.length > 0) expect(refusedOrBroken(await asksProperly(may!, staff[role]))).toEqual([]);
    },
  );
});

describe('sessions', () => {
  const [NAME, EMAIL] = ['moi-quyen', 'moi-quyen.12@example.vn'];
  const OF_USER = '= (SELECT id FROM user WHERE email = :email)';
  /** What takes roles away does (worker/auth/session-store.ts). */
  const NO_ROLES = `UPDATE session SET roles = '{}' WHERE user_id ${OF_USER}`;
  const dangerous = () => guarded.filter(({ permission }) => isDangerous(permission!));
  /** Without the cookie that is believed for five minutes: as after them. */
  const later = ({ cookie = '' }: Caller): Caller => ({
    cookie: cookie.replace(/dia-ban\.session_data=[^;]*;?\s*/, ''),
  });

  beforeAll(() => withRoles(NAME, ROLES));

  /** A session of somebody who may do everything there is, to which something then happens. */
  async function struck(...statements: string[]): Promise<Caller> {
    const { cookie } = await person(service, NAME, ROLES[0]!);
    const token = decodeURIComponent(/session_token=([^;]*)/.exec(cookie)![1]!).split('.')[0]!;
    expect(refusedOrBroken(await asksProperly(guarded.slice(0, 5), later({ cookie })))).toEqual([]);
    for (const sql of statements) {
      const args: Record<string, string> = sql.includes(':email') ? { email: EMAIL } : { token };
      const { rowsAffected } = await databaseOf(service, 'control').execute({ sql, args });
      expect(rowsAffected).toBeGreaterThan(0);
    }
    return { cookie };
  }

  test('one whose proof is older than a quarter of an hour does nothing dangerous', async () => {
    const caller = await struck('UPDATE session SET authenticated_at = 1 WHERE token = :token');
    expect(butFor(await asksNonsense(dangerous(), caller), '403 reauthentication_required')).toEqual([]);
  });

  test.each([
    ['was ended', ['DELETE FROM session WHERE token = :token'], '401 unauthenticated'],
    ['is over', ['UPDATE session SET expires_at = 1 WHERE token = :token'], '401 unauthenticated'],
    [
      'lost its roles',
      [
        `DELETE FROM memberships WHERE user_id ${OF_USER}`,
        `DELETE FROM platform_roles WHERE user_id ${OF_USER}`,
        NO_ROLES,
      ],
      '403 forbidden',
    ],
  ])('one that %s opens nothing, and does nothing dangerous even in its five minutes', async (_, sql, refusal) => {
    const caller = await struck(...sql);
    expect(butFor(await asksNonsense(guarded, later(caller)), refusal)).toEqual([]);
    expect(butFor(await asksNonsense(dangerous(), caller), refusal)).toEqual([]);
  });

  test('the two cookies of two people are nobody', async () => {
    const [mine, theirs] = [staff.reader.cookie!, staff.designer.cookie!];
    const data = /dia-ban\.session_data=[^;]*/.exec(theirs)![0];
    const mixed = { cookie: mine.replace(/dia-ban\.session_data=[^;]*/, data) };
    const writing = guarded.filter((operation) => !mayCall('reader', operation) && mayCall('designer', operation));
    expect(butFor(await asksNonsense(writing, mixed), '403 forbidden', '401 unauthenticated')).toEqual([]);
  });
});

describe('keys', () => {
  const bearer = (key: string): Caller => ({ authorization: `Bearer ${key}` });
  const withKeys = () => guarded.filter(({ keys }) => keys);
  const withoutKeys = () => guarded.filter(({ keys }) => !keys);

  async function newKey(scopes: readonly string[], code = '12', site = designer): Promise<string> {
    const command = { name: 'Hệ thống của tỉnh', scopes };
    return (await site.api<{ key: string }>('POST', `/provinces/${code}/keys`, command)).key;
  }

  test('a key that may do all that keys may opens that, and nothing that is for people only', async () => {
    const good = bearer(await newKey(keyScopes));
    expect(refusedOrBroken(await asksProperly(withKeys(), good))).toEqual([]);
    expect(butFor(await asksNonsense(withoutKeys(), good), '401 unauthenticated')).toEqual([]);
  });

  // Exact figures are asked for with a parameter; no operation wants that scope alone.
  const scopesOfOperations = keyScopes.filter((scope) => scope !== 'figure.read');
  test.each(scopesOfOperations)('a key with every scope but %s is refused what wants it', async (missing) => {
    const key = bearer(await newKey(keyScopes.filter((scope) => scope !== missing)));
    const wanting = withKeys().filter(({ permission }) => permission === missing);
    expect(butFor(await asksProperly(wanting, key), '403 forbidden')).toEqual([]);
  });

  test("another province's key is refused, also under a forged province", async () => {
    const other = await newKey(keyScopes, '33', await service.as('designer', '33'));
    expect(butFor(await asksNonsense(withKeys(), bearer(other)), '403 key_of_other_province')).toEqual([]);
    expect(butFor(await asksNonsense(withoutKeys(), bearer(other)), '401 unauthenticated')).toEqual([]);
    const forged = bearer(other.replace('dbk_33_', 'dbk_12_'));
    expect(butFor(await asksProperly(withKeys(), forged), '401 key_invalid')).toEqual([]);
  });

  test.each([
    ['expired', 'key_expired', "UPDATE api_keys SET expires_at = '2020-01-01T00:00:00.000Z' WHERE key_hash = ?"],
    ['revoked', 'key_revoked', "UPDATE api_keys SET revoked_at = '2020-01-01T00:00:00.000Z' WHERE key_hash = ?"],
    [
      'held to other networks',
      'key_address_refused',
      'UPDATE api_keys SET allowed_addresses = \'["192.0.2.0/24"]\' WHERE key_hash = ?',
    ],
    [
      'replaced for good',
      'key_expired',
      "UPDATE api_keys SET key_hash = 'another', previous_hash = key_hash, previous_ends_at = '2020' WHERE key_hash = ?",
    ],
  ])('a key that is %s opens nothing', async (_, code, sql) => {
    const key = await newKey(keyScopes);
    await rowsOf(service, sql, [await sha256(key)]);
    expect(
      butFor(await asksProperly(withKeys(), bearer(key)), `${code === 'key_address_refused' ? 403 : 401} ${code}`),
    ).toEqual([]);
    expect(butFor(await asksNonsense(withoutKeys(), bearer(key)), '401 unauthenticated')).toEqual([]);
  });

  test.each([
    ['no key at all', 'Bearer abc'],
    ['another scheme', 'Basic YWJjOmFiYw=='],
  ])('%s opens nothing, not even beside a good session', async (_, authorization) => {
    const both = { authorization, ...staff.designer };
    expect(butFor(await asksNonsense(withKeys(), both), '401 key_invalid')).toEqual([]);
  });
});

describe('provinces', () => {
  test("what another province's ids name does not exist here", async () => {
    const named = guarded.filter(({ method, path }) => method === 'GET' && path.split('{').length > 2);
    const given = await askAll(named, (operation) =>
      ask(operation, staff[rolesWith(operation.permission!)[0]!], idsOf33),
    );
    const shown = given.filter(({ text }) => Object.values(idsOf33).some((id) => text.includes(id)));
    expect(shown.map(said)).toEqual([]);
    expect(refusedOrBroken(given)).toEqual([]);
  });

  test('no request opened the database of a province other than the one of its path', () => {
    const inProvince = new Set(operations.filter(isOfProvince).map(({ id }) => id));
    const strange = answers.filter(({ id, requestId }) => {
      const allowed = inProvince.has(id) ? ['control', 'p12'] : ['control'];
      return [...(opened.get(requestId) ?? [])].some((name) => !allowed.includes(name));
    });
    expect(strange.map(said)).toEqual([]);
    expect(answers.length).toBeGreaterThan(500);
  });

  test('who is refused opens the database of no province, but for a key that only that can know', () => {
    const known = ['key_invalid', 'key_expired', 'key_revoked', 'key_address_refused', 'forbidden'];
    const refused = answers.filter(({ status }) => status === 401 || status === 403);
    const strange = refused.filter(
      ({ requestId, code }) => opened.get(requestId)?.has('p12') && !known.includes(code!),
    );
    expect(strange.map(said)).toEqual([]);
  });

  test('whatever can be read was read from the database of its province', () => {
    const reading = guarded.filter((operation) => operation.method === 'GET' && !ofTheRegistry(operation));
    const reached = new Set(answers.filter(({ requestId }) => opened.get(requestId)?.has('p12')).map(({ id }) => id));
    expect(reading.map(({ id }) => id).filter((id) => !reached.has(id))).toEqual([]);
  });
});

test('no answer to anybody may be kept by a shared cache', () => {
  const kept = answers.filter(({ caching }) => !/^(private, no-cache|no-store)$/.test(caching ?? ''));
  expect(kept.map(({ caching, ...answer }) => `${said(answer as Answered)} ${caching}`)).toEqual([]);
});
