import { type Expr, precedence } from './ast.ts';

const UNARY = 7;
const PRIMARY = 8;

/**
 * The expression as text, with single spaces and no parentheses but those it needs. Parsing the result gives the same tree
 * (ranges aside), so printing again gives the same text.
 */
export function printExpression(ast: Expr): string {
  switch (ast.kind) {
    case 'number':
      return ast.text;
    case 'string':
      return quote(ast.value);
    case 'reference':
      return `\${${ast.name}}`;
    case 'self':
      return '.';
    case 'parent':
      return '..';
    case 'column':
      return ast.name;
    case 'negate':
      return `-${atLeast(UNARY, ast.operand)}`;
    case 'binary': {
      const binding = precedence[ast.operator];
      return `${atLeast(binding, ast.left)} ${ast.operator} ${atLeast(binding + 1, ast.right)}`;
    }
    case 'call':
      return `${ast.name}(${ast.args.map(printExpression).join(', ')})`;
  }
}

function atLeast(binding: number, ast: Expr): string {
  const own = ast.kind === 'binary' ? precedence[ast.operator] : ast.kind === 'negate' ? UNARY : PRIMARY;
  return own < binding ? `(${printExpression(ast)})` : printExpression(ast);
}

/** XPath has no escapes. Parsed text holds one kind of quote at most; text with both is put together from parts. */
function quote(value: string): string {
  if (!value.includes("'")) return `'${value}'`;
  if (!value.includes('"')) return `"${value}"`;
  return `concat('${value.split("'").join(`', "'", '`)}')`;
}
