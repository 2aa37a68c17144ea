import { type Answers, type FormDefinition, type Question, type Section, textIn } from '../../forms/index.ts';
import { unitTitle } from '../ui/unit-title.ts';
import type { Judged } from './judge.ts';
import type { Language, SectionProgress, UnitView } from './view.ts';

/** One unit of a file with its answers and what the engine says of them. */
export interface UnitState {
  id: string;
  name: string;
  kindLabel: string;
  level: 'commune' | 'village';
  answers: Answers;
  judged: Pick<Judged, 'issues' | 'relevant'>;
  /** Whether anybody has typed anything yet. */
  begun: boolean;
  savedAt: string | null;
}

/** One section of one unit: a page of its own. */
export interface Step {
  unit: UnitState;
  section: Section;
}

const NOT_ASKED: Question['type'][] = ['note', 'calculate', 'hidden'];

const sectionsOf = (definition: FormDefinition, unit: UnitState): Section[] =>
  definition.sections.filter(({ level }) => level === unit.level);

function progressOf(section: Section, { answers, judged }: UnitState, language: Language): SectionProgress {
  const asked = section.questions.filter(({ name, type }) => judged.relevant.has(name) && !NOT_ASKED.includes(type));
  const names = new Set(section.questions.map(({ name }) => name));
  const own = judged.issues.filter(({ path, code }) => names.has(path) && code !== 'required');
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
export function unitViewOf(definition: FormDefinition, unit: UnitState, language: Language): UnitView {
  const { id, name, kindLabel, level, judged, begun, savedAt } = unit;
  const settled = judged.issues.every(({ severity }) => severity === 'warning');
  const state = settled ? 'complete' : 'in_progress';
  const sections = sectionsOf(definition, unit).map((section) => progressOf(section, unit, language));
  return { id, name, kindLabel, level, state: begun ? state : 'not_started', sections, updatedAt: savedAt };
}

/** Every section of every unit in the order in which they are filled in. */
export const stepsOf = (definition: FormDefinition, units: UnitState[]): Step[] =>
  units.flatMap((unit) => sectionsOf(definition, unit).map((section) => ({ unit, section })));

/** Where one goes from a step: the unit's next section, the next unit's first, or nowhere at the end; -1 the other way. */
export function neighbourOf(base: string, steps: Step[], step: Step, distance: 1 | -1, language: Language) {
  const at = steps.findIndex(({ unit, section }) => unit.id === step.unit.id && section === step.section);
  const found = steps[at + distance];
  if (!found) return null;
  const { unit, section } = found;
  const label = textIn(section.label, language) || section.name;
  return {
    href: `${base}/${unit.id}/${section.name}`,
    label: unit.id === step.unit.id ? label : `${unitTitle(unit)}: ${label}`,
  };
}
