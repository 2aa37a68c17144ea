import type { FormDefinition } from '../definition/schema.ts';
import type { Expr } from '../expression/ast.ts';
import { parseExpression } from '../expression/parse.ts';

/** What is a part of what, as a form's own rules say: `${addicts_with_file} <= ${addicts_total}`. */
export function partsOf({ checks, sections }: FormDefinition): [part: string, whole: string][] {
  const ofChecks = checks.flatMap(({ test }) => pairs(test, null));
  const ofConstraints = sections.flatMap(({ questions }) =>
    questions.flatMap(({ name, constraint }) => (constraint === undefined ? [] : pairs(constraint, name))),
  );
  return [...ofChecks, ...ofConstraints];
}

function pairs(source: string, self: string | null): [string, string][] {
  const { ast } = parseExpression(source);
  return ast ? within(ast) : [];

  function within(node: Expr): [string, string][] {
    if (node.kind !== 'binary') return [];
    if (node.operator === 'and') return [...within(node.left), ...within(node.right)];
    const [left, right] = [nameOf(node.left), nameOf(node.right)];
    if (left === null || right === null) return [];
    if (node.operator === '<=' || node.operator === '<') return [[left, right]];
    return node.operator === '>=' || node.operator === '>' ? [[right, left]] : [];
  }

  function nameOf(node: Expr): string | null {
    if (node.kind === 'reference') return node.name;
    return node.kind === 'self' ? self : null;
  }
}
