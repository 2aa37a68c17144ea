/**
 * Writes migrations/bundle.gen.ts: the SQL of both databases as TypeScript, because a Worker has no file system to read it from.
 * `npm run migrations` runs drizzle-kit and then this; a test fails when the bundle is behind the SQL.
 */
import { readFileSync, writeFileSync } from 'node:fs';

interface Journal {
  entries: { tag: string; when: number }[];
}

function read(kind: 'control' | 'province') {
  const folder = new URL(`./${kind}/`, import.meta.url);
  const journal = JSON.parse(readFileSync(new URL('meta/_journal.json', folder), 'utf8')) as Journal;
  return journal.entries.map(({ tag, when }) => ({
    tag,
    when,
    statements: readFileSync(new URL(`${tag}.sql`, folder), 'utf8')
      .split('--> statement-breakpoint')
      .map((statement) => statement.trim())
      .filter((statement) => statement !== ''),
  }));
}

/** The bundle's text, from the SQL files as they are now. */
export function bundle(): string {
  const json = (kind: 'control' | 'province') => JSON.stringify(read(kind), null, 2);
  return [
    '// Made by `npm run migrations` from the SQL beside it. Do not edit.',
    "import type { Migration } from './migrate.ts';",
    '',
    `export const controlMigrations: Migration[] = ${json('control')};`,
    '',
    `export const provinceMigrations: Migration[] = ${json('province')};`,
    '',
  ].join('\n');
}

if (import.meta.main) writeFileSync(new URL('./bundle.gen.ts', import.meta.url), bundle());
