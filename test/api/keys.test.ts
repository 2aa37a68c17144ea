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
    ...{ previousHash: null, previousEndsAt: null, ...more },
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
