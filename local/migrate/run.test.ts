import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@libsql/client/http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { controlMigrations, provinceMigrations } from '../../migrations/bundle.gen.ts';
import { migrate } from '../../migrations/migrate.ts';
import { createHranaHandler, type HranaHandler } from '../hrana/handler.ts';
import { localEnvironment } from '../settings.ts';
import { runMigrate } from './run.ts';

let dataDir: string;
let databases: HranaHandler;
/** The database that fails whatever it is asked. */
let broken = '';
/** How many provinces' databases are being worked on, and how many were at most. */
let [busy, mostBusy] = [0, 0];

const CODES = Array.from({ length: 34 }, (_, i) => String(10 + i));
const LAST = provinceMigrations.at(-1)!.tag;
const clientOf = (name: string) =>
  createClient({ url: `http://${name}.turso.local`, fetch: (request: Request) => databases.fetch(request) });

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'dia-ban-'));
  const onPipeline = async ({ database, statements }: { database: string; statements: string[] }) => {
    if (database === broken) throw new Error('the disk is gone');
    if (
      !statements.some((sql) => sql.includes('CREATE TABLE IF NOT EXISTS applied_migrations')) ||
      database === 'control'
    )
      return;
    busy += 1;
    mostBusy = Math.max(mostBusy, busy);
    await new Promise((resolve) => setTimeout(resolve, 5));
    busy -= 1;
  };
  databases = createHranaHandler({ dataDir, synchronous: 'NORMAL', onPipeline });
  await migrate(clientOf('control'), controlMigrations, () => new Date());
  // As the release before left them: one migration is missing.
  for (const code of CODES) {
    await migrate(clientOf(`p${code}`), provinceMigrations.slice(0, -1), () => new Date());
    const args = [code, `Tỉnh ${code}`, `http://p${code}.turso.local`, provinceMigrations.length - 1, '2026-01-01'];
    const columns = 'code, name, database_url, schema_version, created_at';
    await clientOf('control').execute({ sql: `INSERT INTO provinces (${columns}) VALUES (?, ?, ?, ?, ?)`, args });
  }
}, 60_000);
afterAll(() => {
  databases.close();
  rmSync(dataDir, { recursive: true });
});

/** A screen whose text can be read. */
class Paper {
  text = '';
  readonly isTTY: boolean;
  constructor(isTTY = false) {
    this.isTTY = isTTY;
  }
  write(more: string): void {
    this.text += more;
  }
}

async function run(words: string, isTTY = false): Promise<{ exit: number; text: string; lines: string[] }> {
  const paper = new Paper(isTTY);
  const exit = await runMigrate(words === '' ? [] : words.split(' '), localEnvironment(databases), paper);
  return { exit, text: paper.text, lines: paper.text.trim().split('\n') };
}

const versions = async () =>
  (await clientOf('control').execute('SELECT DISTINCT schema_version AS v FROM provinces')).rows.map(({ v }) => v);

test('a dry run says what would be applied and writes nothing', async () => {
  const { exit, lines } = await run('--all --dry-run');
  expect(exit).toBe(0);
  expect(lines[0]).toBe('-- registry: up to date');
  expect(lines).toContain(`12 Tỉnh 12: would apply ${LAST}`);
  expect(lines.at(-1)).toBe('To be migrated: 34. Up to date: 0. Failed: 0.');
  expect(await versions()).toEqual([provinceMigrations.length - 1]);
});

test('of 34 provinces one fails: the others are migrated, it is named with its reason, and running again goes on with it', async () => {
  broken = 'p20';
  mostBusy = 0;
  const first = await run('--all --concurrency 3');
  expect(first.exit).toBe(1);
  const end = first.lines.slice(-3);
  expect(end[0]).toBe('Migrated: 33. Up to date: 0. Failed: 1.');
  expect(end[1]).toMatch(/^ {2}20 Tỉnh 20: failed: \w+/);
  expect(end[2]).toBe('Run it again to go on with what failed.');
  expect([2, 3]).toContain(mostBusy);
  expect((await versions()).sort()).toEqual([provinceMigrations.length - 1, provinceMigrations.length]);

  broken = '';
  const second = await run('--all');
  expect([second.exit, second.lines.at(-1)]).toEqual([0, 'Migrated: 1. Up to date: 33. Failed: 0.']);
  expect(second.lines).toContain(`20 Tỉnh 20: applied ${LAST}`);
  expect(await versions()).toEqual([provinceMigrations.length]);
});

test('two operators at once do no harm: every migration is applied once, and both end well', async () => {
  const fresh = ['90', '91', '92'];
  for (const code of fresh) {
    const args = [code, `Tỉnh ${code}`, `http://p${code}.turso.local`, '2026-01-01'];
    await clientOf('control').execute({
      sql: 'INSERT INTO provinces (code, name, database_url, created_at) VALUES (?, ?, ?, ?)',
      args,
    });
  }
  const runs = await Promise.all([run(fresh.join(' ')), run(fresh.join(' ')), run(fresh.join(' '))]);
  expect(runs.map(({ exit, text }) => [exit, exit === 0 ? '' : text])).toEqual([
    [0, ''],
    [0, ''],
    [0, ''],
  ]);
  for (const code of fresh) {
    const { rows } = await clientOf(`p${code}`).execute('SELECT tag FROM applied_migrations ORDER BY tag');
    expect(rows.map(({ tag }) => tag)).toEqual(provinceMigrations.map(({ tag }) => tag).sort());
  }
});

test('on a terminal a bar fills up, and what fails stays to be read', async () => {
  broken = 'p10';
  const { text } = await run('10 11', true);
  broken = '';
  expect(text).toContain('[##############################] 2/2 ');
  expect(text.split('\n').filter((row) => row.includes('K10 Tỉnh 10: failed: ')).length).toBe(1);
});

test.each([
  ['', 'Say either --all or which provinces.'],
  ['--all 12', 'Say either --all or which provinces.'],
  ['1x', '"1x" is no province\'s code of two digits.'],
  ['--all --concurrency 0', '--concurrency is a number from 1 to 32.'],
])('"%s" is refused with what is wrong and how it goes', async (words, sentence) => {
  const { exit, text } = await run(words);
  expect(exit).toBe(2);
  expect(text).toContain(sentence);
  expect(text).toContain('npm run migrate -- --all');
});

test('a province that is not registered is named, and fails the run', async () => {
  const { exit, text } = await run('99');
  expect(exit).toBe(1);
  expect(text).toContain('99: not registered');
});
