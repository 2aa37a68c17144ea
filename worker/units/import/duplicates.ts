import type { Fault } from '../faults.ts';
import type { Draft } from './draft.ts';
import { sameName } from './find-unit.ts';

/** By which two rows are taken to be about the same unit, the surest first. */
const identities: { fault: Fault['code']; path: string; of: (draft: Draft) => string | null }[] = [
  { fault: 'duplicate_code', path: 'code', of: ({ row, level }) => (row.code ? `${level}/${row.code}` : null) },
  { fault: 'duplicate_unit', path: 'id', of: ({ before }) => before?.id ?? null },
  {
    fault: 'duplicate_name',
    path: 'name',
    of: ({ row, level, before, parentId }) =>
      before || row.code || row.name === undefined ? null : `${level}/${parentId ?? ''}/${sameName(row.name)}`,
  },
];

/** A list says each thing once: refuses every row that shares its code, its unit or a new unit's name with another. */
export function refuseDuplicates(drafts: Draft[]): void {
  for (const { fault, path, of } of identities) {
    const groups = Map.groupBy(
      drafts.filter((draft) => of(draft) !== null && !draft.faults.some(({ code }) => code === 'duplicate_code')),
      of,
    );
    for (const group of groups.values()) {
      if (group.length < 2) continue;
      for (const draft of group) {
        const other = group[0] === draft ? group[1]! : group[0]!;
        const values = { row: String(other.row.number), code: draft.row.code ?? '' };
        draft.faults.push({ path, code: fault, values });
      }
    }
  }
}
