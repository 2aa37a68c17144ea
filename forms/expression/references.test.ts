import { describe, expect, it } from 'vitest';
import { parseExpression } from './parse.ts';
import { printExpression } from './print.ts';
import { referencesOf, renameReference } from './references.ts';

const parse = (source: string) => parseExpression(source).ast!;

describe('referencesOf', () => {
  it.each<[source: string, names: string[]]>([
    ['1 + 2', []],
    ['${a} + sum(-${b}, ${a})', ['a', 'b']],
    [". = '${a}' and column", []],
    ["jr:choice-name(${a}, '${b}')", ['a', 'b']],
    ["concat(${a}, '${b}')", ['a']],
  ])('finds the names of %j', (source, names) => {
    expect([...referencesOf(parse(source))].sort()).toEqual(names);
  });
});

describe('renameReference', () => {
  it.each([
    ['${a} + sum(-${a}, ${b})', '${z} + sum(-${z}, ${b})'],
    ["jr:choice-name(${a}, '${a}')", "jr:choice-name(${z}, '${z}')"],
    ["concat('${a}', a, .)", "concat('${a}', a, .)"],
  ])('changes a to z in %j', (source, renamed) => {
    expect(printExpression(renameReference(parse(source), 'a', 'z'))).toBe(renamed);
  });

  it('leaves the tree that it was given as it was', () => {
    const ast = parse("jr:choice-name(${a}, '${a}')");
    const before = structuredClone(ast);
    renameReference(ast, 'a', 'z');
    expect(ast).toEqual(before);
  });
});
