import type { Value } from '../../../forms/index.ts';
import { attributeHeading } from '../import/columns.ts';
import { attributeFields, unitHeadings } from '../import/unit-columns.ts';
import type { UnitRow } from '../store.ts';

export interface List {
  headings: string[];
  rows: (string | number | null)[][];
}

const levels = { commune: 'xã', village: 'thôn' } as const;
const answers: Record<string, string> = { yes: 'có', no: 'không', true: 'có', false: 'không' };
const known: string[] = Object.values(attributeFields);

/** Units as a list that an import takes back and finds nothing to change in. */
export function listColumns(units: UnitRow[]): List {
  const parents = parentNames(units);
  const attributes = [...new Set(units.flatMap((unit) => Object.keys(unit.attributes)))].filter(
    (name) => !known.includes(name),
  );
  const { id, level, kind, name, code, parent, population, households, onKeyRoute, contactEmail, from } = unitHeadings;
  const fields = [id, level, kind, name, code, parent, population, households, onKeyRoute, contactEmail, from];
  return {
    headings: [...fields.map(([first]) => first!), ...attributes.map((each) => attributeHeading(unitHeadings, each))],
    rows: units.map((unit) => [
      unit.id,
      levels[unit.level],
      unit.kindLabel,
      unit.name,
      unit.code,
      unit.parentId === null ? null : (parents.get(unit.parentId) ?? unit.parentId),
      cell(unit.attributes.population),
      cell(unit.attributes.households),
      answers[String(unit.attributes.on_key_route)] ?? cell(unit.attributes.on_key_route),
      unit.contactEmail,
      unit.validFrom,
      ...attributes.map((each) => cell(unit.attributes[each])),
    ]),
  };
}

const cell = (value: Value | undefined) =>
  value === undefined || value === null ? null : typeof value === 'number' ? value : String(value);

/** What villages call their communes: the name where only one is called so, else the id. */
function parentNames(units: UnitRow[]): Map<string, string> {
  const communes = units.filter(({ level }) => level === 'commune');
  const byName = Map.groupBy(communes, ({ name }) => name.toLowerCase());
  return new Map(communes.map(({ id, name }) => [id, byName.get(name.toLowerCase())!.length === 1 ? name : id]));
}
