import { describe, expect, it } from 'vitest';
import { tokenize } from './lexer.ts';

const kinds = (source: string) => tokenize(source).tokens?.map(({ kind, text }) => `${kind} ${text}`.trim());

describe('tokenize', () => {
  it.each<[source: string, tokens: string[]]>([
    ['12 0.5 .5 7.', ['number 12', 'number 0.5', 'number .5', 'number 7.', 'end']],
    [`'it is' "it's"`, ['string it is', "string it's", 'end']],
    ['${hotspots} ${ a.b-c }', ['reference hotspots', 'reference a.b-c', 'end']],
    ['. > .5', ['self .', 'operator >', 'number .5', 'end']],
    ['..-1', ['parent ..', 'operator -', 'number 1', 'end']],
    ['count-if(jr:choice-name)', ['name count-if', '( (', 'name jr:choice-name', ') )', 'end']],
    [
      '1<=2!=3>=4',
      ['number 1', 'operator <=', 'number 2', 'operator !=', 'number 3', 'operator >=', 'number 4', 'end'],
    ],
    ['1\u00a0+\n\t2', ['number 1', 'operator +', 'number 2', 'end']],
  ])('splits %j', (source, tokens) => {
    expect(kinds(source)).toEqual(tokens);
  });

  it('takes and, or, div and mod as operators only after an operand', () => {
    expect(kinds('div div mod')).toEqual(['name div', 'operator div', 'name mod', 'end']);
    expect(kinds('(or)and')).toEqual(['( (', 'name or', ') )', 'operator and', 'end']);
  });

  it('keeps the place of each token in the source', () => {
    const source = "  ${a} >= 'x' ";
    expect(tokenize(source).tokens?.map(({ start, end }) => source.slice(start, end))).toEqual([
      '${a}',
      '>=',
      "'x'",
      '',
    ]);
  });

  it.each<[source: string, underlined: string, hint: string]>([
    ['${a} == 1', '==', 'Write = instead'],
    ['${a} <> 1', '<>', 'Write != instead'],
    ['${a} ≥ 1', '≥', 'Write >= instead'],
    ['${a} && ${b}', '&&', 'Write and instead'],
    ['!${a}', '!', 'Write not( ) instead'],
    ['${a} / 2', '/', 'Write div instead'],
    ['${a} % 2', '%', 'Write mod instead'],
    ['${a} = “yes”', '“', 'straight quotes'],
    ['{a} = 1', '{', 'Write ${ } instead'],
    ['${số hộ} > 1', '${số hộ}', 'inside ${ }'],
    ['${1st} > 1', '${1st}', 'inside ${ }'],
    ['${a > 1', '$', 'The } after'],
    ['${a + ${b}', '$', 'The } after'],
    ["${a} = 'yes", "'yes", 'no closing quote'],
    ['1 # 2', '#', 'cannot stand here'],
    ['1 😀', '😀', 'cannot stand here'],
  ])('says what is wrong with %j', (source, underlined, hint) => {
    const result = tokenize(source);
    if (result.tokens) throw new Error('It was accepted.');
    expect(source.slice(result.range.start, result.range.end)).toBe(underlined);
    expect(result.fault.message.en).toContain(hint);
    expect(result.fault.message.vi).not.toBe('');
  });

  it('refuses a reference longer than a question name may be', () => {
    expect(tokenize(`\${${'a'.repeat(64)}}`).tokens).not.toBeNull();
    expect(tokenize(`\${${'a'.repeat(65)}}`).tokens).toBeNull();
  });
});
