import type { Context } from 'hono';
import { accepts } from 'hono/accepts';

/** Whether a list is wanted as CSV: what `format` says, else what `Accept` prefers. The answer must say `Vary: Accept`. */
export function wantsCsv(c: Context, format: 'json' | 'csv' | undefined): boolean {
  if (format !== undefined) return format === 'csv';
  const supports = ['application/json', 'text/csv'];
  return accepts(c, { header: 'Accept', supports, default: 'application/json' }) === 'text/csv';
}
