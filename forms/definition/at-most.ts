import type { Expr } from '../expression/ast.ts';
import { parseExpression } from '../expression/parse.ts';
import type { FormDefinition } from './schema.ts';

/** The questions that no answer of the first may exceed, directly or by way of others. */
export type AtMost = (part: string) => ReadonlySet<string>;

/** What the form's constraints and its checks of severity error say of parts and totals: `${part} <= ${total}`. */
export function knownAtMost(definition: FormDefinition): AtMost {
  const above = new Map<string, Set<string>>();
  const note = (source: string | undefined, self?: string) => {
    const ast = source === undefined ? null : parseExpression(source).ast;
    for (const [part, total] of ast ? comparisons(ast, self) : []) {
      above.set(part, (above.get(part) ?? new Set()).add(total));
    }
  };
  for (const { questions } of definition.sections) {
    for (const { name, constraint } of questions) note(constraint, name);
  }
  for (const { test, severity } of definition.checks) if (severity === 'error') note(test);
  return (part) => {
    const found = new Set([part]);
    for (const name of found) for (const total of above.get(name) ?? []) found.add(total);
    return found;
  };
}

/** Pairs of a part and its total, from comparisons that all have to hold. */
function comparisons(ast: Expr, self: string | undefined): [part: string, total: string][] {
  if (ast.kind !== 'binary') return [];
  const { operator, left, right } = ast;
  if (operator === 'and') return [...comparisons(left, self), ...comparisons(right, self)];
  const [a, b] = [nameOf(left, self), nameOf(right, self)];
  if (a === null || b === null) return [];
  if (operator === '<=' || operator === '<') return [[a, b]];
  return operator === '>=' || operator === '>' ? [[b, a]] : [];
}

function nameOf(ast: Expr, self: string | undefined): string | null {
  if (ast.kind === 'self') return self ?? null;
  return ast.kind === 'reference' ? ast.name : null;
}
