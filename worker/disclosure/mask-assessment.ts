import { type Answers, type FormDefinition, type Level, saidOf, sensitiveQuestions } from '../../forms/index.ts';
import type { Assessment } from '../submissions/assess.ts';

/**
 * What the engine says of a unit, for somebody from whom the answers to `hidden` questions are kept: findings, and whether a
 * question is asked, only as far as they follow from the others. Earlier answers are left without all that identify somebody,
 * because what was shown of them is not known here; so no change of such a count is large. `answers` stay whole.
 */
export function maskAssessment(
  definition: FormDefinition,
  assessment: Assessment,
  hidden: ReadonlySet<string>,
): Assessment {
  const { asked, issue } = saidOf(definition, assessment.unit.level);
  const sensitive = sensitiveQuestions(definition);
  const sees = (names: ReadonlySet<string>) => ![...names].some((name) => hidden.has(name));
  const isHarmless = (name: string) => !sensitive.has(name) && ![...asked(name)].some((other) => sensitive.has(other));
  const { before } = assessment;
  return {
    ...assessment,
    issues: assessment.issues.filter((each) => sees(issue(each))),
    relevant: new Set([...assessment.relevant].filter((name) => sees(asked(name)))),
    before: before && Object.fromEntries(Object.entries(before).filter(([name]) => isHarmless(name))),
  };
}

/** Names under which something is kept that the form asks no more, so that nothing says what it counted. */
export function notAsked(definition: FormDefinition, level: Level, kept: Answers): string[] {
  const sections = definition.sections.filter((section) => section.level === level);
  const known = new Set(sections.flatMap(({ questions }) => questions.map(({ name }) => name)));
  return Object.keys(kept).filter((name) => !known.has(name));
}
