import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers, Value } from '../value.ts';
import { checkExpression } from './check.ts';
import { evaluateExpression } from './evaluate.ts';
import { expressions } from './expression.fixture.ts';
import { compileForm } from './form/compile.ts';
import type { FormSources } from './form/scope.ts';
import { isInMode } from './functions/entry.ts';
import { functions } from './functions/registry.ts';
import { tokenize } from './lexer.ts';
import { looseNames } from './loose-scope.ts';
import { parseExpression, parseTokens } from './parse.ts';
import { printExpression } from './print.ts';
import { referencesOf, renameReference } from './references.ts';

const names = ['a', 'b', 'c'];
const formSource = expressions({ mode: 'form', commune: names, village: [] });
const answer: fc.Arbitrary<Value> = fc.oneof(
  fc.constantFrom<Value>(0, 1, 2.5, -3, true, false, null, 'yes', 'x y', '3', '', '2025-06-11', '2025-06-11T08:30:00Z'),
  fc.subarray(['x', 'y', '3']),
);
const answers: fc.Arbitrary<Answers> = fc.dictionary(fc.constantFrom(...names), answer, { noNullPrototype: true });
const sources: FormSources = {
  today: () => '2025-06-11',
  now: () => '2025-06-11T08:30:00.000+07:00',
  random: () => 0.25,
  uuid: () => '00000000-1111-4222-8333-444444444444',
  digest: (data, algorithm, encoding) => `${algorithm}-${encoding}-${data.length}`,
  position: 2,
};

/** Anything that a person or a program might write. */
const anyText = fc.oneof(
  formSource,
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '${a}',
        '${',
        '(',
        ')',
        ',',
        '.',
        '..',
        '1',
        "'x'",
        '"',
        ' and ',
        'or',
        '-',
        '* ',
        '<',
        'if',
        '!',
      ),
      {
        maxLength: 60,
      },
    )
    .map((parts) => parts.join('')),
);

describe('the parser', () => {
  it('looks at each token a bounded number of times, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        const { tokens } = tokenize(source);
        if (!tokens) return;
        expect(tokens.length).toBeLessThanOrEqual(source.length + 1);
        expect(looksAt(tokens)).toBeLessThanOrEqual(12 * tokens.length);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['parentheses', (n: number) => `${'('.repeat(n)}1${')'.repeat(n)}`],
    ['parentheses that never close', (n: number) => '('.repeat(n)],
    ['calls', (n: number) => `${'if('.repeat(n)}1`],
    ['signs', (n: number) => `${'-'.repeat(n)}1`],
    ['a climbing chain', (n: number) => '1 or 1 and 1 = 1 < 1 + 1 * '.repeat(n / 6)],
    ['a long call', (n: number) => `concat(1${', 1'.repeat(n)})`],
  ])('takes twice the steps for twice as many %s', (_, write) => {
    const [once, twice] = [60, 120].map((n) => looksAt(tokenize(write(n)).tokens!));
    expect(twice).toBeLessThanOrEqual(2 * once! + 12);
  });

  it('splits a text without going over any of it twice', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        let end = 0;
        for (const token of tokenize(source).tokens ?? []) {
          expect(token.start).toBeGreaterThanOrEqual(end);
          end = token.end;
        }
        expect(end).toBeLessThanOrEqual(source.length);
      }),
    );
  });

  it('reads back what the printer writes of any text that parses, and the printer then changes nothing more', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        const { ast } = parseExpression(source);
        if (!ast) return;
        const printed = printExpression(ast);
        const again = parseExpression(printed);
        // Printing puts spaces around operators, so a text at the limit of length may become too long.
        if (printed.length > 4000) return;
        expect(again.issues).toEqual([]);
        expect(printExpression(again.ast!)).toBe(printed);
      }),
      { numRuns: 500 },
    );
  });
});

/** How often the parser reads a token. */
function looksAt(tokens: readonly { start: number }[]): number {
  let looks = 0;
  const counted = new Proxy(tokens, {
    get(target, key) {
      if (typeof key === 'string' && /^\d+$/.test(key)) looks++;
      return Reflect.get(target, key);
    },
  });
  parseTokens(counted as Parameters<typeof parseTokens>[0]);
  return looks;
}

describe('a form expression of any functions', () => {
  it('gives the same value each time, and never throws', () => {
    fc.assert(
      fc.property(formSource, answers, (source, values) => {
        const { ast } = parseExpression(source);
        const scope = { ...sources, value: (name: string) => values[name], self: values.a ?? null };
        const first = compileForm(ast!)(scope);
        expect(compileForm(ast!)(scope)).toEqual(first);
        expect(evaluateExpression(source, { values, sources })).toEqual(
          evaluateExpression(source, { values, sources }),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('means the same after it is printed', () => {
    fc.assert(
      fc.property(formSource, answers, (source, values) => {
        const printed = printExpression(parseExpression(source).ast!);
        const value = evaluateExpression(source, { values, sources }).value;
        expect(evaluateExpression(printed, { values, sources }).value).toEqual(value);
      }),
      { numRuns: 300 },
    );
  });

  it('means the same after a question is renamed in it and in the answers', () => {
    fc.assert(
      fc.property(formSource, answers, (source, values) => {
        const { ast } = parseExpression(source);
        const renamed = renameReference(ast!, 'a', 'new_name');
        const { a, ...others } = values;
        const moved = Object.hasOwn(values, 'a') ? { ...others, new_name: a! } : others;
        expect(referencesOf(renamed).has('a')).toBe(false);
        expect(evaluateExpression(printExpression(renamed), { values: moved, sources }).value).toEqual(
          evaluateExpression(source, { values, sources }).value,
        );
      }),
      { numRuns: 500 },
    );
  });

  it('is made of every function that a form has', () => {
    const met = new Set(
      fc.sample(formSource, { numRuns: 3000, seed: 1 }).flatMap((text) => text.match(/[a-z][\w:-]*(?=\()/g) ?? []),
    );
    expect(functions.filter((entry) => isInMode(entry, 'form') && !met.has(entry.name))).toEqual([]);
  });
});

describe('the checker', () => {
  it('finds nothing wrong with names and numbers of arguments that are right', () => {
    fc.assert(
      fc.property(formSource, (source) => {
        const { ast } = parseExpression(source);
        const found = checkExpression(ast!, { mode: 'form', names: looseNames(ast!, 'form', {}), path: '' });
        const codes = new Set(found.map(({ code }) => code));
        for (const code of ['unknown_name', 'unknown_function', 'wrong_arity', 'function_not_allowed']) {
          expect(codes.has(code)).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });
});
