import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runAuditCli } from '../../local/audit/run.ts';
import { runBackupCli } from '../../local/backup/backup-cli.ts';
import { runRestoreCli } from '../../local/backup/restore-cli.ts';
import { everything } from '../../local/backup/test-support.ts';
import { type LoadedRound, loadProvince } from '../../local/demo/load.ts';
import { Site } from '../../local/demo/site.ts';
import { tamDuong } from '../../local/demo/tam-duong.ts';
import { type Runtime, startRuntime } from '../../local/runtime.ts';
import { databaseOf } from '../support/database.ts';
import { demoStaff } from '../support/demo-staff.ts';
import { FillClient, type SavedWire } from '../support/fill-client.ts';
import { baseOf, givePin, type MadeLinks } from '../support/links.ts';
import { type Service, startService } from '../support/service.ts';
import { prepareSurvey, readinessList, readinessPath, type Survey, submitFile } from '../support/survey.ts';

/** 12 is a year in which everything happened, 33 a round that has just begun. */
let home: Service;
let newest: LoadedRound;
let survey: Survey;
let pinned: { base: string; pin: string };
let key: string;
/** Province 12 as it was when its backup was made. */
let source: Record<string, unknown>;

const folder = mkdtempSync(join(tmpdir(), 'dia-ban-backup-'));
const file = (code: string) => join(folder, `${code}.backup`);
const said: string[] = [];
const say = (text: string) => void said.push(text);
const output = { out: say, err: say };
const backup = (...args: string[]) => runBackupCli(args, { env: { DATA_DIR: home.dataDir }, output });
const restore = (dataDir: string, ...args: string[]) => runRestoreCli(args, { env: { DATA_DIR: dataDir }, output });

const UNUSUAL = 'Biên bản “số 7” 👩‍🌾, Tiê\u0301ng, \u2028 \\ và \'""';
const OUTLINE = {
  type: 'Polygon',
  coordinates: [
    [
      [103, 22],
      [103.1, 22],
      [103.1, 22.1],
      [103, 22],
    ],
  ],
};

/** Twenty clerks who save, each in a village of their own, until something else is done. */
async function writingUntil(done: Promise<unknown>): Promise<void> {
  const clerk = new FillClient(home.url, survey.base);
  const { form } = (await clerk.file()).body;
  let over = false;
  const writers = survey.villages.map(async ({ id }) => {
    for (let revision = 0; !over; revision += 1) {
      const save = { formVersionId: form.versionId, changes: { hotspots: revision, evidence: UNUSUAL } };
      const { status } = await clerk.save<SavedWire>(id, revision, save);
      if (status !== 200) throw new Error(`a save answered ${status}`);
    }
  });
  await done.finally(() => {
    over = true;
  });
  await Promise.all(writers);
}

beforeAll(async () => {
  home = await startService();
  const staff = await demoStaff(home);
  newest = (await loadProvince(staff, tamDuong)).at(-1)!;
  const round = `/provinces/12/rounds/${newest.id}`;
  const made = await staff.designer.api<MadeLinks>('POST', `${round}/links`, { pin: true });
  pinned = { base: baseOf(made.items[0]!), pin: made.items[0]!.pin! };
  const wanted = { name: 'Hệ thống của tỉnh', scopes: ['readiness.read', 'recognition.read', 'submission.read'] };
  ({ key } = await staff.designer.api<{ key: string }>('POST', '/provinces/12/keys', wanted));
  const unit = made.items[0]!.unitId;
  const { revision } = await staff.designer.api<{ revision: number }>('GET', `/provinces/12/units/${unit}`);
  const outline = await staff.designer.call('PUT', `/provinces/12/units/${unit}/boundary`, OUTLINE, {
    'if-match': `"${revision}"`,
  });
  expect(outline.status).toBe(200);

  const villages = Array.from({ length: 20 }, (_, i) => ({ kindLabel: 'thôn', name: `Thôn ${i + 1}` }));
  const units = { communes: [{ kindLabel: 'xã', name: 'Ông Đình', villages }] };
  survey = await prepareSurvey(await home.as('designer', '33'), '33', units);
  // Seals what happened so far.
  await home.runtime.runScheduled();
}, 120_000);
afterAll(async () => {
  await home.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** What an integrator reads of the newest round, with no more than the key. */
const reading = async (url: string, path: string) =>
  (await fetch(url + path, { headers: { authorization: `Bearer ${key}` } })).text();

const paths = () => [
  readinessPath(newest.id),
  `${readinessPath(newest.id)}?include=explanation`,
  '/v1/provinces/12/recognition',
];

test('a backup while twenty people save holds one moment: every answer with all the steps that led to it', async () => {
  const backingUp = (async () => {
    // Let all of them begin.
    const villages = async () => new Set((await steps(home.runtime)).map((row) => row.unit_id)).size;
    await expect.poll(villages, { timeout: 20_000 }).toBe(survey.villages.length);
    return backup('33', file('33'));
  })();
  await writingUntil(backingUp);
  expect(await backingUp).toBe(0);
  const later = await steps(home.runtime);

  const away = await elsewhere();
  try {
    expect(await restore(away.dataDir, file('33'), '--in-service')).toBe(0);
    const rows = await steps(away.runtime);
    expect(rows.length).toBeLessThan(later.length);
    const { rows: responses } = await databaseOf(away, 'p33').execute(
      'SELECT unit_id, revision, answers FROM responses',
    );
    expect(responses).toHaveLength(survey.villages.length);
    for (const { unit_id, revision, answers } of responses) {
      const own = rows.filter((row) => row.unit_id === unit_id).map((row) => Number(row.revision));
      expect(own.toSorted((a, b) => a - b)).toEqual(Array.from({ length: Number(revision) }, (_, i) => i + 1));
      expect(JSON.parse(String(answers))).toMatchObject({ hotspots: Number(revision) - 1, evidence: UNUSUAL });
    }
  } finally {
    await away.stop();
  }
}, 120_000);

test('another server serves a restored province as the first one did: links, keys, lists, scores and what happened', async () => {
  expect(await backup('12', file('12'))).toBe(0);
  [source] = await everythingOf(home);
  const away = await elsewhere();
  try {
    expect(await restore(away.dataDir, file('12'), '--in-service')).toBe(0);
    expect(said.at(-1)).toContain('links with a PIN (13)');
    const [restored, versions] = await everythingOf(away);
    expect(restored).toEqual(source);
    // Another version, so that no list that somebody kept is taken for the one of now; the list itself is the same.
    expect(versions.every((version) => Number(version) >= 1_000_000_000)).toBe(true);
    // The log goes on where it was, and says so itself.
    const last = 'SELECT seq, act FROM events ORDER BY seq DESC LIMIT 1';
    const [before] = (await databaseOf(home, 'p12').execute(last)).rows;
    const [now] = (await databaseOf(away, 'p12').execute(last)).rows;
    expect(now).toMatchObject({ act: 'province.from-backup', seq: Number(before!.seq) + 1 });
    for (const path of paths()) expect(await reading(away.url, path)).toBe(await reading(home.url, path));
    expect(await reading(away.url, paths()[0]!)).toContain('"state":"verified"');

    const clerk = new Site(away.url);
    expect((await clerk.get(`${new URL(Object.values(newest.links)[0]!).pathname}-mo`)).status).toBe(200);
    expect((await givePin(clerk, pinned.base, pinned.pin)).status).toBe(401);
  } finally {
    await away.stop();
  }
}, 120_000);

test('a link that was given out before hands in on the new server, and with the old secret its PIN is good too', async () => {
  const folderOfAll = join(folder, 'all');
  expect(await backup('--all', folderOfAll, '--concurrency', '2')).toBe(0);
  const files = readdirSync(folderOfAll).map((name) => join(folderOfAll, name));
  expect(files).toHaveLength(3);
  expect(await backup('check', ...files)).toBe(0);
  const away = await elsewhere(home.dataDir);
  try {
    for (const path of files.filter((name) => !name.includes('control'))) {
      expect(await restore(away.dataDir, path, '--in-service')).toBe(0);
      expect(said.at(-1)).not.toContain('SECRET');
    }
    // On with the chain of the seals that came along, and with the signatures of the secret that came along.
    await away.runtime.runScheduled();
    expect(await verified(away, '12')).toMatch(
      /^province 12: as it was written. \d+ events, \d+ of them under ([2-9]|\d\d) seals/,
    );
    expect(await verified(away, '33')).toContain('as it was written');
    const clerk = new Site(away.url);
    expect((await givePin(clerk, pinned.base, pinned.pin)).status).toBe(303);
    expect((await submitFile(clerk, survey.base)).status).toBe(303);
    expect((await readinessList(clerk, survey, '33'))[0]).toMatchObject({ state: 'submitted', stale: false });
    expect((await readinessList(home.stranger, survey, '33'))[0]).toMatchObject({ state: 'collecting' });
  } finally {
    await away.stop();
  }
}, 120_000);

test('a restored province waits, suspended, until an operator has looked at it', async () => {
  const away = await elsewhere();
  try {
    expect(await restore(away.dataDir, file('12'))).toBe(0);
    const answer = await new Site(away.url).get(pinned.base);
    expect(answer.status).toBe(503);
    // A second time it would fork the province that is there.
    expect(await restore(away.dataDir, file('12'))).toBe(1);
    expect(said.at(-1)).toContain('--replace');
  } finally {
    await away.stop();
  }
}, 120_000);

test('a restore that is killed among the rows leaves nothing that is served, and is done again from the start', async () => {
  const dataDir = mkdtempSync(join(folder, 'killed-'));
  const script = new URL('../support/killed-restore.ts', import.meta.url);
  const [, signal] = await once(fork(script, [dataDir, file('12')]), 'exit');
  expect(signal).toBe('SIGKILL');
  expect(await restore(dataDir, file('12'), '--in-service')).toBe(0);
  const runtime = await startRuntime({ dataDir });
  try {
    const [restored] = await everythingOf({ runtime });
    expect(restored).toEqual(source);
    expect(restored.response_revisions).not.toHaveLength(0);
  } finally {
    await runtime.stop();
  }
}, 120_000);

/** Province 12 as it is stored, without the versions of its results, and those. */
async function everythingOf(place: { runtime: Runtime }): Promise<[Record<string, unknown>, unknown[]]> {
  const client = databaseOf(place, 'p12');
  const { rows } = await client.execute('SELECT results_version FROM rounds');
  const versions = rows.map((row) => row.results_version);
  const { columns } = await client.execute('SELECT * FROM rounds LIMIT 0');
  const at = columns.indexOf('results_version');
  const all = await everything(client);
  const rounds = (all.rounds as unknown[][]).map((row) => row.filter((_, i) => i !== at));
  return [{ ...all, rounds }, versions];
}

const steps = async (runtime: Runtime) =>
  (await databaseOf({ runtime }, 'p33').execute('SELECT unit_id, revision FROM response_revisions')).rows;

/** What `npm run audit -- verify` says of a province. */
async function verified({ dataDir, runtime }: Elsewhere, code: string): Promise<string> {
  const lines: string[] = [];
  const environment = { DATA_DIR: dataDir };
  const out = (text: string) => void lines.push(text);
  const exit = await runAuditCli(['verify', code], { out, err: out, environment, local: () => runtime.hrana });
  expect([exit, lines]).toEqual([0, [expect.any(String)]]);
  return lines[0]!;
}

interface Elsewhere {
  url: string;
  dataDir: string;
  runtime: Runtime;
  stop(): Promise<void>;
}

/** Another server: other data, another secret, another address. With `secretOf` its secret is that of another data folder. */
async function elsewhere(secretOf?: string): Promise<Elsewhere> {
  const dataDir = mkdtempSync(join(tmpdir(), 'dia-ban-'));
  if (secretOf) cpSync(join(secretOf, 'secret'), join(dataDir, 'secret'));
  const runtime = await startRuntime({ dataDir, publicUrl: 'https://moi.example.vn' });
  return {
    ...{ url: runtime.url, dataDir, runtime },
    async stop() {
      await runtime.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
