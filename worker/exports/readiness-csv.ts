import type * as v from 'valibot';
import type { ReadinessWire } from '../readiness/wire.ts';
import { csvOf } from './csv.ts';

type Row = v.InferInput<typeof ReadinessWire>;

const verdict = (ready: boolean | null) => (ready === null ? 'undetermined' : String(ready));

/** The readiness list as CSV: one line a commune, three columns a criterion. A number that is masked says so: `<5`. */
export function readinessCsv(rows: Row[]): string {
  const criteria = rows[0]?.criteria.map(({ id }) => id) ?? [];
  const header = [
    'unit_id',
    'unit_code',
    'unit_kind',
    'unit_name',
    'state',
    'ready',
    'index',
    'villages_expected',
    'villages_answered',
    ...criteria.flatMap((id) => [`${id}_status`, `${id}_numerator`, `${id}_denominator`]),
    'submitted_at',
    'scored_at',
  ];
  const lines = rows.map((row) => [
    row.unit.id,
    row.unit.code,
    row.unit.kindLabel,
    row.unit.name,
    row.state,
    verdict(row.ready),
    row.index,
    row.coverage.expected,
    row.coverage.answered,
    ...row.criteria.flatMap(({ status, numerator, denominator, masked }) => [
      status,
      numerator ?? masked?.numerator,
      denominator ?? masked?.denominator,
    ]),
    row.submittedAt,
    row.scoredAt,
  ]);
  return csvOf(header, lines);
}
