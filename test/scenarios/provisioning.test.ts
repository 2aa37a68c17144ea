import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { memberships, session, user } from '../../worker/db/control.ts';
import type { Problem } from '../../worker/http/problem.ts';
import {
  createProvince,
  deleteProvince,
  restoreProvince,
  rotateToken,
  suspendProvince,
} from '../../worker/provinces/acts.ts';
import type { Fleet } from '../../worker/provinces/fleet.ts';
import { clientOf } from '../../worker/provinces/perform.ts';
import { resealTokens } from '../../worker/provinces/reseal.ts';
import { resumeJobs } from '../../worker/provinces/resume-jobs.ts';
import { provinceByCode, saveProvince } from '../../worker/provinces/store.ts';
import { openToken } from '../../worker/tenancy/sealed-token.ts';
import { secretsOf } from '../../worker/tenancy/secrets.ts';
import { standingOf } from '../../worker/tenancy/standing.ts';
import { counting, dyingAt, OPERATOR, openYard, type Yard } from '../support/fleet.ts';

let yard: Yard;
let fleet: Fleet;
let nextCode = 10;

beforeAll(async () => {
  yard = await openYard();
  fleet = yard.fleet();
});
afterAll(() => yard.stop());

const DAY = 86_400_000;
const aCode = () => String(nextCode++);
const create = (by: Fleet, code: string) => createProvince(by, { code, name: `Tỉnh ${code}` }, OPERATOR);
const rowOf = async (code: string) => (await provinceByCode(fleet.control, code).get())!;

/** The code of the problem that something is refused with. */
const refusal = (act: Promise<unknown>) => act.then(() => null).catch((error: unknown) => (error as Problem).code);

/** In service on exactly one database, which exactly one token opens: the one in the registry. */
async function expectWhole(code: string): Promise<void> {
  const row = await rowOf(code);
  expect([standingOf(row), row.job, row.jobError]).toEqual(['in_service', null, null]);
  const made = yard.platform.ofProvince(code);
  expect(made.map(({ name }) => name)).toEqual([row.databaseName]);
  const token = await openToken(row.sealedToken!, code, secretsOf(yard.env));
  expect(yard.platform.goodTokens(made[0]!)).toEqual([token]);
  const { rows } = await (await clientOf(fleet, row)).execute('SELECT count(*) AS n FROM rounds');
  expect(rows[0]!.n).toBe(0);
}

/** After a crash: time passes, and the service goes on by itself. */
async function later(): Promise<void> {
  yard.clock.now += 10 * 60_000;
  await resumeJobs(fleet);
}

/** The calls at which to die: all but those between the first and the last migration, which are alike. */
async function placesOf(act: (by: Fleet) => Promise<unknown>): Promise<number[]> {
  const { fetch, calls } = counting(yard.env.FETCH!);
  await act(yard.fleet(fetch));
  const migrations = calls.flatMap((kind, place) => (kind === 'database' ? [place] : []));
  return calls.flatMap((_, place) => (migrations.slice(2, -2).includes(place) ? [] : [place + 1]));
}

test('a province made through the platform is in service, with a token that nothing else knows', async () => {
  const code = aCode();
  await create(fleet, code);
  await expectWhole(code);
  expect(JSON.stringify(await rowOf(code))).not.toContain(yard.platform.ofProvince(code)[0]!.minted.at(-1)!);
});

test('whenever the process dies while a province is made, going on makes it whole, and makes nothing twice', async () => {
  const places = await placesOf((by) => create(by, aCode()));
  expect(places.length).toBeGreaterThan(10);
  for (const place of places) {
    for (const when of ['before', 'after'] as const) {
      const code = aCode();
      await refusal(create(yard.fleet(dyingAt(yard.env.FETCH!, place, when)), code));
      if (place % 2 === 0) await later();
      else yard.clock.now += 10 * 60_000;
      const row = await provinceByCode(fleet.control, code).get();
      if (!row || standingOf(row) === 'being_made') await create(fleet, code);
      await expectWhole(code);
      expect(await refusal(create(fleet, code))).toBe('province_exists');
    }
  }
}, 120_000);

test('whenever the process dies while a token is rotated, going on leaves one good token, and it is a new one', async () => {
  const code = aCode();
  await create(fleet, code);
  const places = await placesOf((by) => rotateToken(by, code, OPERATOR));
  expect(places.length).toBeGreaterThan(6);
  for (const place of places) {
    for (const when of ['before', 'after'] as const) {
      const { sealedToken } = await rowOf(code);
      await refusal(rotateToken(yard.fleet(dyingAt(yard.env.FETCH!, place, when)), code, OPERATOR));
      const begun = (await rowOf(code)).job !== null;
      await later();
      await expectWhole(code);
      if (begun) expect((await rowOf(code)).sealedToken).not.toBe(sealedToken);
    }
  }
});

test('a deletion can be taken back for 30 days; then the database goes, however often the process dies over it', async () => {
  const code = aCode();
  await create(fleet, code);
  await deleteProvince(fleet, code, OPERATOR);
  yard.clock.now += 29 * DAY;
  await resumeJobs(fleet);
  expect(yard.platform.ofProvince(code).length).toBe(1);
  await restoreProvince(fleet, code, OPERATOR);
  await expectWhole(code);

  await deleteProvince(fleet, code, OPERATOR);
  yard.clock.now += 30 * DAY + 1;
  expect(await refusal(restoreProvince(fleet, code, OPERATOR))).toBe('province_deleted');
  for (let place = 1; place <= 8; place++) {
    for (const when of ['before', 'after'] as const) {
      await resumeJobs(yard.fleet(dyingAt(yard.env.FETCH!, place, when))).catch(() => undefined);
      yard.clock.now += 10 * 60_000;
    }
  }
  await resumeJobs(fleet);
  const row = await rowOf(code);
  expect([standingOf(row), row.sealedToken, row.databaseUrl]).toEqual(['deleted', null, '']);
  expect(yard.platform.ofProvince(code)).toEqual([]);

  await create(fleet, code);
  await expectWhole(code);
});

test('who had a role in a province that is no more has none, not even in an old session, in the one made anew under its code', async () => {
  const [code, other] = [aCode(), aCode()];
  await create(fleet, code);
  await create(fleet, other);
  const { write } = fleet.control;
  await write.insert(user).values({ id: code, name: 'Cũ', email: `cu@${code}.example.vn` });
  const held = { userId: code, role: 'verifier' as const, createdAt: 'x' };
  await write.insert(memberships).values([
    { ...held, provinceCode: code },
    { ...held, provinceCode: other },
  ]);
  const roles = JSON.stringify({ [code]: ['verifier'], [other]: ['verifier'] });
  await write.insert(session).values({ id: code, token: code, userId: code, expiresAt: new Date(8e12), roles });
  await deleteProvince(fleet, code, OPERATOR);
  yard.clock.now += 31 * DAY;
  await resumeJobs(fleet);
  await create(fleet, code);
  const kept = await fleet.control.read.select({ roles: session.roles }).from(session).where(eq(session.id, code));
  expect(kept).toEqual([{ roles: JSON.stringify({ [other]: ['verifier'] }) }]);
});

test('an act takes nothing back that was done to the province since it was read', async () => {
  const code = aCode();
  await create(fleet, code);
  const asRead = await rowOf(code);
  const [own, next] = [yard.env.SECRET, 'n'.repeat(64)];
  const sealAnew = (SECRET: string, SECRET_PREVIOUS: string) =>
    resealTokens({ ...fleet, env: { ...yard.env, SECRET, SECRET_PREVIOUS } }, OPERATOR);
  await sealAnew(next, own);
  const { sealedToken } = await rowOf(code);
  expect(sealedToken).not.toBe(asRead.sealedToken);
  const suspended = { ...asRead, suspendedAt: fleet.now() };
  const by = { ...OPERATOR, now: fleet.now() };
  await saveProvince(fleet.control, 'province.suspend', asRead, suspended, by);
  expect(await rowOf(code)).toMatchObject({ sealedToken, suspendedAt: suspended.suspendedAt });
  await sealAnew(own, next);
});

test('of two who make the same province at once, one makes it and the other is told', async () => {
  const code = aCode();
  const codes = await Promise.all([refusal(create(fleet, code)), refusal(create(fleet, code))]);
  expect(codes.filter((each) => each === null).length).toBe(1);
  expect(['conflict', 'province_busy', 'province_exists']).toContain(codes.find((each) => each !== null));
  await expectWhole(code);
});

test('while somebody is at a job nobody else is; what he left after too long, the next takes over, and he changes nothing more', async () => {
  const code = aCode();
  await create(fleet, code);
  let goOn = () => {};
  let isWaiting = () => {};
  const waiting = new Promise<void>((resolve) => (isWaiting = resolve));
  const slow = yard.fleet(async (request) => {
    const answer = await yard.env.FETCH!(request);
    // He has a new token in his hands, and falls asleep.
    if (request.url.includes('/auth/tokens')) {
      isWaiting();
      await new Promise<void>((resolve) => (goOn = resolve));
    }
    return answer;
  });
  const sleeper = refusal(rotateToken(slow, code, OPERATOR));
  await waiting;
  expect(await refusal(rotateToken(fleet, code, OPERATOR))).toBe('province_busy');
  expect(await refusal(deleteProvince(fleet, code, OPERATOR))).toBe('province_busy');
  await later();
  await expectWhole(code);
  goOn();
  expect(await sleeper).toBe('province_busy');
  await expectWhole(code);
});

test('what the platform refuses stands in the registry, without any token, and is tried again later and not at once', async () => {
  const code = aCode();
  yard.platform.outages.push({ status: 402 });
  expect(await refusal(create(fleet, code))).toBe('database_step_failed');
  expect(await rowOf(code)).toMatchObject({ job: 'create', jobStep: 'database', jobLease: null });
  expect((await rowOf(code)).jobError).toBe('Turso: create database: 402');
  const asked = yard.platform.calls.length;
  await resumeJobs(fleet);
  expect(yard.platform.calls.length).toBe(asked);
  await later();
  await expectWhole(code);
});

test('a call that is answered with 429 or 5xx is sent again; a token is never asked for twice without ending the one before', async () => {
  const code = aCode();
  yard.platform.outages.push({ status: 503 }, { status: 429, headers: { 'retry-after': '2' } });
  await create(fleet, code);
  await expectWhole(code);

  const before = yard.platform.calls.length;
  yard.platform.outages.push({ status: 500 }, { status: 500 }, { status: 500 }, { status: 500 });
  expect(await refusal(rotateToken(fleet, code, OPERATOR))).toBe('database_step_failed');
  expect(yard.platform.calls.slice(before).map((call) => call.split('/').at(-1))).toEqual(Array(4).fill('rotate'));
  await later();
  await expectWhole(code);
});

test('what is not a province is unknown, and one that is suspended twice is suspended once', async () => {
  expect(await refusal(suspendProvince(fleet, 'x', OPERATOR))).toBe('province_unknown');
  const code = aCode();
  await create(fleet, code);
  const [first, second] = [await suspendProvince(fleet, code, OPERATOR), await suspendProvince(fleet, code, OPERATOR)];
  expect(second.suspendedAt).toBe(first.suspendedAt);
});
