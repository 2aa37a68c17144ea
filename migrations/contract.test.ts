import { expect, test } from 'vitest';
import { controlMigrations, provinceMigrations } from './bundle.gen.ts';
import type { Migration } from './migrate.ts';

/**
 * What takes something away that a worker of the release before may still use, with the release since which none does. Old and new
 * workers run side by side while a release goes out, so taking away comes a release after the last use (CONTRIBUTING.md).
 */
const CONTRACTED: Record<string, string> = {
  'province/0005_units_without_versions': '0.1.0: before any was in service',
  'control/0002_audit': '0.1.0: the table is copied with all its columns and takes its name again',
  'province/0009_audit': '0.1.0: the table is copied with all its columns and takes its name again',
};

const TAKES_AWAY = /\b(?:drop\s+(?:table|column|view|trigger)|rename\s+(?:to|column))\b/i;
/** A new column that every INSERT of an older worker would miss. */
const DEMANDS = /\balter\s+table\b.*\badd\b(?!.*\bdefault\b).*\bnot\s+null\b/i;

/** The migrations that an older worker may not survive. */
const breaking = (kind: string, migrations: readonly Migration[]): string[] =>
  migrations
    .filter(({ statements }) => statements.some((sql) => TAKES_AWAY.test(sql) || DEMANDS.test(sql)))
    .map(({ tag }) => `${kind}/${tag}`);

test('no migration takes away what an older worker uses, but for those that say since when none does', () => {
  const found = [...breaking('control', controlMigrations), ...breaking('province', provinceMigrations)];
  expect(found.sort()).toEqual(Object.keys(CONTRACTED).sort());
});

test.each([
  ['ALTER TABLE `units` DROP COLUMN `name`', true],
  ['DROP TABLE `events`', true],
  ['ALTER TABLE `a` RENAME TO `b`', true],
  ['ALTER TABLE `a` RENAME COLUMN `x` TO `y`', true],
  ['ALTER TABLE `a` ADD `x` text NOT NULL', true],
  ['ALTER TABLE `a` ADD `x` text', false],
  ['ALTER TABLE `a` ADD `x` integer DEFAULT 0 NOT NULL', false],
  ['CREATE TABLE `a` (`x` text NOT NULL)', false],
  ['DROP INDEX `units_parent`', false],
])('%s is seen for what it is', (sql, isBreaking) => {
  expect(breaking('x', [{ tag: 't', when: 0, statements: [sql] }]).length > 0).toBe(isBreaking);
});
