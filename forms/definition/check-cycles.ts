import { type Dependent, dependencyOrder } from '../answers/dependency-order.ts';
import type { Expr } from '../expression/ast.ts';
import { parseExpression } from '../expression/parse.ts';
import { referencesOf, walk } from '../expression/references.ts';
import type { Issue } from '../issue.ts';
import { defaultExpression } from './default-value.ts';
import { definitionError } from './definition-issue.ts';
import { type FormDefinition, type Level, levels } from './schema.ts';

/**
 * `cycle`: questions whose relevance or calculation, or calculations whose expression, come back to themselves.
 * `later_calculation`: one that reads another below it, which is computed after it.
 */
export function checkCycles(definition: FormDefinition): Issue[] {
  return [...levels.flatMap((level) => questionCycles(definition, level)), ...checkCalculations(definition)];
}

function questionCycles(definition: FormDefinition, level: Level): Issue[] {
  const paths = new Map<string, string>();
  const dependents: Dependent[] = [];
  for (const [s, section] of definition.sections.entries()) {
    if (section.level !== level) continue;
    for (const [q, question] of section.questions.entries()) {
      const { name, relevant, calculation } = question;
      // A hidden question works out its default for as long as it has no answer.
      const byDefault = question.type === 'hidden' ? (defaultExpression(question) ?? undefined) : undefined;
      const part = calculation !== undefined ? 'calculation' : byDefault !== undefined ? 'default' : 'relevant';
      const own = [relevant, calculation, byDefault].filter((source) => source !== undefined);
      paths.set(name, own.length > 0 ? `sections.${s}.questions.${q}.${part}` : `sections.${s}.relevant`);
      dependents.push({ name, reads: [section.relevant, ...own].flatMap(readsOf) });
    }
  }
  return dependencyOrder(dependents).cycles.map((names) => cycle(names, paths.get(names[0]!)!));
}

function checkCalculations({ calculations }: FormDefinition): Issue[] {
  const position = new Map(calculations.map(({ name }, at) => [name, at]));
  const cycles = dependencyOrder(
    calculations.map(({ name, expression }) => ({ name, reads: readsOf(expression) })),
  ).cycles;
  const inCycle = new Set(cycles.flat());
  const issues = cycles.map((names) => cycle(names, `calculations.${position.get(names[0]!)}.expression`));
  for (const [at, { name, expression }] of calculations.entries()) {
    const ast = inCycle.has(name) ? null : parsed(expression);
    if (!ast) continue;
    walk(ast, (node) => {
      if (node.kind !== 'reference' || (position.get(node.name) ?? -1) <= at) return;
      const issue = definitionError(
        'later_calculation',
        `calculations.${at}.expression`,
        `“${node.name}” đứng sau phép tính này; hãy đưa nó lên trước.`,
        `“${node.name}” stands below this calculation; move it up.`,
      );
      issues.push({ ...issue, range: node.range });
    });
  }
  return issues;
}

function cycle(names: string[], path: string): Issue {
  const around = [...names, names[0]].join(' → ');
  return definitionError('cycle', path, `Vòng lặp: ${around}.`, `A cycle: ${around}.`);
}

function readsOf(source: string | undefined): string[] {
  const ast = source === undefined ? null : parsed(source);
  return ast ? [...referencesOf(ast)] : [];
}

function parsed(source: string): Expr | null {
  return parseExpression(source).ast;
}
