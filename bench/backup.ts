/**
 * `node bench/backup.ts`: how large the backup of a large province is, and how long it and its restore take. 170 communes, 20
 * villages each, 60 answers for each unit, six saves and eight events that led to them.
 */
import { spawnSync } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client, InStatement } from '@libsql/client';
import { administration } from '../local/administration.ts';
import { backUpProvince } from '../local/backup/backup.ts';
import { localPlace } from '../local/backup/place.ts';
import { openBackup } from '../local/backup/read-file.ts';
import { restoreProvince } from '../local/backup/restore.ts';
import { createHranaHandler } from '../local/hrana/handler.ts';

const COMMUNES = 170;
const VILLAGES = 20;
const QUESTIONS = 60;
const SAVES = 6;

const hash = () => randomBytes(32).toString('hex');
const dice = (most: number) => Math.floor(Math.random() * most);
const at = () => new Date(1.764e12 + dice(1e9)).toISOString();
const insert = (table: string, row: Record<string, string | number | null>): InStatement => {
  const names = Object.keys(row);
  const values = names.map(() => '?').join(', ');
  return { sql: `INSERT INTO ${table} (${names.join(', ')}) VALUES (${values})`, args: Object.values(row) };
};

/** Sixty answers as they are: counts, choices, and texts of a few words. */
function answers(from: number, count: number): string {
  const entry = (i: number) => [`question_${i}`, i % 10 === 9 ? `Biên bản họp bản số ${dice(900)}` : dice(400)];
  return JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, i) => entry(from + i))));
}

function commune(round: string, link: string): InStatement[] {
  const communeId = randomUUID();
  const version = { form_version_id: 'v', link_id: link };
  const rows: InStatement[] = [];
  for (let village = 0; village <= VILLAGES; village += 1) {
    const unitId = village === 0 ? communeId : randomUUID();
    const level = village === 0 ? 'commune' : 'village';
    const unit = { round_id: round, unit_id: unitId, commune_id: communeId };
    rows.push(
      insert('round_units', {
        ...unit,
        level,
        kind_label: 'bản',
        name: `Nà Khuy ${village}`,
        attributes: '{}',
        position: village,
      }),
      insert('responses', {
        ...unit,
        ...version,
        answers: answers(0, QUESTIONS),
        raw: '{}',
        revision: SAVES,
        saved_at: at(),
      }),
    );
    for (let save = 0; save < SAVES; save += 1) {
      const changes = answers(save * 10, QUESTIONS / SAVES);
      const saved = { id: randomUUID(), round_id: round, unit_id: unitId, revision: save + 1 };
      rows.push(
        insert('response_revisions', { ...saved, ...version, changes, raw_changes: '{}', saved_at: at() }),
        insert('events', {
          ...{ id: randomUUID(), at: at(), actor_kind: 'link', actor_id: link, act: 'response.save' },
          ...{ subject: `unit:${unitId}`, request_id: randomUUID(), detail: '{"revision":1}' },
          ...{ before_hash: hash(), after_hash: hash() },
        }),
      );
    }
  }
  return rows;
}

async function fill(client: Client): Promise<void> {
  await client.migrate([
    insert('rounds', { id: 'r', name: 'Kỳ năm 2026', kind: 'annual', form_version_id: 'v', created_at: at() }),
  ]);
  for (let i = 0; i < COMMUNES; i += 1) await client.migrate(commune('r', randomUUID()));
}

const [work, folder = mkdtempSync(join(tmpdir(), 'dia-ban-'))] = process.argv.slice(2);
const file = (name: string) => join(folder, `${name}.backup`);
const size = (path: string) => `${(statSync(path).size / 1e6).toFixed(1)} MB`;

const installation = (name: string) => {
  const dataDir = join(folder, name);
  const databases = createHranaHandler({ dataDir });
  return { place: localPlace(dataDir, databases), databases };
};

const works: Record<string, () => Promise<string>> = {
  async fill() {
    const { place, databases } = installation('home');
    const admin = administration(databases);
    await admin.migrateAll();
    await admin.createProvince({ code: '12', name: 'Lai Châu' });
    await fill(place.open('http://p12.turso.local'));
    databases.close();
    return `database of ${size(join(folder, 'home/p12.db'))}`;
  },
  async plain() {
    const { rows } = await backUpProvince(installation('home').place, '12', file('plain'), null);
    return `${rows} rows, ${size(file('plain'))}`;
  },
  async sealed() {
    const { rows } = await backUpProvince(installation('home').place, '12', file('sealed'), 'câu mật khẩu');
    return `${rows} rows, ${size(file('sealed'))}`;
  },
  async restore() {
    const { rows } = await restoreProvince(installation('away').place, await openBackup(file('plain'), null), {
      now: new Date(),
    });
    return `${rows} rows`;
  },
};

if (work) {
  const began = performance.now();
  const done = await works[work]!();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(
    `${work}: ${done}; ${seconds} s, at most ${Math.round(process.resourceUsage().maxRSS / 1024)} MB of memory`,
  );
} else {
  // Each in a process of its own, so that its memory is its own as well.
  for (const name of Object.keys(works))
    spawnSync(process.execPath, [import.meta.filename, name, folder], { stdio: 'inherit' });
  rmSync(folder, { recursive: true });
}
