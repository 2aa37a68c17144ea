import type { Context } from 'hono';
import type * as v from 'valibot';
import type { Act } from '../../../web/log/acts.ts';
import { hashOf } from '../../db/hash.ts';
import { expecting } from '../../db/precondition.ts';
import type { App } from '../../env.ts';
import { languageOf } from '../../http/language.ts';
import { accept, Problem } from '../../http/problem.ts';
import { CSV, requireType, XLSX } from '../../http/valid.ts';
import { writing } from '../../http/writing.ts';
import { type Fault, faultError } from '../faults.ts';
import { tooLate } from '../refusals.ts';
import { unchanged, type WholeState, wholeState, writeUnits } from '../store.ts';
import { fieldNamed, type Headings } from './columns.ts';
import { readTable } from './file/read-table.ts';
import type { Table } from './file/table.ts';
import type { Plan } from './plan.ts';
import { countsOf, type ImportResult, rowToWire } from './wire.ts';

/** One kind of list: its columns, and what a table of it would change. */
export interface Importer {
  headings: Headings<string>;
  /** What to do besides what the file says, as far as it decides the plan. */
  options: Record<string, unknown>;
  plan(table: Table, state: WholeState, now: string): Plan | Fault[];
  /** Of the event. */
  act: Act;
}

/** So many refused rows are named in a problem; a preview names all. */
const NAMED = 500;

/**
 * Previews a file, or applies it: wholly, or not at all where a row is refused. The snapshot that a preview gives stands for the
 * units, the file and the options; with it nothing else than what was previewed is applied.
 */
export async function runImport(
  c: Context<App>,
  { dryRun, snapshot: seen }: { dryRun: boolean; snapshot?: string | undefined },
  importer: Importer,
): Promise<v.InferInput<typeof ImportResult>> {
  const { db } = c.get('tenant');
  const by = writing(c);
  const language = languageOf(c);
  requireType(c, CSV, XLSX);
  const bytes = new Uint8Array(await c.req.arrayBuffer());
  const table = accept(await readTable(bytes, c.req.header('content-type') ?? '', language));

  const state = await wholeState(db);
  const snapshot = await hashOf([await digest(bytes), state.unitsVersion, state.kinds, importer.options]);
  if (seen !== undefined && seen !== snapshot) throw new Problem('import_outdated');
  const plan = importer.plan(table, state, by.now);
  if (Array.isArray(plan)) {
    const errors = plan.map((fault) => faultError(fault, language));
    throw new Problem('import_unreadable', errors);
  }

  const counts = countsOf(plan.rows);
  const rows = plan.rows.map((row) => rowToWire(row, headingIn(table, importer.headings), language));
  const result = { dryRun, snapshot, counts, rows };
  if (dryRun) return result;
  if (counts.refuse > 0) {
    const refused = rows.filter(({ action }) => action === 'refuse').slice(0, NAMED);
    const errors = refused.flatMap(({ row, name, errors }) =>
      errors.map(({ path, ...error }) => ({ path: `rows.${row ?? name}.${path}`, ...error })),
    );
    throw new Problem('import_refused', errors, { counts });
  }
  if (plan.change.created.length + plan.change.changed.length > 0) {
    const told = { act: importer.act, subject: 'units', detail: { ...importer.options, ...counts } };
    await writeUnits(db, plan.change, [expecting('state', unchanged.all(state.unitsVersion))], told, by).catch(tooLate);
  }
  return result;
}

/** What a file calls a field: its own heading, or where it has none the usual one. */
function headingIn(table: Table, headings: Headings<string>): (field: string) => string {
  const own = new Map(table.headings.map((heading) => [fieldNamed(headings, heading), heading]));
  return (field) => own.get(field) ?? headings[field]?.[0] ?? field;
}

async function digest(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
}
