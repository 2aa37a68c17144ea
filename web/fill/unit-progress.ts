import type { Answers, FormDefinition, Question, Section } from '../../forms/index.ts';
import type { Judged } from './judge.ts';

/** One unit of a file with its answers and what the engine says of them. */
export interface UnitState extends Pick<Judged, 'issues' | 'relevant'> {
  unit: { unitId: string; name: string; kindLabel: string; level: 'commune' | 'village' };
  answers: Answers;
  /** 0 while nobody has saved anything. */
  revision: number;
  savedAt: string | null;
}

/** How far one section of one unit has come. */
export interface Progress {
  answered: number;
  asked: number;
  errors: number;
  warnings: number;
}

const NOT_ASKED: Question['type'][] = ['note', 'calculate', 'hidden'];

export const sectionsOf = (definition: FormDefinition, { unit }: UnitState): Section[] =>
  definition.sections.filter(({ level }) => level === unit.level);

export function progressOf(section: Section, { answers, issues, relevant }: UnitState): Progress {
  const asked = section.questions.filter(({ name, type }) => relevant.has(name) && !NOT_ASKED.includes(type));
  const names = new Set(section.questions.map(({ name }) => name));
  const own = issues.filter(({ path, code }) => names.has(path) && code !== 'required');
  return {
    answered: asked.filter(({ name }) => answers[name] !== undefined).length,
    asked: asked.length,
    errors: own.filter(({ severity }) => severity === 'error').length,
    warnings: own.filter(({ severity }) => severity === 'warning').length,
  };
}

/** A unit is complete when nothing but warnings is left to settle. */
export function unitStateOf({ revision, issues }: UnitState): 'not_started' | 'in_progress' | 'complete' {
  if (revision === 0) return 'not_started';
  return issues.every(({ severity }) => severity === 'warning') ? 'complete' : 'in_progress';
}
