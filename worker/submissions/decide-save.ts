import { type Answers, type FormDefinition, type Issue, isBlank, readInput, type Section } from '../../forms/index.ts';
import type { Assessment } from './assess.ts';
import { personalDataIssues } from './screen-answers.ts';

/** The typed fields of one section, as a form post carries them. */
export type TypedFields = Record<string, string | string[]>;

/** What a save of a section comes to. */
export interface DecidedSave {
  answers: Answers;
  raw: Record<string, string>;
  /** What was typed and is not to be stored, because it looks like the data of a person, and why; shown again and nothing else. */
  held: { typed: Record<string, string>; issues: Issue[] };
}

/**
 * A unit's answers after one section was typed. Only questions that the page showed are touched: an answer that is not relevant
 * now is kept for when it is again. What cannot be read as an answer is kept as it was typed. What looks like the data of a
 * person is held back, and the question keeps the answer that it had.
 */
export function decideSave(
  definition: FormDefinition,
  section: Section,
  before: Pick<Assessment, 'answers' | 'raw' | 'relevant'>,
  typed: TypedFields,
): DecidedSave {
  const shown = section.questions.map(({ name }) => name).filter((name) => before.relevant.has(name));
  const fields = Object.fromEntries(shown.map((name) => [name, typed[name] ?? '']));
  const read = readInput(definition, section.level, fields);
  const answers = { ...before.answers };
  const raw = { ...before.raw };
  const issues = personalDataIssues(read);
  const held = new Set(issues.map(({ path }) => path));
  for (const name of shown.filter((each) => !held.has(each))) {
    delete answers[name];
    delete raw[name];
    const answer = read.answers[name];
    if (!isBlank(answer)) answers[name] = answer as Answers[string];
    else if (read.raw[name] !== undefined) raw[name] = read.raw[name];
  }
  const typedOf = (name: string) => [name, [fields[name] ?? ''].flat().join(' ')] as const;
  return { answers, raw, held: { typed: Object.fromEntries([...held].map(typedOf)), issues } };
}

/** A unit as it is shown after a save that held something back: as it was typed, with what is wrong with it. */
export function withHeld(unit: Assessment, { typed, issues }: DecidedSave['held']): Assessment {
  return {
    ...unit,
    raw: { ...unit.raw, ...typed },
    issues: [...unit.issues.filter(({ path }) => !Object.hasOwn(typed, path)), ...issues],
  };
}
