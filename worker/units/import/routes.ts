import { Hono } from 'hono';
import { staffGuard } from '../../auth/guard.ts';
import { localDay } from '../../db/local-time.ts';
import type { App } from '../../env.ts';
import { operation } from '../../http/operation.ts';
import { valid, XLSX } from '../../http/valid.ts';
import { isFaults } from '../faults.ts';
import { planImport } from './plan.ts';
import { readRows } from './read-rows.ts';
import { runImport } from './run-import.ts';
import { unitHeadings } from './unit-columns.ts';
import { ImportQuery, ImportResult } from './wire.ts';

export const unitImport = new Hono<App>().post(
  '/',
  operation({
    id: 'importUnits',
    tag: 'Units',
    summary: 'Preview or apply a list of units from CSV or XLSX',
    description: `The body is the file itself, \`text/csv\` or \`${XLSX}\`. A preview (\`dryRun=true\`, the default) says row by row what would be created, changed, closed or refused. Applying writes everything or, where a row is refused, nothing; with the preview's \`snapshot\` only what was previewed. \`missing=close\` ends the units that the file does not name.`,
    permission: 'unit.write',
    success: { status: 200, schema: ImportResult, description: 'What the rows do, or did' },
    problems: [
      ...(['invalid_request', 'unsupported_media_type', 'body_too_large', 'conflict'] as const),
      ...(['import_unreadable', 'import_too_large', 'import_refused', 'import_outdated'] as const),
    ],
  }),
  staffGuard('unit.write'),
  valid('query', ImportQuery),
  async (c) => {
    const { asOf = localDay(new Date().toISOString()), missing, ...run } = c.req.valid('query');
    const { code, name } = c.get('tenant');
    const result = await runImport(c, run, {
      headings: unitHeadings,
      options: { asOf, missing },
      act: 'unit.import',
      plan(table, state, now) {
        const rows = readRows(table);
        if (isFaults(rows)) return rows;
        return planImport(rows, state, { asOf, missing, now, province: [code, name, `tỉnh ${name}`] });
      },
    });
    return c.json(result);
  },
);
