import * as v from 'valibot';
import { Day, Id, Level } from '../../http/wire.ts';
import { faultError } from '../faults.ts';
import type { Plan, PlannedRow } from './plan.ts';

const Flag = v.pipe(
  v.picklist(['true', 'false']),
  v.transform((text) => text === 'true'),
);

/** How a file is to be taken; a preview unless it is said that it is none. */
export const ReorganisationImportQuery = v.object({
  dryRun: v.optional(Flag, 'true'),
  snapshot: v.optional(v.pipe(v.string(), v.maxLength(100))),
});

export const ImportQuery = v.object({
  ...ReorganisationImportQuery.entries,
  asOf: v.optional(Day),
  missing: v.optional(v.picklist(['keep', 'close']), 'keep'),
});

const Value = v.union([v.string(), v.number(), v.boolean(), v.null()]);

const RowWire = v.object({
  row: v.nullable(
    v.pipe(v.number(), v.description('As a spreadsheet numbers it; null for a unit that the file does not name')),
  ),
  action: v.picklist(['create', 'change', 'close', 'unchanged', 'refuse']),
  unitId: v.nullable(Id),
  level: v.nullable(Level),
  name: v.nullable(v.string()),
  from: v.nullable(Day),
  changes: v.array(v.object({ field: v.string(), from: Value, to: Value })),
  errors: v.array(
    v.object({
      path: v.pipe(v.string(), v.description('The heading of the column')),
      code: v.string(),
      detail: v.string(),
    }),
  ),
});

export const ImportResult = v.object({
  dryRun: v.boolean(),
  snapshot: v.pipe(
    v.string(),
    v.description('Stands for the units, the file and the options; send it back to apply just this'),
  ),
  counts: v.object({
    create: v.number(),
    change: v.number(),
    close: v.number(),
    unchanged: v.number(),
    refuse: v.number(),
  }),
  rows: v.array(RowWire),
});

export function countsOf(rows: PlannedRow[]): v.InferInput<typeof ImportResult>['counts'] {
  const counts = { create: 0, change: 0, close: 0, unchanged: 0, refuse: 0 };
  for (const { action } of rows) counts[action]++;
  return counts;
}

/** A planned row with its faults in words; `headingOf` says what the file calls a field. */
export function rowToWire(
  { faults, changes, ...row }: Plan['rows'][number],
  headingOf: (field: string) => string,
  language: 'vi' | 'en',
): v.InferInput<typeof RowWire> {
  const errors = faults.map((fault) => faultError({ ...fault, path: headingOf(fault.path) }, language));
  return { ...row, changes: changes as v.InferInput<typeof RowWire>['changes'], errors };
}
