import { type BinaryOperator, type Expr, precedence } from '../../forms/expression/ast.ts';

/** One token, in the order in which they are tried: a reference's name, quoted text, a number, a name, dots, a sign. */
const TOKEN =
  /\s*(?:\$\{\s*([\w.-]+)\s*\}|("[^"]*"|'[^']*')|(\d+(?:\.\d*)?|\.\d+)|([A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?)|(\.\.?)|(!=|<=|>=|[-=<>+*(),]))/gy;

/**
 * The page's script is built with this in place of forms/expression/parse-checked.ts (client-scripts.ts): the expressions of a form that
 * people fill in were checked when it was published, so nothing can be wrong with one, and nobody is shown where in it something
 * stands. The trees are the same but for their ranges.
 */
export function parseChecked(source: string): Expr {
  const tokens = [...source.matchAll(TOKEN)];
  let at = 0;
  const sign = () => tokens[at]?.[6];
  return binary(1);

  /** Behind an operand, a name can only be an operator. */
  function binary(minimum: number): Expr {
    let left = unary();
    for (;;) {
      const operator = (sign() ?? tokens[at]?.[4]) as BinaryOperator;
      const binding = precedence[operator] ?? 0;
      if (binding < minimum) return left;
      at++;
      left = { kind: 'binary', operator, left, right: binary(binding + 1) } as Expr;
    }
  }

  function unary(): Expr {
    if (sign() !== '-') return primary();
    at++;
    return { kind: 'negate', operand: unary() } as Expr;
  }

  function primary(): Expr {
    const [, reference, quoted, number, name, dots] = tokens[at++]!;
    if (reference) return { kind: 'reference', name: reference } as Expr;
    if (quoted) return { kind: 'string', value: quoted.slice(1, -1) } as Expr;
    if (number) return { kind: 'number', text: number } as Expr;
    if (dots) return { kind: dots === '.' ? 'self' : 'parent' } as Expr;
    if (!name) return inParentheses()[0]!;
    if (sign() !== '(') return { kind: 'column', name } as Expr;
    at++;
    return { kind: 'call', name, args: inParentheses() } as unknown as Expr;
  }

  /** What stands between parentheses, the opening one being read. */
  function inParentheses(): Expr[] {
    const found: Expr[] = [];
    while (sign() !== ')') {
      found.push(binary(1));
      if (sign() === ',') at++;
    }
    at++;
    return found;
  }
}
