import { defaultExpression } from '../definition/default-value.ts';
import type { Check, Choice, FormDefinition, Level, Question } from '../definition/schema.ts';
import type { QuestionTypeEntry } from '../questions/question-type.ts';
import { questionTypeEntries } from '../questions/registry.ts';
import { compileRule, type FormRule } from './compile-rule.ts';
import { dependencyOrder } from './dependency-order.ts';

/** A question with its expressions ready to run. */
export interface CompiledQuestion {
  question: Question;
  entry: QuestionTypeEntry;
  choices: readonly Choice[];
  choiceNames: ReadonlySet<string>;
  /** The section's and its own; it is asked when all hold. */
  relevant: readonly FormRule[];
  required: boolean | FormRule;
  constraint: FormRule | null;
  /** Its own, or the `default` that a hidden question works out until it is given. */
  calculation: FormRule | null;
  choiceFilter: FormRule | null;
}

/** A check across questions with its test ready to run. */
export interface CompiledCheck {
  check: Check;
  rule: FormRule;
}

/** The questions and checks of one level of a form. */
export interface CompiledLevel {
  /** In the order in which they are asked. */
  questions: ReadonlyMap<string, CompiledQuestion>;
  /** Every question after those that its relevance and calculation read. */
  inOrder: readonly CompiledQuestion[];
  checks: readonly CompiledCheck[];
  /** The default language, for labels that expressions read. */
  language: string;
}

const compiled = new WeakMap<FormDefinition, Partial<Record<Level, CompiledLevel>>>();

/**
 * Compiles a level once for each definition object, which is taken not to change afterwards.
 *
 * @throws when the definition is not one that `checkDefinition` accepts.
 */
export function compileLevel(definition: FormDefinition, level: Level): CompiledLevel {
  const levels = compiled.get(definition) ?? {};
  compiled.set(definition, levels);
  levels[level] ??= compile(definition, level);
  return levels[level];
}

/** The same level, of which only the questions given, and what these depend on, are worked out. */
export function levelReading(level: CompiledLevel, names: ReadonlySet<string>): CompiledLevel {
  const wanted = new Set(names);
  for (const { question, relevant, calculation } of level.inOrder.toReversed()) {
    if (!wanted.has(question.name)) continue;
    for (const rule of [...relevant, ...(calculation ? [calculation] : [])]) {
      for (const name of rule.names) wanted.add(name);
    }
  }
  return { ...level, inOrder: level.inOrder.filter(({ question }) => wanted.has(question.name)) };
}

function compile(definition: FormDefinition, level: Level): CompiledLevel {
  const questions = new Map<string, CompiledQuestion>();
  for (const section of definition.sections) {
    if (section.level !== level) continue;
    for (const question of section.questions) {
      questions.set(question.name, compileQuestion(question, section.relevant, definition));
    }
  }
  const order = dependencyOrder(
    [...questions].map(([name, { relevant, calculation }]) => ({
      name,
      reads: [...relevant.flatMap((rule) => rule.names), ...(calculation?.names ?? [])],
    })),
  );
  return {
    questions,
    inOrder: order.names.map((name) => questions.get(name)!),
    checks: definition.checks
      .filter((check) => check.level === level)
      .map((check) => ({ check, rule: compileRule(check.test) })),
    language: definition.languages[0] ?? 'vi',
  };
}

function compileQuestion(
  question: Question,
  sectionRelevant: string | undefined,
  definition: FormDefinition,
): CompiledQuestion {
  const rule = (source: string | undefined) => (source === undefined ? null : compileRule(source));
  const choices = (question.choices !== undefined && definition.choices[question.choices]) || [];
  const { required = false } = question;
  return {
    question,
    entry: questionTypeEntries[question.type],
    choices,
    choiceNames: new Set(choices.map(({ name }) => name)),
    relevant: [rule(sectionRelevant), rule(question.relevant)].filter((relevant) => relevant !== null),
    required: typeof required === 'string' ? compileRule(required) : required,
    constraint: rule(question.constraint),
    calculation: rule(question.calculation ?? hiddenDefault(question)),
    choiceFilter: rule(question.choice_filter),
  };
}

function hiddenDefault(question: Question): string | undefined {
  const source = question.type === 'hidden' ? defaultExpression(question) : null;
  return source === null ? undefined : `once(${source})`;
}
