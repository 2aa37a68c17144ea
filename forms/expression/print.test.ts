import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BinaryOperator, Expr } from './ast.ts';
import { parseExpression } from './parse.ts';
import { printExpression } from './print.ts';

const range = { start: 0, end: 0 };
const name = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_.-]{0,6}$/);
const operator = fc.constantFrom<BinaryOperator>(
  ...(['or', 'and', '=', '!=', '<', '<=', '>', '>=', '+', '-', '*', 'div', 'mod'] as const),
);

const { tree } = fc.letrec<{ tree: Expr }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom('0', '12', '0.5', '.5', '7.').map((text): Expr => ({ kind: 'number', text, range })),
    fc.stringMatching(/^[^'"]*$/).map((value): Expr => ({ kind: 'string', value, range })),
    name.map((name): Expr => ({ kind: 'reference', name, range })),
    name.map((name): Expr => ({ kind: 'column', name, range })),
    fc.constantFrom<Expr>({ kind: 'self', range }, { kind: 'parent', range }),
    tie('tree').map((operand): Expr => ({ kind: 'negate', operand, range })),
    fc
      .tuple(operator, tie('tree'), tie('tree'))
      .map(([operator, left, right]): Expr => ({ kind: 'binary', operator, left, right, range })),
    fc
      .tuple(name, fc.array(tie('tree'), { maxLength: 3 }))
      .map(([name, args]): Expr => ({ kind: 'call', name, args, nameRange: range, range })),
  ),
}));

const withoutRanges = (ast: Expr | null) =>
  JSON.parse(JSON.stringify(ast, (key, value) => (key === 'range' || key === 'nameRange' ? undefined : value)));

describe('printExpression', () => {
  it.each([
    ['  1+2 *3 ', '1 + 2 * 3'],
    ['(1+2)*3', '(1 + 2) * 3'],
    ['(1*2)+3', '1 * 2 + 3'],
    ['1-(2-3)', '1 - (2 - 3)'],
    ['((1-2)-3)', '1 - 2 - 3'],
    ['-(1+2)', '-(1 + 2)'],
    ['(-1)*2', '-1 * 2'],
    ['- -1', '--1'],
    ['position( .. )', 'position(..)'],
    ['not((1))', 'not(1)'],
    ['if( ${ a } , "x","it\'s" )', "if(${a}, 'x', \"it's\")"],
    ['(1 or 2) and 3', '(1 or 2) and 3'],
  ])('prints %j as %s', (source, text) => {
    expect(printExpression(parseExpression(source).ast!)).toBe(text);
  });

  it('puts text with both kinds of quotes together from parts', () => {
    const text = printExpression({ kind: 'string', value: `say "it's"`, range });
    expect(text).toBe(`concat('say "it', "'", 's"')`);
    expect(parseExpression(text).issues).toEqual([]);
  });

  it('gives text that parses to the same tree', () => {
    fc.assert(
      fc.property(tree, (ast) => {
        const parsed = parseExpression(printExpression(ast)).ast;
        expect(withoutRanges(parsed)).toEqual(withoutRanges(ast));
        expect(printExpression(parsed!)).toBe(printExpression(ast));
      }),
      { numRuns: 300 },
    );
  });
});
