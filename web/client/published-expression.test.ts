import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expressionSites } from '../../forms/definition/expression-sites.ts';
import { parseExpression } from '../../forms/expression/parse.ts';
import { templates } from '../../forms/index.ts';
import { parseChecked } from './published-expression.ts';

/** Without where in the source something stands. */
const plain = (ast: unknown) =>
  JSON.parse(JSON.stringify(ast, (key, value) => (key === 'range' || key === 'nameRange' ? undefined : value)));

describe('the browser reads an expression as the worker does', () => {
  test('every one of the templates', () => {
    const sources = Object.values(templates).flatMap((form) => expressionSites(form).map(({ source }) => source));
    expect(sources.length).toBeGreaterThan(300);
    for (const source of sources) expect(parseChecked(source), source).toEqual(plain(parseExpression(source).ast));
  });

  test.each([
    '1-2-3',
    '- -1 * -(2)',
    'a-b - c',
    '${a} div 2 mod 3',
    'div div div',
    'or or and and or',
    "concat('it is', \"a 'b'\", '')",
    'if(${a}>=.5, ., ..)',
    "jr:choice-name(${a}, '${a}')",
    'position(..) = count-selected( . )',
    '1.=1.5',
    'today()',
    '((1))+(2*(3+ 4))',
    ' ${ a.b-c }!=0 ',
    "'não ${x}' != 'đã'",
  ])('%s', (source) => {
    const { ast } = parseExpression(source);
    expect(ast).not.toBeNull();
    expect(parseChecked(source)).toEqual(plain(ast));
  });

  test('whatever is written, if it can be read', () => {
    const leaf = fc.constantFrom(
      '${a}',
      '${ b_1.c-d }',
      '.',
      '..',
      '12',
      '0.3',
      '.5',
      '3.',
      "'đ'",
      '"it\'s"',
      "''",
      'name',
      'div',
      'today()',
    );
    const { expression } = fc.letrec<{ expression: string }>((tie) => ({
      expression: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        leaf,
        fc
          .tuple(
            tie('expression'),
            fc.constantFrom('+', '-', '*', '=', '!=', '<', '<=', '>', '>=', ' and ', ' or ', ' div ', ' mod '),
            tie('expression'),
          )
          .map((parts) => parts.join('')),
        fc
          .tuple(fc.constantFrom('-', '(', 'sum(', 'jr:choice-name( ', 'if (1, '), tie('expression'))
          .map(([open, inner]) => (open === '-' ? `- ${inner}` : `${open}${inner} )`)),
        fc.tuple(tie('expression'), tie('expression')).map(([one, other]) => `concat(${one} ,${other})`),
      ),
    }));
    let read = 0;
    fc.assert(
      fc.property(expression, (source) => {
        const { ast } = parseExpression(source);
        if (!ast) return;
        read++;
        expect(parseChecked(source)).toEqual(plain(ast));
      }),
      { numRuns: 1000 },
    );
    expect(read).toBeGreaterThan(500);
  });
});
