import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Visitor } from '../support/cookies.ts';
import { databaseOf } from '../support/database.ts';
import { PASSWORD, type Service, startService } from '../support/service.ts';

let service: Service;

beforeAll(async () => {
  service = await startService({ clientAddressHeader: 'x-forwarded-for' });
});
afterAll(() => service.stop());

const from = (address: string) => ({ 'x-forwarded-for': address });
const tries = (email: string, password: string, address: string) =>
  service.stranger.post('/sign-in', { email, password }, from(address));

/** As many wrong passwords as it takes, and what the last was answered. */
async function guesses(email: string, count: number, address: string): Promise<Response> {
  let answer!: Response;
  for (let done = 0; done < count; done += 1) answer = await tries(email, `sai ${done}`, address);
  return answer;
}

const control = async (sql: string, args: (string | number)[] = []) =>
  (await databaseOf(service, 'control').execute({ sql, args })).rows;

async function person(name: string): Promise<{ email: string; id: string }> {
  await service.as('reader', '12', name);
  const email = `${name}.12@example.vn`;
  const [row] = await control('SELECT id FROM user WHERE email = ?', [email]);
  return { email, id: String(row!.id) };
}

const actsOn = async (id: string) =>
  (await control('SELECT act FROM events WHERE subject = ? ORDER BY seq', [`user:${id}`])).map(({ act }) => act);

test('five wrong passwords lock the place that they came from out of the account, also for the right one', async () => {
  const { email, id } = await person('an');
  expect((await guesses(email, 5, '203.0.113.5')).status).toBe(401);
  const locked = await tries(email, PASSWORD, '203.0.113.5');
  expect([locked.status, await locked.text()]).toEqual([
    429,
    expect.stringContaining('Đã thử đăng nhập quá nhiều lần'),
  ]);
  expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(800);
  expect((await tries(email, PASSWORD, '198.51.100.7')).status).toBe(303);
  expect(await actsOn(id)).toEqual([
    'staff.create',
    'session.sign_in',
    ...Array(5).fill('session.sign_in_failed'),
    'session.lock',
    'session.sign_in',
  ]);
});

test('an address that nobody has is answered as one that somebody has, wrong and locked alike', async () => {
  const { email } = await person('binh');
  const both = [email, 'khong-ai@example.vn'];
  const answers = await Promise.all(
    both.map(async (address) => {
      const wrong = await tries(address, 'sai', '203.0.113.6');
      await guesses(address, 4, '203.0.113.6');
      const locked = await tries(address, 'sai', '203.0.113.6');
      const plain = (text: string) => text.replaceAll(address, '').replace(/nonce="[^"]+"/g, '');
      return [wrong.status, plain(await wrong.text()), locked.status, plain(await locked.text())];
    }),
  );
  expect(answers[0]).toEqual(answers[1]);
  expect([answers[0]![0], answers[0]![2]]).toEqual([401, 429]);
});

test('guessing from many places locks the account for new places, and not where its person signed in before', async () => {
  const { email } = await person('chi');
  expect((await tries(email, PASSWORD, '198.51.100.20')).status).toBe(303);
  for (let place = 1; place <= 21; place += 1) await tries(email, 'sai', `192.0.2.${place}`);
  expect((await tries(email, PASSWORD, '192.0.2.99')).status).toBe(429);
  expect((await tries(email, PASSWORD, '198.51.100.20')).status).toBe(303);
});

test('guesses that come together are not more than are allowed', async () => {
  const { email } = await person('dung');
  const answers = await Promise.all(Array.from({ length: 12 }, (_, i) => tries(email, `sai ${i}`, '203.0.113.9')));
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(7);
});

test('neither the addresses of people nor where they are stand among the tries, and no unknown person in the log', async () => {
  await tries('la-ai@example.vn', 'sai', '203.0.113.40');
  const stored = JSON.stringify([await control('SELECT * FROM sign_in_tries'), await control('SELECT * FROM events')]);
  expect(stored).toContain('pair:');
  for (const secret of ['la-ai', 'example.vn', '203.0.113.40']) expect(stored).not.toContain(secret);
});

test('signing out is on record, and signing in anew ends the session from before', async () => {
  const { email, id } = await person('giang');
  const site = await service.as('reader', '12', 'giang');
  const before = await control('SELECT count(*) AS n FROM session WHERE user_id = ?', [id]);
  const again = await site.post('/sign-in', { email, password: PASSWORD });
  expect(again.status).toBe(303);
  expect(await control('SELECT count(*) AS n FROM session WHERE user_id = ?', [id])).toEqual(before);
  site.cookie = again.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
  await site.post('/sign-out', {});
  expect((await actsOn(id)).at(-1)).toBe('session.sign_out');
});

describe('where no header tells addresses', () => {
  let blind: Service;

  beforeAll(async () => {
    blind = await startService();
  });
  afterAll(() => blind?.stop());

  const wrong = { email: 'an.12@example.vn', password: 'sai' };
  const right = { ...wrong, password: PASSWORD };
  const known = (visitor: Visitor) => /dia-ban\.browser=([^;]+)/.exec(visitor.cookie)?.[1];

  test('strangers lock an account, and not for the browser with which its person signed in before', async () => {
    await blind.as('reader', '12', 'an');
    const own = new Visitor(blind.url);
    expect((await own.post('/sign-in', right)).status).toBe(303);
    await own.post('/sign-out');
    for (let tries = 0; tries < 20; tries += 1) await blind.stranger.post('/sign-in', wrong);
    expect((await new Visitor(blind.url).post('/sign-in', right)).status).toBe(429);
    const forged = { cookie: `dia-ban.browser=${known(own)!.split('.')[0]}.${'0'.repeat(64)}` };
    expect((await blind.stranger.post('/sign-in', right, forged)).status).toBe(429);
    expect((await own.post('/sign-in', right)).status).toBe(303);
  });

  test('that browser is locked as a place is when it guesses, and is known for this account alone', async () => {
    await blind.as('reader', '12', 'binh');
    const own = new Visitor(blind.url);
    const binh = { email: 'binh.12@example.vn', password: PASSWORD };
    await own.post('/sign-in', binh);
    const first = known(own);
    for (let tries = 0; tries < 5; tries += 1)
      expect((await own.post('/sign-in', { ...binh, password: 'sai' })).status).toBe(401);
    expect((await own.post('/sign-in', binh)).status).toBe(429);
    expect((await new Visitor(blind.url).post('/sign-in', binh)).status).toBe(303);
    expect(known(own)).toBe(first);
    // One more than the twenty from before locks the other account again.
    await blind.stranger.post('/sign-in', wrong);
    expect((await own.post('/sign-in', right)).status).toBe(429);
  });
});
