import { drizzle } from 'drizzle-orm/libsql/http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Site } from '../../local/demo/site.ts';
import { type KeyRow, mayInSql, newKey, refuseKey } from '../../worker/auth/api-key.ts';
import { keyScopes } from '../../worker/auth/permissions.ts';
import { sha256 } from '../../worker/db/hash.ts';
import { newId } from '../../worker/db/id.ts';
import { apiKeys } from '../../worker/db/province/api-keys.ts';
import { databaseOf, eventsOf, rowsOf } from '../support/database.ts';
import { type Service, startService } from '../support/service.ts';

const KEYS = '/provinces/12/keys';
const DAY = 24 * 60 * 60 * 1000;

interface Key {
  id: string;
  name: string;
  scopes: string[];
  expiresAt: string | null;
  revokedAt: string | null;
  lastUsedAt: string | null;
  allowedAddresses: string[] | null;
  previousEndsAt: string | null;
  revision: number;
  key: string;
}

let service: Service;
let designer: Site;

beforeAll(async () => {
  service = await startService({ clientAddressHeader: 'x-real-ip' });
  designer = await service.as('designer');
});
afterAll(() => service.stop());

const make = (more: object = {}) =>
  designer.api<Key>('POST', KEYS, { name: 'Hệ thống của tỉnh', scopes: ['round.read'], ...more });
const rotate = (id: string, command: object = {}) => designer.api<Key>('POST', `${KEYS}/${id}/rotate`, command);
const listed = async (id: string) =>
  (await designer.api<{ items: Key[] }>('GET', KEYS)).items.find((key) => key.id === id)!;

const ask = (key: string, from?: string) =>
  service.stranger.get('/v1/provinces/12/rounds', {
    authorization: `Bearer ${key}`,
    ...(from ? { 'x-real-ip': from } : {}),
  });

async function answered(key: string, from?: string): Promise<string> {
  const answer = await ask(key, from);
  return answer.ok ? 'opened' : ((await answer.json()) as { code: string }).code;
}

describe('the end of a key', () => {
  test('is a year away unless it is named, and only then none', async () => {
    const inDays = (end: string | null) => (Date.parse(end!) - Date.now()) / DAY;
    const usual = await make();
    expect(inDays(usual.expiresAt)).toBeGreaterThan(364);
    expect(inDays(usual.expiresAt)).toBeLessThan(367);
    expect((await make({ expiresAt: null })).expiresAt).toBe(null);
    expect((await make({ expiresAt: '2027-06-30T17:00:00+07:00' })).expiresAt).toBe('2027-06-30T10:00:00.000Z');
  });
});

describe('allowed addresses', () => {
  test('a key opens from its networks and from nowhere else, and the refusal names none of them', async () => {
    const { key, allowedAddresses } = await make({ allowedAddresses: ['203.0.113.77/24', '2001:DB8::/32'] });
    expect(allowedAddresses).toEqual(['203.0.113.0/24', '2001:db8::/32']);
    expect(await answered(key, '203.0.113.5')).toBe('opened');
    expect(await answered(key, '::ffff:203.0.113.5')).toBe('opened');
    expect(await answered(key, '2001:db8:1:2::3')).toBe('opened');
    // What the nearest proxy saw counts, not what a caller put before it.
    expect(await answered(key, '203.0.113.5, 198.51.100.7')).toBe('key_address_refused');
    expect(await answered(key, 'unknown')).toBe('key_address_refused');
    expect(await answered(key)).toBe('key_address_refused');
    const refused = await ask(key, '198.51.100.7');
    expect(refused.status).toBe(403);
    expect(await refused.text()).not.toMatch(/203\.0|2001:db8/i);
  });

  test.each(['203.0.113.0/33', 'tinh.example.vn', '', '10.0.0.0/8 '.repeat(9)])('%j is no network', async (network) => {
    const answer = await designer.call('POST', KEYS, {
      name: 'x',
      scopes: ['round.read'],
      allowedAddresses: [network],
    });
    expect(answer.status).toBe(422);
  });

  test('cannot be asked for where callers’ addresses are not known', async () => {
    const nowhere = await startService();
    try {
      const site = await nowhere.as('designer');
      const command = { name: 'x', scopes: ['round.read'], allowedAddresses: ['203.0.113.0/24'] };
      const answer = await site.call('POST', KEYS, command);
      expect([answer.status, ((await answer.json()) as Key & { code: string }).code]).toEqual([
        409,
        'addresses_not_known',
      ]);
      expect((await site.api<{ items: Key[] }>('GET', KEYS)).items).toEqual([]);
    } finally {
      await nowhere.stop();
    }
  });
});

describe('rotating', () => {
  test('gives another text, and the old one opens until the overlap ends', async () => {
    const before = await make();
    const after = await rotate(before.id, { overlapHours: 2 });
    expect(after).toMatchObject({ id: before.id, name: before.name, expiresAt: before.expiresAt });
    expect(after.key).not.toBe(before.key);
    expect([await answered(before.key), await answered(after.key)]).toEqual(['opened', 'opened']);
    await rowsOf(service, "UPDATE api_keys SET previous_ends_at = '2020-01-01T00:00:00.000Z' WHERE id = ?", [
      before.id,
    ]);
    expect([await answered(before.key), await answered(after.key)]).toEqual(['key_expired', 'opened']);
    const acts = await eventsOf(service, `key:${before.id}`);
    expect(acts.map(({ act }) => act)).toEqual(['key.create', 'key.rotate']);
    expect(JSON.stringify(acts)).not.toContain(after.key);
  });

  test('without an overlap ends the old text at once; with another rotation the first is unknown', async () => {
    const first = await make();
    const second = await rotate(first.id, { overlapHours: 0 });
    expect(await answered(first.key)).toBe('key_expired');
    const third = await rotate(first.id, { expiresAt: null });
    expect(third.expiresAt).toBe(null);
    expect([await answered(first.key), await answered(second.key)]).toEqual(['key_invalid', 'opened']);
    await designer.api('POST', `${KEYS}/${first.id}/revoke`);
    expect([await answered(second.key), await answered(third.key)]).toEqual(['key_revoked', 'key_revoked']);
  });

  test.each([
    ['an overlap of more than a week', { overlapHours: 169 }, 422, 'invalid_request'],
    ['a revoked key', {}, 409, 'key_ended'],
  ])('%s is refused', async (_, command, status, code) => {
    const { id } = await make();
    if (status === 409) await designer.api('POST', `${KEYS}/${id}/revoke`);
    const answer = await designer.call('POST', `${KEYS}/${id}/rotate`, command);
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([status, code]);
  });

  test('at the same moment by two people gives one of them the key', async () => {
    const { id } = await make();
    const given = await Promise.all([1, 2].map(() => designer.call('POST', `${KEYS}/${id}/rotate`, {})));
    const keys = await Promise.all(given.filter(({ ok }) => ok).map(async (each) => ((await each.json()) as Key).key));
    // Where they did not meet, one came after the other, whose text then opens as the old one.
    for (const key of keys) expect(await answered(key)).toBe('opened');
    expect(given.every(({ status }) => status === 200 || status === 409)).toBe(true);
    expect(keys.length).toBeGreaterThan(0);
  });
});

describe('renaming', () => {
  const rename = (id: string, name: string, revision: number | string) =>
    designer.call('PATCH', `${KEYS}/${id}`, { name }, { 'if-match': `"${revision}"` });

  test('changes what the list calls it and nothing that opens, and is on record', async () => {
    const { id, key, revision } = await make();
    const answer = await rename(id, '  Trục liên thông ', revision);
    expect([answer.status, answer.headers.get('etag')]).toEqual([200, `"${revision + 1}"`]);
    expect(await answer.json()).toMatchObject({ id, name: 'Trục liên thông', revision: revision + 1 });
    expect(await listed(id)).toMatchObject({ name: 'Trục liên thông' });
    expect(await answered(key)).toBe('opened');
    const acts = await eventsOf(service, `key:${id}`);
    expect(acts.map(({ act }) => act)).toEqual(['key.create', 'key.rename']);
  });

  test('is refused over what was not seen, and without saying over what', async () => {
    const { id, revision } = await make();
    await rotate(id);
    const late = await rename(id, 'Muộn', revision);
    expect([late.status, ((await late.json()) as { code: string }).code]).toEqual([412, 'revision_mismatch']);
    const blind = await designer.call('PATCH', `${KEYS}/${id}`, { name: 'Mù' });
    expect([blind.status, ((await blind.json()) as { code: string }).code]).toEqual([428, 'precondition_required']);
    expect((await listed(id)).name).toBe('Hệ thống của tỉnh');
  });

  test('by two people at the same moment is done by one of them', async () => {
    const { id, revision } = await make();
    const given = await Promise.all(['Một', 'Hai'].map((name) => rename(id, name, revision)));
    expect(given.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect((await eventsOf(service, `key:${id}`)).filter(({ act }) => act === 'key.rename')).toHaveLength(1);
  });

  test.each(['', 'x'.repeat(101), 'hai\ndòng'])('%j is no name', async (name) => {
    const { id, revision } = await make();
    expect((await rename(id, name, revision)).status).toBe(422);
  });
});

describe('the last use', () => {
  test('is there to the hour once a key opened something, at the cost of no round trip of the request', async () => {
    const { id, key } = await make();
    expect((await listed(id)).lastUsedAt).toBe(null);
    const answer = await ask(key);
    expect(answer.ok).toBe(true);
    await expect.poll(async () => (await listed(id)).lastUsedAt).toMatch(/T\d\d:00:00\.000Z$/);
    expect(service.runtime.hrana.pipelines.ofRequest(answer.headers.get('x-request-id')!)).toBe(1);
  });

  test('is not moved by a key that is refused, and never goes back', async () => {
    const { id, key } = await make({ scopes: ['unit.read'] });
    expect(await answered(key)).toBe('forbidden');
    await rowsOf(service, "UPDATE api_keys SET last_used_at = '2099-01-01T00:00:00.000Z', scopes = ? WHERE id = ?", [
      JSON.stringify(['round.read']),
      id,
    ]);
    expect(await answered(key)).toBe('opened');
    // Another key's use, which comes after it, is written: so this one's would have been.
    const other = await make();
    await ask(other.key);
    await expect.poll(async () => (await listed(other.id)).lastUsedAt).not.toBe(null);
    expect((await listed(id)).lastUsedAt).toBe('2099-01-01T00:00:00.000Z');
  });
});

describe('the page of the keys', () => {
  const PAGE = '/console/12/tich-hop';
  const keyIn = (page: string) => /dbk_12_[0-9a-z]{32}/.exec(page)?.[0];

  test('makes a key that works and is shown once, rotates and revokes it', async () => {
    const name = 'Trục liên thông <b>';
    const made = await designer.post(PAGE, { name, scopes: 'round.read', networks: '203.0.113.0/24' });
    expect([made.status, made.headers.get('cache-control')]).toEqual([201, 'no-store']);
    const first = keyIn(await made.text())!;
    expect([await answered(first, '203.0.113.5'), await answered(first)]).toEqual(['opened', 'key_address_refused']);
    const again = await (await designer.get(PAGE)).text();
    expect(keyIn(again)).toBe(undefined);
    expect(again).toContain('Trục liên thông &lt;b>');

    const { items } = await designer.api<{ items: Key[] }>('GET', KEYS);
    const { id } = items.find((key) => key.name === name)!;
    const rotated = await designer.post(`${PAGE}/${id}/doi`, { overlapHours: '0' });
    const second = keyIn(await rotated.text())!;
    expect(await answered(first, '203.0.113.5')).toBe('key_expired');
    expect(await answered(second, '203.0.113.5')).toBe('opened');
    expect((await designer.post(`${PAGE}/${id}/thu-hoi`, {})).headers.get('location')).toBe(`${PAGE}?notice=revoked`);
    expect(await answered(second, '203.0.113.5')).toBe('key_revoked');
    const late = await designer.post(`${PAGE}/${id}/doi`, { overlapHours: '0' });
    expect([late.status, keyIn(await late.text())]).toEqual([409, undefined]);
  });

  test('renames a key over the revision that it showed, and shows again what was typed where somebody was faster', async () => {
    const { id, revision } = await make();
    const first = await designer.post(`${PAGE}/${id}/ten`, { name: 'Trục một', revision: String(revision) });
    expect([first.status, first.headers.get('location')]).toEqual([303, `${PAGE}?notice=renamed`]);
    const second = await designer.post(`${PAGE}/${id}/ten`, { name: 'Trục hai', revision: String(revision) });
    const page = await second.text();
    expect(second.status).toBe(412);
    expect(page).toContain('vừa được người khác thay đổi');
    expect(page).toContain('value="Trục hai"');
    expect((await listed(id)).name).toBe('Trục một');
    expect((await designer.post(`${PAGE}/${id}/ten`, { name: ' ', revision: '1' })).status).toBe(422);
  });

  test('rotates with another end, also a key that has expired, and not with one that is over', async () => {
    const { id, expiresAt } = await make();
    const refused = await designer.post(`${PAGE}/${id}/doi`, { overlapHours: '168', lastDay: '2020-01-01' });
    const page = await refused.text();
    expect([refused.status, keyIn(page)]).toEqual([422, undefined]);
    expect(page).toContain('value="2020-01-01"');
    expect((await listed(id)).expiresAt).toBe(expiresAt);
    await rowsOf(service, "UPDATE api_keys SET expires_at = '2020-01-01T00:00:00.000Z' WHERE id = ?", [id]);
    const rotated = await designer.post(`${PAGE}/${id}/doi`, { lastDay: '2099-12-30' });
    expect(await answered(keyIn(await rotated.text())!)).toBe('opened');
    expect((await listed(id)).expiresAt).toBe('2099-12-30T17:00:00.000Z');
  });

  test('shows again what was typed, and makes nothing, where something is wrong', async () => {
    const before = (await designer.api<{ items: Key[] }>('GET', KEYS)).items.length;
    const answer = await designer.post(PAGE, { name: 'Trục báo cáo', networks: 'tinh.example.vn' });
    const page = await answer.text();
    expect([answer.status, keyIn(page)]).toEqual([422, undefined]);
    for (const text of ['Trục báo cáo', 'tinh.example.vn', 'chọn ít nhất một', 'không phải là địa chỉ mạng']) {
      expect(page).toContain(text);
    }
    expect((await designer.api<{ items: Key[] }>('GET', KEYS)).items.length).toBe(before);
  });

  test('offers an auditor nothing to change', async () => {
    const page = await (await (await service.as('auditor')).get(PAGE)).text();
    expect(page).toContain('Các khóa');
    expect(page).not.toContain('method="post" action="/console/12/tich-hop');
  });
});

test('scopes are those of the list, and the description says what exact figures want', async () => {
  const answer = await designer.call('POST', KEYS, { name: 'x', scopes: ['unit.write'] });
  expect(answer.status).toBe(422);
  const described = await (await service.stranger.get('/v1/openapi.json')).json();
  const { paths } = described as { paths: Record<string, Record<string, unknown>> };
  const list = JSON.stringify(paths['/v1/provinces/{code}/keys']!.get);
  for (const scope of keyScopes) expect(list).toContain(scope);
});

test('a statement that asks whether a key may do something agrees with the check of its row', async () => {
  const now = '2026-11-27T03:00:00.000Z';
  const [past, future] = ['2026-11-27T03:00:00.000Z', '2026-11-27T03:00:00.001Z'];
  const database = drizzle(databaseOf(service, 'p12'));
  const hashes = { current: await sha256(newKey('12')), previous: await sha256(newKey('12')) };
  const row = (more: Partial<KeyRow>): KeyRow => ({
    ...{ id: newId(), name: 'x', createdAt: now, expiresAt: null, revokedAt: null, lastUsedAt: null },
    ...{ keyHash: hashes.current, scopes: ['unit.read', 'figure.read'], allowedAddresses: null },
    ...{ previousHash: null, previousEndsAt: null, revision: 0, ...more },
  });
  const rows = [
    row({}),
    row({ expiresAt: past }),
    row({ expiresAt: future }),
    row({ revokedAt: past }),
    row({ scopes: ['unit.read'] }),
    row({ scopes: ['figure.read'] }),
    row({ allowedAddresses: ['203.0.113.0/24'] }),
    row({ allowedAddresses: ['2001:db8::/32', '198.51.100.7/32'] }),
    row({ previousHash: hashes.previous, previousEndsAt: past }),
    row({ previousHash: hashes.previous, previousEndsAt: future, allowedAddresses: ['0.0.0.0/0'] }),
  ];
  const addresses = [null, '203.0.113.9', '198.51.100.7', '2001:db8::1', 'unknown'];
  const wanted = ['unit.read', 'figure.read'] as const;
  let [may, mayNot] = [0, 0];
  for (const key of rows) {
    await database.insert(apiKeys).values(key);
    for (const keyHash of Object.values(hashes)) {
      for (const address of addresses) {
        const claim = { keyHash, address };
        const refusal = refuseKey(key, claim, wanted, now);
        const found = await database
          .select()
          .from(apiKeys)
          .where(mayInSql(claim, wanted, now));
        expect([key, claim, found.length]).toEqual([key, claim, refusal ? 0 : 1]);
        refusal ? mayNot++ : may++;
      }
    }
    await database.delete(apiKeys);
  }
  expect(may).toBeGreaterThan(15);
  expect(mayNot).toBeGreaterThan(60);
});
