import { measuresOf } from './measures-of.ts';
import type { FormDefinition, Level, Question } from './schema.ts';

/** One place in a definition where an expression stands. */
export interface ExpressionSite {
  path: string;
  source: string;
  /** The level whose answers a form expression reads; null for a score expression, which reads the whole commune. */
  level: Level | null;
  /** Whether `.` stands for a question here. */
  self?: boolean;
  /** The choice list whose columns a `choice_filter` reads. */
  choices?: string;
  /** Whether it is a flag of the classification, which may read `${class}` and `${ready}`. */
  flag?: boolean;
}

/** Every expression of a definition, in the order in which it stands there. */
export function expressionSites(definition: FormDefinition): ExpressionSite[] {
  const sites: ExpressionSite[] = [];
  const form = (
    source: string | boolean | undefined,
    path: string,
    level: Level,
    more: Partial<ExpressionSite> = {},
  ) => {
    if (typeof source === 'string') sites.push({ path, source, level, ...more });
  };
  const score = (source: string | undefined, path: string, more: Partial<ExpressionSite> = {}) => {
    if (source !== undefined) sites.push({ path, source, level: null, ...more });
  };

  for (const [s, { level, relevant, questions }] of definition.sections.entries()) {
    form(relevant, `sections.${s}.relevant`, level);
    for (const [q, question] of questions.entries()) questionSites(question, `sections.${s}.questions.${q}`, level);
  }
  for (const [c, { test, level }] of definition.checks.entries()) form(test, `checks.${c}.test`, level);
  for (const [c, { expression }] of definition.calculations.entries())
    score(expression, `calculations.${c}.expression`);
  for (const [c, criterion] of definition.criteria.entries()) {
    score(criterion.applicable, `criteria.${c}.applicable`);
    score(criterion.test, `criteria.${c}.test`);
    for (const { measure, path } of measuresOf(criterion)) {
      score(measure.numerator, `criteria.${c}.${path}.numerator`);
      score(measure.denominator, `criteria.${c}.${path}.denominator`);
    }
  }
  const { rules = [], flags = [] } = definition.classification ?? {};
  for (const [r, { when }] of rules.entries()) score(when, `classification.rules.${r}.when`);
  for (const [f, { when }] of flags.entries()) score(when, `classification.flags.${f}.when`, { flag: true });
  return sites;

  function questionSites(question: Question, path: string, level: Level) {
    form(question.relevant, `${path}.relevant`, level);
    form(question.required, `${path}.required`, level);
    form(question.readonly, `${path}.readonly`, level);
    form(question.constraint, `${path}.constraint`, level, { self: true });
    form(question.calculation, `${path}.calculation`, level, { self: true });
    form(question.choice_filter, `${path}.choice_filter`, level, { choices: question.choices });
  }
}
