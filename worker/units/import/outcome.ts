import { isBlank, type Value } from '../../../forms/index.ts';
import { applyPatch } from '../../submissions/patch.ts';
import { kindLabelOf } from '../create-units.ts';
import type { Fault } from '../faults.ts';
import { changedFrom, type Facts, factsOf, lastVersion, newUnit, type UnitHistory, versionOn } from '../history.ts';
import type { Kind } from '../kinds/kinds.ts';
import { CLEAR } from './cells.ts';
import type { Draft } from './draft.ts';
import { sameName } from './find-unit.ts';

/** One thing that a row changes about a unit. */
export interface FieldChange {
  field: string;
  from: Value;
  to: Value;
}

interface Context {
  asOf: string;
  now: string;
  kinds: Kind[];
}

type Outcome = Pick<Draft, 'after' | 'changes' | 'faults'>;

/** What becomes of the unit that a row is about. */
export function outcomeOf(draft: Draft, context: Context): Outcome {
  const refuse = (...faults: Fault[]): Outcome => ({ after: null, changes: [], faults: [...draft.faults, ...faults] });
  if (draft.faults.length > 0) return refuse();
  return draft.before ? changeOf(draft, draft.before, context, refuse) : creationOf(draft, context, refuse);
}

function creationOf(draft: Draft, { asOf, now, kinds }: Context, refuse: (...faults: Fault[]) => Outcome): Outcome {
  const { row, level, parentId } = draft;
  if (level === undefined) return refuse({ path: 'level', code: 'level_missing' });
  const faults: Fault[] = [];
  if (row.name === undefined) faults.push({ path: 'name', code: 'name_missing' });
  const kind =
    row.kind === undefined
      ? { path: 'kind', code: 'kind_missing' as const }
      : kindLabelOf(kinds, row.kind, level, 'kind');
  if (typeof kind !== 'string') faults.push(kind);
  if (level === 'village' && parentId === null) faults.push({ path: 'parent', code: 'parent_missing' });
  if (faults.length > 0) return refuse(...faults);
  const facts: Facts = {
    kindLabel: kind as string,
    name: row.name!,
    code: row.code ?? null,
    parentId,
    attributes: applyPatch({}, Object.fromEntries(row.attributes)),
    contactEmail: row.contactEmail ?? null,
  };
  const act = { legalAct: row.legalAct ?? null, now };
  return { after: newUnit(level, facts, row.from ?? asOf, act), changes: [], faults: [] };
}

function changeOf(
  { row, parentId }: Draft,
  before: UnitHistory,
  { asOf, now, kinds }: Context,
  refuse: (...faults: Fault[]) => Outcome,
): Outcome {
  const day = row.from ?? asOf;
  const base = versionOn(before, day);
  if (!base) return refuse({ path: row.from ? 'from' : 'id', code: 'unit_not_standing', values: { day } });
  const facts = factsOf(base);
  if (row.kind !== undefined && sameName(row.kind) !== sameName(base.kindLabel)) {
    const label = kindLabelOf(kinds, row.kind, before.level, 'kind');
    if (typeof label !== 'string') return refuse(label);
    facts.kindLabel = label;
  }
  if (row.name !== undefined) facts.name = row.name;
  if (row.code !== undefined) facts.code = row.code;
  if (row.contactEmail !== undefined) facts.contactEmail = row.contactEmail;
  if (parentId !== null) facts.parentId = parentId;
  const patch = [...row.attributes].filter(([name, value]) => !says(base.attributes[name], value));
  facts.attributes = applyPatch(base.attributes, Object.fromEntries(patch));

  const changes = changesBetween(factsOf(base), facts);
  if (changes.length === 0) return { after: before, changes, faults: [] };
  const after = changedFrom(before, day, facts, { legalAct: row.legalAct ?? null, now });
  if (after === 'later_version') {
    return refuse({ path: 'from', code: 'overlapping_validity', values: { day: lastVersion(before).validFrom } });
  }
  if (after === 'unit_not_standing') return refuse({ path: 'from', code: after, values: { day } });
  return { after, changes, faults: [] };
}

/** Whether a cell says of an attribute what is there already: as text the two look the same, and yes is true. */
function says(value: Value | undefined, cell: Value): boolean {
  const text = (of: Value | undefined) =>
    String(of ?? '')
      .normalize('NFC')
      .trim()
      .replace(/\s+/g, ' ');
  const asAnswer = value === true ? 'yes' : value === false ? 'no' : null;
  return text(value) === text(cell ?? CLEAR) || (cell === null ? isBlank(value) : asAnswer === cell);
}

function changesBetween(before: Facts, after: Facts): FieldChange[] {
  const { attributes: were, ...said } = before;
  const { attributes: are, ...says } = after;
  const fields = Object.keys(said) as (keyof typeof said)[];
  const names = [...new Set([...Object.keys(were), ...Object.keys(are)])];
  return [
    ...fields.map((field) => ({ field: field as string, from: said[field], to: says[field] })),
    ...names.map((name) => ({ field: `attributes.${name}`, from: were[name] ?? null, to: are[name] ?? null })),
  ].filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to));
}
