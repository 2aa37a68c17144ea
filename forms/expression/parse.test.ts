import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Expr } from './ast.ts';
import { MAX_HEIGHT, MAX_LENGTH, MAX_NESTING, parseExpression } from './parse.ts';

/** The tree with every grouping shown. */
function grouped(ast: Expr | null): string {
  switch (ast?.kind) {
    case 'number':
      return ast.text;
    case 'string':
      return `'${ast.value}'`;
    case 'reference':
      return ast.name;
    case 'column':
      return `column:${ast.name}`;
    case 'self':
      return '.';
    case 'parent':
      return '..';
    case 'negate':
      return `(-${grouped(ast.operand)})`;
    case 'binary':
      return `(${grouped(ast.left)} ${ast.operator} ${grouped(ast.right)})`;
    case 'call':
      return `${ast.name}[${ast.args.map(grouped).join(' ')}]`;
    default:
      return 'nothing';
  }
}

describe('parseExpression', () => {
  it.each([
    ['1 + 2 * 3', '(1 + (2 * 3))'],
    ['1 - 2 - 3', '((1 - 2) - 3)'],
    ['8 div 4 mod 3 * 2', '(((8 div 4) mod 3) * 2)'],
    ['(1 + 2) * 3', '((1 + 2) * 3)'],
    ['-1 * -2', '((-1) * (-2))'],
    ['- - 1', '(-(-1))'],
    ['-${a} + 1', '((-a) + 1)'],
    ['1 or 2 and 3 or 4', '((1 or (2 and 3)) or 4)'],
    ['1 = 2 < 3 + 4', '(1 = (2 < (3 + 4)))'],
    ['1 != 2 = 3', '((1 != 2) = 3)'],
    ['1 < 2 <= 3', '((1 < 2) <= 3)'],
    ['${a}and${b}', '(a and b)'],
    ['. >= 0 and . <= 10', '((. >= 0) and (. <= 10))'],
    ['sum(${a}, 1 + 2)', 'sum[a (1 + 2)]'],
    ['true()', 'true[]'],
    ['position(..) - 1', '(position[..] - 1)'],
    ["jr:choice-name(${q}, '${q}')", "jr:choice-name[q '${q}']"],
    ['count-selected(${q}) - 1', '(count-selected[q] - 1)'],
    ['province = ${p}', '(column:province = p)'],
    ['div div div', '(column:div div column:div)'],
    ['if((1), ((2)), 3)', 'if[1 2 3]'],
  ])('reads %j as %s', (source, tree) => {
    const { ast, issues } = parseExpression(source);
    expect(issues).toEqual([]);
    expect(grouped(ast)).toBe(tree);
  });

  it('knows the source of every node', () => {
    const source = 'sum( ${a} ) >= -(1 + 2) * 3';
    const { ast } = parseExpression(source);
    const parts: string[] = [];
    const visit = (node: Expr) => {
      parts.push(source.slice(node.range.start, node.range.end));
      if (node.kind === 'call') node.args.forEach(visit);
      if (node.kind === 'negate') visit(node.operand);
      if (node.kind === 'binary') [node.left, node.right].forEach(visit);
    };
    visit(ast!);
    expect(parts).toEqual([source, 'sum( ${a} )', '${a}', '-(1 + 2) * 3', '-(1 + 2)', '1 + 2', '1', '2', '3']);
  });

  it.each<[source: string, underlined: string, says: string]>([
    ['', '', 'empty'],
    ['   ', '   ', 'empty'],
    ['1 +', '+', 'ends before'],
    ['1 + * 2', '*', 'cannot stand here'],
    ['${a} ${b}', '${b}', 'operator'],
    ['2x', 'x', 'operator'],
    ['(1 + 2', '(', 'never closed'],
    ['sum(1, 2', '(', 'never closed'],
    ['sum(1, )', ')', 'cannot stand here'],
    ['sum(1 2)', '2', 'operator'],
    ['1 + 2)', ')', 'cannot stand here'],
    ['(1, 2)', ',', 'cannot stand here'],
    ['1 AND 2', 'AND', 'lower case'],
    ['...', '.', 'operator'],
  ])('underlines what is wrong in %j', (source, underlined, says) => {
    const { ast, issues } = parseExpression(source, 'sections.0.relevant');
    expect(ast).toBeNull();
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject({ code: 'syntax_error', severity: 'error', path: 'sections.0.relevant' });
    expect(source.slice(issues[0]?.range?.start, issues[0]?.range?.end)).toBe(underlined);
    expect(issues[0]?.message.en).toContain(says);
  });

  it.each([
    ['parentheses', (n: number) => `${'('.repeat(n)}1${')'.repeat(n)}`],
    ['signs', (n: number) => `${'-'.repeat(n)}1`],
    ['calls', (n: number) => `${'not('.repeat(n)}1${')'.repeat(n)}`],
  ])('accepts %s nested to the limit and no deeper', (_, nest) => {
    expect(parseExpression(nest(MAX_NESTING)).issues).toEqual([]);
    expect(parseExpression(nest(MAX_NESTING + 1)).issues).toMatchObject([{ code: 'nested_too_deep' }]);
  });

  it('accepts chains to the limit and no longer, wherever they stand', () => {
    const chain = (n: number) => `1${'+1'.repeat(n - 1)}`;
    expect(parseExpression(chain(MAX_HEIGHT)).issues).toEqual([]);
    expect(parseExpression(chain(MAX_HEIGHT + 1)).issues).toMatchObject([{ code: 'nested_too_deep' }]);
    expect(parseExpression(`1 + (${chain(MAX_HEIGHT)})`).issues).toMatchObject([{ code: 'nested_too_deep' }]);
    expect(parseExpression(`sum(${chain(MAX_HEIGHT - 1)}) + 1`).issues).toMatchObject([{ code: 'nested_too_deep' }]);
  });

  it('refuses an expression longer than a definition may hold', () => {
    expect(parseExpression(' '.repeat(MAX_LENGTH - 1) + 1).issues).toEqual([]);
    expect(parseExpression(' '.repeat(MAX_LENGTH) + 1).issues).toMatchObject([{ code: 'too_long' }]);
    expect(parseExpression('('.repeat(1_000_000)).issues).toMatchObject([{ code: 'too_long' }]);
  });

  it('returns a tree or one issue inside the source for any text, and never throws', () => {
    const scraps = fc.constantFrom(
      '${a}',
      '${',
      '(',
      ')',
      ',',
      '.',
      '1',
      "'",
      '"',
      ' and ',
      '-',
      '*',
      '<',
      '!',
      'sum',
      ':',
      '\u00a0',
    );
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.array(scraps).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (source) => {
        const { ast, issues } = parseExpression(source);
        expect(ast === null ? issues.length : 1 - issues.length).toBe(1);
        for (const { range } of issues) {
          expect(range!.start).toBeGreaterThanOrEqual(0);
          expect(range!.end).toBeLessThanOrEqual(source.length);
          expect(range!.start).toBeLessThanOrEqual(range!.end);
        }
      }),
      { numRuns: 500 },
    );
  });
});
