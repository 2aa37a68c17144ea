import * as v from 'valibot';
import { withoutIdentity } from '../http/free-text.ts';
import { Attributes, Day, Id, Level, Limit, Line, SearchText } from '../http/wire.ts';
import { rowOf, type UnitHistory, type Version } from './history.ts';
import type { UnitRow } from './store.ts';

const Email = v.pipe(v.string(), v.trim(), v.email(), v.maxLength(200));
const Facts = {
  kindLabel: v.string(),
  name: v.string(),
  code: v.nullable(v.string()),
  parentId: v.nullable(Id),
  attributes: Attributes,
  contactEmail: v.nullable(v.string()),
  validFrom: Day,
  validTo: v.nullable(v.pipe(v.string(), v.description('The first day that this no longer holds'))),
};

export const UnitWire = v.object({ id: Id, level: Level, ...Facts, revision: v.number() });

export const UnitList = v.object({ items: v.array(UnitWire), nextCursor: v.optional(v.nullable(v.string())) });

export const UnitQuery = v.object({
  asOf: v.optional(Day),
  level: v.optional(Level),
  parentId: v.optional(Id),
  q: v.optional(SearchText),
  sort: v.optional(v.picklist(['tree', 'name']), 'tree'),
  limit: v.optional(Limit(1000)),
  cursor: v.optional(v.pipe(v.string(), v.maxLength(1000))),
});

export const UnitPath = v.object({ unitId: Id });

const Name = v.pipe(Line(200), withoutIdentity);
const Code = v.nullable(v.pipe(v.string(), v.regex(/^\d{1,10}$/)));
export const LegalAct = v.pipe(Line(300), withoutIdentity);
const NewAttributes = v.record(
  v.string(),
  v.union([v.pipe(v.string(), withoutIdentity), v.number(), v.boolean(), v.null()]),
);

const described = {
  kindLabel: Name,
  name: Name,
  code: v.optional(Code, null),
  attributes: v.optional(NewAttributes, {}),
  contactEmail: v.optional(v.nullable(Email), null),
};

export const NewUnit = v.strictObject(described);
export const NewVillages = v.pipe(v.array(NewUnit), v.maxLength(200));

/** Communes with their villages, as a province lists them. */
export const NewUnits = v.strictObject({
  validFrom: v.optional(v.pipe(Day, v.description('The day from which they stand; today by default'))),
  communes: v.pipe(v.array(v.strictObject({ ...described, villages: NewVillages })), v.minLength(1), v.maxLength(300)),
});

/** Villages that a standing commune gets. */
export const MoreVillages = v.strictObject({
  validFrom: v.optional(Day),
  legalAct: v.optional(v.nullable(LegalAct), null),
  villages: v.pipe(NewVillages, v.minLength(1)),
});

/** What is different about a unit: from a day on, or, without one, from the beginning of its present version. */
export const UnitPatch = v.pipe(
  v.strictObject({
    from: v.optional(v.pipe(Day, v.description('Without it the present version is corrected'))),
    legalAct: v.optional(LegalAct),
    kindLabel: v.optional(Name),
    name: v.optional(Name),
    code: v.optional(Code),
    parentId: v.optional(v.pipe(Id, v.description('The commune that the village goes over to'))),
    attributes: v.optional(v.pipe(NewAttributes, v.description('Merged into what is there; null takes one away'))),
    contactEmail: v.optional(v.nullable(Email)),
  }),
  v.forward(
    v.check(
      ({ from, legalAct, kindLabel, name, code, parentId }) =>
        from === undefined ||
        legalAct !== undefined ||
        [kindLabel, name, code, parentId].every((it) => it === undefined),
      'a new name, code, kind or parent rests on a legal act',
    ),
    ['legalAct'],
  ),
);

export const Closing = v.strictObject({
  day: v.pipe(Day, v.description('The first day that it no longer stands')),
  legalAct: LegalAct,
  withVillages: v.optional(v.boolean(), false),
});

export const LineageKind = v.picklist(['merge', 'split', 'rename', 'transfer']);
export const Extent = v.pipe(
  v.picklist(['whole', 'part']),
  v.description('How much of the predecessor the successor holds'),
);

const Relative = v.object({
  unitId: Id,
  name: v.string(),
  kindLabel: v.string(),
  kind: LineageKind,
  extent: Extent,
  date: Day,
  legalAct: v.string(),
});

export const UnitDetail = v.object({
  ...UnitWire.entries,
  versions: v.array(v.object({ ...Facts, legalAct: v.nullable(v.string()) })),
  predecessors: v.array(Relative),
  successors: v.array(Relative),
  villages: v.pipe(v.number(), v.description('How many stand under it today')),
  hasBoundary: v.boolean(),
});

type WireAttributes = v.InferInput<typeof Attributes>;

const factsToWire = (version: Version) => {
  const { kindLabel, name, code, parentId, attributes, contactEmail, validFrom, validTo } = version;
  return {
    ...{ kindLabel, name, code, parentId, attributes: attributes as WireAttributes },
    ...{ contactEmail, validFrom, validTo },
  };
};

export function unitToWire(row: UnitRow): v.InferInput<typeof UnitWire> {
  const { id, level, revision } = row;
  return { id, level, ...factsToWire(row), revision };
}

/** New units, as their first version is. */
export const createdToWire = (created: UnitHistory[]): v.InferInput<typeof UnitList> => ({
  items: created.map((unit) => unitToWire(rowOf(unit, unit.versions[0]!))),
});

export const versionToWire = (version: Version) => ({ ...factsToWire(version), legalAct: version.legalAct });
