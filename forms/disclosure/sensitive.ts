import type { Question, QuestionType } from '../definition/schema.ts';
import { units } from '../templates/units.ts';

const numeric: ReadonlySet<QuestionType> = new Set(['integer', 'decimal', 'range', 'calculate', 'hidden']);

/** What can be counted without pointing at anybody: homes, places of the map, and the work of offices. */
const harmless = new Set(
  [
    ...[units.households, units.villages, units.hamlets, units.quarters, units.wards, units.days, units.months],
    ...[units.models, units.schools, units.facilities, units.unions, units.teams, units.selfGuardTeams],
    ...[units.broadcasts, units.forums, units.reports, units.surveys],
  ].flatMap(({ vi, en }) => [vi, en]),
);

/**
 * Whether a small count of what a question asks for can identify somebody (docs/domain.md §7): people of any kind, and what points
 * at them, such as a hotspot, an incident or a family with an addict. A number without a unit is taken to be one; population and
 * what is counted in `harmless` units is not.
 */
export function singlesOut({ type, name, unit = {} }: Question): boolean {
  if (!numeric.has(type) || name === 'population') return false;
  return ![unit.vi, unit.en].some((text) => text !== undefined && harmless.has(text.trim()));
}
