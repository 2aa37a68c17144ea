import { type FormDefinition, type Section, textIn } from '../../forms/index.ts';
import { unitTitle } from '../ui/unit-title.ts';
import { progressOf, sectionsOf, type UnitState, unitStateOf } from './unit-progress.ts';
import type { ReviewComment, SectionView, UnitView } from './view.ts';

/** One section of one unit: a page of its own. */
export interface Step<Unit extends UnitState = UnitState> {
  unit: Unit;
  section: Section;
}

const labelOf = ({ label, name }: Section, language: string) => textIn(label, language) || name;

/** A unit as lists show it: how far it has come, section by section. */
export function unitViewOf(definition: FormDefinition, state: UnitState, language: string): UnitView {
  const { unitId: id, name, kindLabel, level } = state.unit;
  const sections = sectionsOf(definition, state).map((section) => ({
    name: section.name,
    label: labelOf(section, language),
    ...progressOf(section, state),
  }));
  return { id, name, kindLabel, level, state: unitStateOf(state), sections, updatedAt: state.savedAt };
}

/** Every section of every unit in the order in which they are filled in. */
export const stepsOf = <Unit extends UnitState>(definition: FormDefinition, units: Unit[]): Step<Unit>[] =>
  units.flatMap((unit) => sectionsOf(definition, unit).map((section) => ({ unit, section })));

/** The step before (-1) or after (1) another: the unit's next section, the next unit's first, or null at the end. */
export function neighbourOf(base: string, steps: Step[], step: Step, distance: 1 | -1, language: string) {
  const at = steps.findIndex(({ unit, section }) => unit === step.unit && section === step.section);
  const found = steps[at + distance];
  if (!found) return null;
  const { unit } = found.unit;
  const label = labelOf(found.section, language);
  return {
    href: `${base}/${unit.unitId}/${found.section.name}`,
    label: found.unit === step.unit ? label : `${unitTitle(unit)}: ${label}`,
  };
}

/** The same section of the unit before and after; nulls at the ends, and for the commune's own part. */
export function otherUnitsOf(base: string, steps: Step[], step: Step, language: string): SectionView['others'] {
  const same = steps.filter(({ section }) => section.name === step.section.name);
  return {
    previous: neighbourOf(base, same, step, -1, language),
    next: neighbourOf(base, same, step, 1, language),
  };
}

/** A reviewer's comment as it is stored and sent. */
export interface Comment {
  id: string;
  /** Null where it is about the file as a whole. */
  unitId: string | null;
  question: string | null;
  text: string;
}

/** The reviewer's comments as the pages show them, each leading to what it is about, in the order in which they were written. */
export function commentViewsOf(
  definition: FormDefinition,
  base: string,
  units: UnitState[],
  comments: Comment[],
  language: string,
): ReviewComment[] {
  return comments.map(({ id, unitId, question, text }) => {
    const state = units.find(({ unit }) => unit.unitId === unitId);
    if (!state) return { id, text, about: '', href: null, question: null };
    const sections = sectionsOf(definition, state);
    const section = sections.find(({ questions }) => questions.some(({ name }) => name === question)) ?? sections[0];
    const asked = section?.questions.find(({ name }) => name === question);
    const label = textIn(asked?.label, language);
    const about = [unitTitle(state.unit), ...(label ? [label] : [])].join(', ');
    const anchor = asked ? `#q-${question}` : '';
    return { id, text, about, href: section ? `${base}/${unitId}/${section.name}${anchor}` : null, question };
  });
}

/** Those that a section's page shows: on its questions, and on its unit as a whole. */
export function commentsOn<Each extends Comment>({ unit, section }: Step<UnitState>, comments: Each[]): Each[] {
  const names = new Set(section.questions.map(({ name }) => name));
  return comments.filter(
    ({ unitId, question }) => unitId === unit.unit.unitId && (question === null || names.has(question)),
  );
}
