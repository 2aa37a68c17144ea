import type * as v from 'valibot';
import { Problem } from '../http/problem.ts';
import { applyPatch } from '../submissions/patch.ts';
import { kindLabelOf } from './create-units.ts';
import { type Fault, faultError } from './faults.ts';
import { changedFrom, corrected, type Facts, factsOf, presentVersion, type UnitHistory } from './history.ts';
import type { Kind } from './kinds/kinds.ts';
import { placementFault } from './placement.ts';
import type { UnitPatch } from './wire.ts';

interface State {
  unit: UnitHistory;
  /** The commune that the patch names, where it names one that exists. */
  parent: UnitHistory | undefined;
  kinds: Kind[];
}

interface When {
  today: string;
  now: string;
  language: 'vi' | 'en';
}

/**
 * A unit as a patch makes it: with `from` a new version that begins that day, without it the present version put right. Gives the
 * unit itself when nothing differs. Changes go onto the end of a history only, so versions never overlap.
 */
export function changeUnit(
  { unit, parent, kinds }: State,
  patch: v.InferOutput<typeof UnitPatch>,
  { today, now, language }: When,
): UnitHistory | Problem {
  const refuse = (code: Problem['code'], fault: Fault) => new Problem(code, [faultError(fault, language)]);
  const base = patch.from === undefined ? presentVersion(unit, today) : unit.versions.at(-1)!;
  const facts = patched(factsOf(base), patch);
  if (patch.kindLabel !== undefined && patch.kindLabel !== base.kindLabel) {
    const label = kindLabelOf(kinds, patch.kindLabel, unit.level, 'kindLabel');
    if (typeof label !== 'string') return refuse('kind_unknown', label);
    facts.kindLabel = label;
  }
  if (JSON.stringify(facts) === JSON.stringify(factsOf(base))) return unit;

  const after =
    patch.from === undefined
      ? corrected(unit, base, facts)
      : changedFrom(unit, patch.from, facts, { legalAct: patch.legalAct ?? null, now });
  if (typeof after === 'string') return new Problem(after);
  const changed = after.versions.filter((version) => !unit.versions.includes(version));
  for (const version of patch.parentId === undefined ? [] : changed) {
    // The part that ends where the change begins stays where it was.
    const fault = version.parentId === patch.parentId && placementFault(unit.level, version, parent);
    if (fault) return refuse('unit_misplaced', { path: 'parentId', code: fault });
  }
  return after;
}

function patched(facts: Facts, patch: v.InferOutput<typeof UnitPatch>): Facts {
  const { name = facts.name, code = facts.code, parentId = facts.parentId, contactEmail = facts.contactEmail } = patch;
  const attributes = applyPatch(facts.attributes, patch.attributes ?? {});
  return { ...facts, name: name.normalize('NFC'), code, parentId, attributes, contactEmail };
}
