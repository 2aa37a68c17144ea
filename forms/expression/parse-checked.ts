import type { Expr } from './ast.ts';
import { parseExpression } from './parse.ts';

/**
 * The tree of an expression of a checked definition.
 *
 * @throws when the source does not parse: the definition was not checked.
 */
export function parseChecked(source: string): Expr {
  const { ast, issues } = parseExpression(source);
  if (!ast) throw new Error(`Unchecked expression “${source}”: ${issues[0]?.message.en}`);
  return ast;
}
