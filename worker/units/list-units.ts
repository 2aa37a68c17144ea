import type { Context } from 'hono';
import type * as v from 'valibot';
import { guardedRead } from '../auth/guarded-read.ts';
import { localDay } from '../db/local-time.ts';
import type { App } from '../env.ts';
import { Problem } from '../http/problem.ts';
import { byName } from './by-name.ts';
import { cursorOf, type Position, positionOf } from './cursor.ts';
import { type UnitFilter, type UnitRow, unitsInTree, unitsToSort } from './store.ts';
import type { UnitQuery } from './wire.ts';

interface Page {
  items: UnitRow[];
  /** Null on the last page; absent when no page was asked for. */
  nextCursor?: string | null;
}

const inTree = ({ id, parentId }: UnitRow): Position => [parentId ?? id, id];
const inOrder = ({ name, id }: UnitRow): Position => [name, id];

/** One page of the units of a day, or all of them where no limit is given. */
export async function listUnits(c: Context<App>, query: v.InferOutput<typeof UnitQuery>): Promise<Page> {
  const { asOf = localDay(new Date().toISOString()), level, parentId, q, sort, limit = null, cursor } = query;
  const { db } = c.get('tenant');
  const filter: UnitFilter = { day: asOf, level, parentId, q };
  const after = cursor === undefined ? null : positionOf(cursor);
  if (cursor !== undefined && !after) {
    throw new Problem('invalid_request', [{ path: 'cursor', code: 'cursor', detail: 'not a cursor of this list' }]);
  }
  // One more than the page holds says whether there is another.
  const [rows] = await guardedRead(c, 'unit.read', [
    sort === 'tree' ? unitsInTree(db, filter, after, limit && limit + 1) : unitsToSort(db, filter),
  ]);
  if (sort === 'tree') return pageOf(rows, limit, inTree);
  const sorted = rows.sort(byName);
  const rest = after ? sorted.filter((row) => byName(row, { name: after[0], id: after[1] }) > 0) : sorted;
  return pageOf(rest, limit, inOrder);
}

function pageOf(rows: UnitRow[], limit: number | null, positionIn: (row: UnitRow) => Position): Page {
  if (limit === null) return { items: rows };
  const items = rows.slice(0, limit);
  return { items, nextCursor: rows.length > limit ? cursorOf(positionIn(items.at(-1)!)) : null };
}
