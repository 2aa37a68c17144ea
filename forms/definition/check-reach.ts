import { type Dependent, dependencyOrder } from '../answers/dependency-order.ts';
import { parseExpression } from '../expression/parse.ts';
import { referencesOf } from '../expression/references.ts';
import type { Issue } from '../issue.ts';
import { isNeverTrue, type KnownAnswers, type KnownChoices } from './constant.ts';
import { definitionWarning } from './definition-issue.ts';
import { type FormDefinition, type Level, levels, type Question, type Section } from './schema.ts';

/**
 * `unreachable`: a section or question whose `relevant` is false whatever is answered, because of its own words or because all
 * that it reads is never asked either. A question that is relevant by its own answer is a cycle, which `checkCycles` reports.
 */
export function checkReach(definition: FormDefinition): Issue[] {
  return levels.flatMap((level) => unreachable(definition, level));
}

interface Placed {
  question: Question;
  section: Section;
  path: string;
}

function unreachable(definition: FormDefinition, level: Level): Issue[] {
  const placed = new Map<string, Placed>();
  const dependents: Dependent[] = [];
  const sections = [...definition.sections.entries()].filter(([, section]) => section.level === level);
  for (const [s, section] of sections) {
    for (const [q, question] of section.questions.entries()) {
      placed.set(question.name, { question, section, path: `sections.${s}.questions.${q}` });
      dependents.push({ name: question.name, reads: [section.relevant, question.relevant].flatMap(readsOf) });
    }
  }
  const neverAsked = new Set<string>();
  const known: KnownAnswers = { neverAsked, choicesOf: (name) => choicesOf(placed.get(name), definition) };
  const issues: Issue[] = [];
  // In order, so that what a condition reads has been found unreachable before it.
  for (const name of dependencyOrder(dependents).names) {
    const { question, section, path } = placed.get(name)!;
    const hidden = never(question.relevant, known);
    if (hidden || never(section.relevant, known)) neverAsked.add(name);
    if (hidden) issues.push(unreachableQuestion(name, `${path}.relevant`));
  }
  const dead = sections.filter(([, { relevant }]) => never(relevant, known));
  return [...dead.map(([s, { name }]) => unreachableSection(name, `sections.${s}.relevant`)), ...issues];
}

function choicesOf(placed: Placed | undefined, { choices }: FormDefinition): KnownChoices | undefined {
  const { type, choices: list } = placed?.question ?? {};
  if (list === undefined || (type !== 'select_one' && type !== 'select_multiple')) return undefined;
  return { type, names: new Set(choices[list]?.map(({ name }) => name)) };
}

function never(relevant: string | undefined, known: KnownAnswers): boolean {
  const ast = relevant === undefined ? null : parseExpression(relevant).ast;
  return ast !== null && isNeverTrue(ast, known);
}

function readsOf(source: string | undefined): string[] {
  const ast = source === undefined ? null : parseExpression(source).ast;
  return ast ? [...referencesOf(ast)] : [];
}

function unreachableQuestion(name: string, path: string): Issue {
  return definitionWarning(
    'unreachable',
    path,
    `Câu “${name}” không bao giờ được hỏi: điều kiện này luôn sai.`,
    `“${name}” is never asked: this condition is always false.`,
  );
}

function unreachableSection(name: string, path: string): Issue {
  return definitionWarning(
    'unreachable',
    path,
    `Phần “${name}” không bao giờ được hỏi: điều kiện này luôn sai.`,
    `The section “${name}” is never asked: this condition is always false.`,
  );
}
