import { Hono } from 'hono';
import * as v from 'valibot';
import { writeWorkbook } from '../../../forms/index.ts';
import { readGuard } from '../../auth/guard.ts';
import { guardedRead } from '../../auth/guarded-read.ts';
import { localDay } from '../../db/local-time.ts';
import type { App } from '../../env.ts';
import { csvOf } from '../../exports/csv.ts';
import { operation } from '../../http/operation.ts';
import { CSV, valid, XLSX } from '../../http/valid.ts';
import { Day } from '../../http/wire.ts';
import { unitsInTree } from '../store.ts';
import { type List, listColumns } from './list-columns.ts';

const Query = v.object({ asOf: v.optional(Day), format: v.optional(v.picklist(['csv', 'xlsx']), 'csv') });

const workbook = ({ headings, rows }: List) =>
  writeWorkbook([
    {
      name: 'Đơn vị',
      columns: headings.map((header, at) => ({ header, width: at === 0 ? 38 : 18 })),
      rows,
    },
  ]);

export const unitExport = new Hono<App>().get(
  '/',
  operation({
    id: 'exportUnits',
    tag: 'Units',
    summary: 'The units of a day as a list that the import takes back',
    permission: 'unit.read',
    keys: true,
    success: { status: 200, schema: v.any(), description: 'The list', media: XLSX, csv: true },
    problems: ['invalid_request'],
  }),
  readGuard('unit.read'),
  valid('query', Query),
  async (c) => {
    const { asOf: day = localDay(new Date().toISOString()), format } = c.req.valid('query');
    const [units] = await guardedRead(c, 'unit.read', [unitsInTree(c.get('tenant').db, { day }, null, null)]);
    const list = listColumns(units);
    c.header('Content-Disposition', `attachment; filename="units-${day}.${format}"`);
    if (format === 'csv')
      return c.body(csvOf(list.headings, list.rows), 200, { 'Content-Type': `${CSV}; charset=utf-8` });
    return c.body((await workbook(list)) as Uint8Array<ArrayBuffer>, 200, { 'Content-Type': XLSX });
  },
);
