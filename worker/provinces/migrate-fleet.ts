import { provinceMigrations } from '../../migrations/bundle.gen.ts';
import { standingOf } from '../tenancy/standing.ts';
import type { By } from './acts.ts';
import type { Fleet } from './fleet.ts';
import type { ProvinceRow } from './job.ts';
import { migrateProvince } from './perform.ts';
import { reasonOf } from './run-job.ts';
import { allProvinces, noteSchema } from './store.ts';

/** What became of one province's database. */
export interface Outcome {
  code: string;
  name: string;
  /** The migrations that were applied now; none where it was up to date. */
  applied: string[];
  /** Why it could not be brought up to date; null where it could. */
  reason: string | null;
}

export interface MigrateOptions {
  /** Only these provinces; all, unless told. */
  codes?: readonly string[];
  /** How many at a time. */
  concurrency?: number;
  /** Told of each as it is done. */
  onOutcome?: (outcome: Outcome, done: number, all: number) => void;
}

async function migrateOne(fleet: Fleet, row: ProvinceRow, by: By): Promise<Outcome> {
  const { code, name } = row;
  try {
    const applied = await migrateProvince(fleet, row);
    const isBehind = row.schemaVersion < provinceMigrations.length;
    if (applied.length > 0 || isBehind) {
      await noteSchema(fleet.control, row, provinceMigrations.length, applied, { ...by, now: fleet.now() });
    }
    return { code, name, applied, reason: null };
  } catch (error) {
    return { code, name, applied: [], reason: reasonOf(error) };
  }
}

/** The provinces whose databases there are to migrate: not those that are still being made, or are no more. */
export async function provincesToMigrate(fleet: Fleet, codes?: readonly string[]): Promise<ProvinceRow[]> {
  const rows = await allProvinces(fleet.control);
  return rows.filter((row) => {
    const standing = standingOf(row);
    return standing !== 'being_made' && standing !== 'deleted' && (!codes || codes.includes(row.code));
  });
}

/**
 * Brings provinces' databases up to date, several at a time. One that fails does not stop the others; a second run goes on where
 * it stood. The outcomes come in the order of the codes.
 */
export async function migrateFleet(fleet: Fleet, by: By, options: MigrateOptions = {}): Promise<Outcome[]> {
  const rows = await provincesToMigrate(fleet, options.codes);
  const outcomes: Outcome[] = [];
  const waiting = rows.entries();
  let done = 0;
  const work = async () => {
    for (const [place, row] of waiting) {
      const outcome = await migrateOne(fleet, row, by);
      outcomes[place] = outcome;
      done += 1;
      options.onOutcome?.(outcome, done, rows.length);
    }
  };
  await Promise.all(Array.from({ length: options.concurrency ?? 4 }, work));
  return outcomes;
}
