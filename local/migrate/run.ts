import { controlMigrations } from '../../migrations/bundle.gen.ts';
import { migrate, pending } from '../../migrations/migrate.ts';
import { openClient } from '../../worker/db/open.ts';
import type { Env } from '../../worker/env.ts';
import { openFleet } from '../../worker/provinces/fleet.ts';
import { migrateFleet, type Outcome } from '../../worker/provinces/migrate-fleet.ts';
import { reasonOf } from '../../worker/provinces/run-job.ts';
import { controlConnection } from '../../worker/tenancy/tenant.ts';
import { BY } from '../administration.ts';
import { line, progress, type Screen } from './progress.ts';
import { readArguments, USAGE } from './read-arguments.ts';

/** The registry's own database: without it nobody knows which others there are. */
async function migrateControl(env: Env, dryRun: boolean): Promise<Outcome> {
  const outcome = { code: '--', name: 'registry' };
  try {
    const client = openClient(controlConnection(env, BY.requestId));
    const applied = dryRun
      ? await pending(client, controlMigrations)
      : await migrate(client, controlMigrations, () => new Date());
    return { ...outcome, applied, reason: null };
  } catch (error) {
    return { ...outcome, applied: [], reason: reasonOf(error) };
  }
}

function report(outcomes: Outcome[], unknown: string[], dryRun: boolean): string {
  const failed = outcomes.filter(({ reason }) => reason !== null);
  const applied = outcomes.filter(({ applied: tags }) => tags.length > 0);
  const upToDate = outcomes.length - failed.length - applied.length;
  return [
    `${dryRun ? 'To be migrated' : 'Migrated'}: ${applied.length}. Up to date: ${upToDate}. Failed: ${failed.length}.`,
    ...failed.map((outcome) => `  ${line(outcome, dryRun)}`),
    ...unknown.map((code) => `  ${code}: not registered, or its database is not there`),
    ...(failed.length > 0 ? ['Run it again to go on with what failed.'] : []),
  ].join('\n');
}

/**
 * Brings the databases of a fleet up to date, the registry first. Returns the exit code: 0 when all are, 1 when one failed or is not
 * known, 2 for a command that cannot be meant.
 */
export async function runMigrate(words: string[], env: Env, screen: Screen): Promise<0 | 1 | 2> {
  const wanted = readArguments(words);
  if (typeof wanted === 'string') {
    screen.write(`${wanted}\n\n${USAGE}\n`);
    return 2;
  }
  const { codes, dryRun, concurrency } = wanted;
  const control = await migrateControl(env, dryRun);
  screen.write(`${line(control, dryRun)}\n`);
  if (control.reason !== null) return 1;
  // A registry that is itself behind cannot be asked for its provinces without being written to.
  if (dryRun && control.applied.length > 0) return 0;
  const onOutcome = progress(screen, dryRun);
  const options = { ...(codes ? { codes } : {}), dryRun, concurrency, onOutcome };
  const outcomes = await migrateFleet(openFleet(env, BY.requestId), BY, options);
  const unknown = (codes ?? []).filter((code) => !outcomes.some((outcome) => outcome.code === code));
  screen.write(`${report(outcomes, unknown, dryRun)}\n`);
  return unknown.length > 0 || outcomes.some(({ reason }) => reason !== null) ? 1 : 0;
}
