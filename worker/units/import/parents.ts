import type { Fault } from '../faults.ts';
import type { Communes } from './communes.ts';
import type { Draft } from './draft.ts';
import { sameName } from './find-unit.ts';

/** So many rows are looked at to say whether parents go round in a circle; a list of thousands of them is wrong anyway. */
const LOOKED_AT = 100;

/** The rows of a list by what other rows may call them: id, code or name. */
export class RowsByName {
  readonly #rows = new Map<string, Draft['row'][]>();

  constructor(drafts: Draft[]) {
    for (const { row } of drafts) {
      for (const key of new Set([row.id, row.code, row.name && sameName(row.name)])) {
        if (!key) continue;
        const rows = this.#rows.get(key);
        if (!rows) this.#rows.set(key, [row]);
        else if (rows.length < LOOKED_AT) rows.push(row);
      }
    }
  }

  parentsOf(row: Draft['row']): Draft['row'][] {
    return (row.parent === undefined ? undefined : this.#rows.get(sameName(row.parent))) ?? [];
  }

  /** Whether following the parents that the list names leads back to where it began. */
  isCycle(row: Draft['row']): boolean {
    const reached = new Set(this.parentsOf(row));
    for (const parent of reached) {
      if (reached.size > LOOKED_AT) break;
      for (const next of this.parentsOf(parent)) reached.add(next);
    }
    return reached.has(row);
  }
}

/** What is wrong with the parent that a commune's row names: none is right but the province itself. */
export function communeParentFault({ row }: Draft, rows: RowsByName, province: string[]): Fault | null {
  const { parent } = row;
  if (parent === undefined || province.some((name) => sameName(name) === sameName(parent))) return null;
  return { path: 'parent', code: rows.isCycle(row) ? 'parent_cycle' : 'parent_not_allowed' };
}

/** Finds the commune that a village's row names. */
export function placeIn(communes: Communes, draft: Draft, rows: RowsByName): void {
  const { row, faults } = draft;
  if (row.parent === undefined) return;
  const [commune, another] = communes.find(row.parent);
  if (another) faults.push({ path: 'parent', code: 'parent_ambiguous' });
  else if (commune) draft.parentId = commune.id;
  else if (communes.isRefused(row.parent)) faults.push({ path: 'parent', code: 'parent_refused' });
  else if (rows.isCycle(row)) faults.push({ path: 'parent', code: 'parent_cycle' });
  else faults.push({ path: 'parent', code: rows.parentsOf(row).length > 0 ? 'parent_wrong_level' : 'parent_unknown' });
}
