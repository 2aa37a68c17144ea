import type { Call, Expr } from './ast.ts';
import { quotedName } from './quoted-name.ts';

/** The names an expression refers to, the one that `jr:choice-name(…, '${name}')` has in quotes included. */
export function referencesOf(ast: Expr): Set<string> {
  const names = new Set<string>();
  walk(ast, (node) => {
    if (node.kind === 'reference') names.add(node.name);
    const quoted = node.kind === 'call' ? quotedReference(node) : null;
    if (quoted !== null) names.add(quoted);
  });
  return names;
}

/** The same expression with one name changed everywhere. Ranges still point into the old source. */
export function renameReference(ast: Expr, from: string, to: string): Expr {
  switch (ast.kind) {
    case 'reference':
      return ast.name === from ? { ...ast, name: to } : ast;
    case 'negate':
      return { ...ast, operand: renameReference(ast.operand, from, to) };
    case 'binary':
      return { ...ast, left: renameReference(ast.left, from, to), right: renameReference(ast.right, from, to) };
    case 'call': {
      const args = ast.args.map((arg) => renameReference(arg, from, to));
      const label = args[1];
      if (label?.kind === 'string' && quotedReference(ast) === from) args[1] = { ...label, value: `\${${to}}` };
      return { ...ast, args };
    }
    default:
      return ast;
  }
}

/** The question whose labels `jr:choice-name` is to use: XLSForm writes it as text, `'${question}'`. */
export function quotedReference(call: Call): string | null {
  const label = call.name === 'jr:choice-name' ? call.args[1] : undefined;
  return label?.kind === 'string' ? quotedName(label.value) : null;
}

/** Visits every node, the outermost first. */
export function walk(ast: Expr, visit: (node: Expr) => void): void {
  visit(ast);
  if (ast.kind === 'negate') walk(ast.operand, visit);
  if (ast.kind === 'binary') {
    walk(ast.left, visit);
    walk(ast.right, visit);
  }
  if (ast.kind === 'call') for (const arg of ast.args) walk(arg, visit);
}
