/**
 * `node bench/audit.ts [EVENTS]`: a province's log of a million events, as some fifty years of 170 communes leave them: how large
 * it is, how long it takes to seal, prove and export, and what a page of it costs.
 */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@libsql/client/http';
import { drizzle } from 'drizzle-orm/libsql/http';
import { administration } from '../local/administration.ts';
import { runAuditCli } from '../local/audit/run.ts';
import { createHranaHandler } from '../local/hrana/handler.ts';
import { nextSeal } from '../worker/audit/chain.ts';
import { insertSeal, unsealed } from '../worker/audit/seal-store.ts';
import { type EventPage, eventsAndSeal } from '../worker/audit/store.ts';
import { newId } from '../worker/db/id.ts';
import type { ProvinceDb } from '../worker/db/open.ts';

const [events = '1000000', work, folder = mkdtempSync(join(tmpdir(), 'dia-ban-'))] = process.argv.slice(2);
const EVENTS = Number(events);
/** Of one insert, and of one seal as the scheduled run makes it. */
const AT_ONCE = 1000;
const ROUNDS = 50;
const UNITS = 3570;

const SECRET = 'x'.repeat(64);
const dataDir = join(folder, 'home');
const databases = createHranaHandler({ dataDir });
const client = createClient({
  url: 'http://p12.turso.local',
  fetch: (request: Request) => databases.fetch(request),
});
const db = { read: drizzle(client), write: drizzle(client) } as unknown as ProvinceDb;

const hash = () => randomBytes(32).toString('hex');
const ids = (count: number) => Array.from({ length: count }, newId);
const [rounds, units, links] = [ids(ROUNDS), ids(UNITS), ids(170)];

/** Mostly saves and scores, one act in a hundred by staff; year after year, round after round. */
function event(i: number) {
  const round = rounds[Math.floor((i * ROUNDS) / EVENTS)]!;
  const at = new Date(1.6e12 + Math.floor((i * 1.6e12) / EVENTS)).toISOString();
  const base = { id: newId(), at, request_id: newId(), before_hash: hash(), after_hash: hash() };
  const unit = units[i % UNITS]!;
  const staff = { actor_kind: 'staff', actor_id: `person-${i % 7}`, actor_role: 'verifier' };
  if (i % 100 === 0) return { ...base, ...staff, act: 'figures.read', subject: `round:${round}`, detail: '{}' };
  if (i % 10 === 0) {
    const scorer = { actor_kind: 'system', actor_id: 'scorer', actor_role: null };
    const detail = '{"inputsVersion":3,"engineVersion":"1"}';
    return { ...base, ...scorer, act: 'score.compute', subject: `round:${round}/score:${unit}`, detail };
  }
  const link = { actor_kind: 'link', actor_id: links[i % 170]!, actor_role: null };
  return { ...base, ...link, act: 'response.save', subject: `round:${round}/unit:${unit}`, detail: '{"revision":3}' };
}

const columns = Object.keys(event(1));

async function fill(): Promise<string> {
  const admin = administration(databases);
  await admin.migrateAll();
  await admin.createProvince({ code: '12', name: 'Lai Châu' });
  const { n } = (await client.execute('SELECT count(*) AS n FROM events')).rows[0]!;
  const values = columns.map((name) => `value ->> '${name}'`).join(', ');
  const insert = `INSERT INTO events (${columns.join(', ')}) SELECT ${values} FROM json_each(?)`;
  for (let from = Number(n); from < EVENTS; from += AT_ONCE) {
    const rows = Array.from({ length: Math.min(AT_ONCE, EVENTS - from) }, (_, i) => event(from + i));
    await client.execute({ sql: insert, args: [JSON.stringify(rows)] });
  }
  return `${EVENTS} events, ${megabytes(join(dataDir, 'p12.db'))}`;
}

async function seal(): Promise<string> {
  const secrets = { current: SECRET, previous: [] };
  for (let sealed = 0; ; sealed += 1) {
    const { last, events } = await unsealed(db, AT_ONCE);
    if (events.length === 0) return `${sealed} seals, ${megabytes(join(dataDir, 'p12.db'))}`;
    await insertSeal(db, nextSeal('12', last, events, { secrets, now: new Date().toISOString() }));
  }
}

async function command(...words: string[]): Promise<string> {
  let [last, lines, bytes] = ['', 0, 0];
  const out = (text: string) => {
    [last, lines, bytes] = [text, lines + 1, bytes + text.length + 1];
  };
  const environment = { DATA_DIR: dataDir, SECRET };
  const code = await runAuditCli(words, { out, err: () => {}, environment, local: () => databases });
  return `exit ${code}, ${lines} lines, ${(bytes / 1e6).toFixed(0)} MB; ${last.slice(0, 120)}`;
}

/** The median of several, in milliseconds. */
async function pages(): Promise<string> {
  const subjects = (await client.execute('SELECT subject FROM events WHERE seq IN (2, ?)', [EVENTS - 1])).rows;
  const [old, young] = subjects.map(({ subject }) => String(subject).split('/')[0]!);
  const ofUnit = String(subjects[1]!.subject);
  const rare = { limit: 100, before: null };
  const asked: Record<string, EventPage> = {
    'the first page': rare,
    'a page in the middle': { ...rare, before: EVENTS / 2 },
    'the last page': { ...rare, before: 101 },
    'of an act': { ...rare, act: 'figures.read' },
    'of an act, the last page': { ...rare, act: 'figures.read', before: 10_000 },
    'of an act that never was': { ...rare, act: 'form.publish' },
    'of this round': { ...rare, subject: young! },
    'of the first round': { ...rare, subject: old! },
    'of one unit': { ...rare, subject: ofUnit },
    'of a person': { ...rare, actor: 'person-0' },
    'of a person and an act': { ...rare, actor: 'person-0', act: 'figures.read' },
    'of a day long ago': { ...rare, from: '2021-01-01T00:00:00.000Z', to: '2021-01-02T00:00:00.000Z' },
    'of an act in a year long ago': {
      ...rare,
      act: 'figures.read',
      from: '2021-01-01T00:00:00.000Z',
      to: '2022-01-01T00:00:00.000Z',
    },
  };
  asked['of a common act in a year long ago'] = {
    ...asked['of an act in a year long ago']!,
    act: 'response.save',
  };
  const lines: string[] = [];
  for (const [name, page] of Object.entries(asked)) {
    const times: number[] = [];
    let found = 0;
    for (let i = 0; i < 7; i += 1) {
      const began = performance.now();
      found = (await eventsAndSeal(db, page)).rows.length;
      times.push(performance.now() - began);
    }
    lines.push(`  ${name}: ${found} events, ${times.sort((a, b) => a - b)[3]!.toFixed(1)} ms`);
  }
  return `\n${lines.join('\n')}\n`;
}

const megabytes = (path: string) => `${(statSync(path).size / 1e6).toFixed(0)} MB`;

const works: Record<string, () => Promise<string>> = {
  fill,
  seal,
  verify: () => command('verify', '12'),
  export: () => command('export', '12'),
  pages,
};

if (work) {
  const began = performance.now();
  const done = await works[work]!();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(`${work}: ${done}; ${seconds} s, at most ${memory} MB of memory`);
  databases.close();
} else {
  // Each in a process of its own, so that its memory is its own as well.
  for (const name of Object.keys(works)) {
    spawnSync(process.execPath, [import.meta.filename, events, name, folder], { stdio: 'inherit' });
  }
  rmSync(folder, { recursive: true });
}
