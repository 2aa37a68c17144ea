import { type Answers, type FormDefinition, type Question, type Section, textIn } from '../../forms/index.ts';
import { unitTitle } from '../ui/unit-title.ts';
import type { Judged } from './judge.ts';
import type { Language, SectionProgress, UnitView } from './view.ts';

/** One unit of a file with its answers and what the engine says of them. */
export interface UnitState extends Pick<Judged, 'issues' | 'relevant'> {
  unit: { unitId: string; name: string; kindLabel: string; level: 'commune' | 'village' };
  answers: Answers;
  /** 0 while nobody has saved anything. */
  revision: number;
  savedAt: string | null;
}

/** One section of one unit: a page of its own. */
export interface Step<Unit extends UnitState = UnitState> {
  unit: Unit;
  section: Section;
}

const NOT_ASKED: Question['type'][] = ['note', 'calculate', 'hidden'];

const sectionsOf = (definition: FormDefinition, { unit }: UnitState): Section[] =>
  definition.sections.filter(({ level }) => level === unit.level);

function progressOf(section: Section, { answers, issues, relevant }: UnitState, language: Language): SectionProgress {
  const asked = section.questions.filter(({ name, type }) => relevant.has(name) && !NOT_ASKED.includes(type));
  const names = new Set(section.questions.map(({ name }) => name));
  const own = issues.filter(({ path, code }) => names.has(path) && code !== 'required');
  return {
    name: section.name,
    label: textIn(section.label, language) || section.name,
    answered: asked.filter(({ name }) => answers[name] !== undefined).length,
    asked: asked.length,
    errors: own.filter(({ severity }) => severity === 'error').length,
    warnings: own.filter(({ severity }) => severity === 'warning').length,
  };
}

/** A unit as lists show it: how far it has come, section by section. */
export function unitViewOf(definition: FormDefinition, state: UnitState, language: Language): UnitView {
  const { unit, issues, revision, savedAt } = state;
  const settled = issues.every(({ severity }) => severity === 'warning');
  return {
    id: unit.unitId,
    name: unit.name,
    kindLabel: unit.kindLabel,
    level: unit.level,
    state: revision === 0 ? 'not_started' : settled ? 'complete' : 'in_progress',
    sections: sectionsOf(definition, state).map((section) => progressOf(section, state, language)),
    updatedAt: savedAt,
  };
}

/** Every section of every unit in the order in which they are filled in. */
export const stepsOf = <Unit extends UnitState>(definition: FormDefinition, units: Unit[]): Step<Unit>[] =>
  units.flatMap((unit) => sectionsOf(definition, unit).map((section) => ({ unit, section })));

/** The step before (-1) or after (1) another: the unit's next section, the next unit's first, or null at the end. */
export function neighbourOf(base: string, steps: Step[], step: Step, distance: 1 | -1, language: Language) {
  const at = steps.findIndex(({ unit, section }) => unit === step.unit && section === step.section);
  const found = steps[at + distance];
  if (!found) return null;
  const { unit } = found.unit;
  const label = textIn(found.section.label, language) || found.section.name;
  return {
    href: `${base}/${unit.unitId}/${found.section.name}`,
    label: found.unit === step.unit ? label : `${unitTitle(unit)}: ${label}`,
  };
}
