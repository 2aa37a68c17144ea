import { describe, expect, it } from 'vitest';
import { type CheckContext, checkExpression, expressionKind } from './check.ts';
import type { NameInfo } from './kind.ts';
import { parseExpression } from './parse.ts';

const names = new Map<string, NameInfo>([
  ['hotspots', { kind: 'number', level: 'village' }],
  ['hotline_board', { kind: 'string', level: 'village' }],
  ['models_effective', { kind: 'number', level: 'commune' }],
  ['on_key_route', { kind: 'boolean', level: 'attribute' }],
  ['addicts', { kind: 'number', level: 'calculation' }],
  ['green_zone', { kind: 'string', level: 'commune' }],
  ['tools', { kind: 'list', level: 'commune' }],
  ['as_of', { kind: 'date', level: 'commune' }],
  ['anything', { kind: 'any', level: 'commune' }],
]);

/** Each issue as `code: the source it underlines`, warnings with a question mark. */
function check(source: string, context: Partial<CheckContext> = {}) {
  const { ast } = parseExpression(source);
  return checkExpression(ast!, { mode: 'form', names, path: 'here', ...context }).map(
    ({ code, severity, range }) =>
      `${code}${severity === 'warning' ? '?' : ''}: ${source.slice(range!.start, range!.end)}`,
  );
}

describe('checkExpression', () => {
  it.each<[source: string, issues: string[]]>([
    ['${models_effective} >= 1 and ${green_zone} = "yes"', []],
    ['${hotspot} > 0', ['unknown_name: ${hotspot}']],
    ['foo(1, ${nothing})', ['unknown_function: foo', 'unknown_name: ${nothing}']],
    ['if(1, 2)', ['wrong_arity: if(1, 2)']],
    ['round()', ['wrong_arity: round()']],
    ['round(1, 2, 3)', ['wrong_arity: round(1, 2, 3)']],
    ['weighted-checklist(1, 2, true())', ['wrong_arity: weighted-checklist(1, 2, true())']],
    ['weighted-checklist(1, 2, true(), 3)', []],
    ['concat()', []],
    ['hotspots > 0', ['unknown_name: hotspots']],
    ['. > 0', ['self_not_allowed: .']],
    ['all(${hotspots} = 0)', ['function_not_allowed: all']],
    ['position(..) > 1 and position() > 1', []],
    ['position(${hotspots})', ['position_argument: ${hotspots}']],
    ['string(..)', ['parent_not_allowed: ..']],
    ["regex(${green_zone}, '^[a-z]+$')", []],
    ["regex(${green_zone}, '(a)b\\1')", ['regex_unsupported: \\1']],
    ["regex(${green_zone}, '^(?=a)')", ['regex_unsupported: (?=']],
    ["regex(${green_zone}, 'a)')", ['regex_invalid: )']],
    ["regex(${green_zone}, 'a{5000}')", ['regex_too_large: a{5000}']],
    ["regex(${green_zone}, concat('(', 'a'))", []],
    ["digest(${green_zone}, 'SHA-256', 'hex')", []],
    ["digest(${green_zone}, 'SHA256', 'hexa')", ["digest_unsupported: 'SHA256'", "digest_unsupported: 'hexa'"]],
    ["jr:choice-name(${green_zone}, '${green_zon}')", ["unknown_name: '${green_zon}'"]],
  ])('finds in the form expression %j', (source, issues) => {
    expect(check(source)).toEqual(issues);
  });

  it.each<[source: string, issues: string[]]>([
    ["${models_effective} = 'many'", ["wrong_type: 'many'"]],
    ["'many' < ${models_effective}", ["wrong_type: 'many'"]],
    ["${models_effective} = '5'", []],
    ["${models_effective} = ''", []],
    ["${models_effective} + 'x'", ["wrong_type: 'x'"]],
    ["${as_of} >= '2025-01-01'", []],
    ["${as_of} = 'yesterday'", ["wrong_type: 'yesterday'"]],
    ['${as_of} - 31 < today()', []],
    ['${green_zone} > 5', ['wrong_type?: ${green_zone}']],
    ['${green_zone} = 1', ['wrong_type?: ${green_zone}']],
    ['${tools} + 1', ['wrong_type: ${tools}']],
    ["${tools} = 'a'", []],
    ["'abc' > 1", ["wrong_type?: 'abc'"]],
    ["-'abc'", ["wrong_type?: 'abc'"]],
    ["round('abc')", ["wrong_type?: 'abc'"]],
    ["format-date(${as_of}, '%Y') > 2024", []],
    ['${anything} + 1 > 0', []],
    ["if(${models_effective} > 1, 'a', 'b') = 1", []],
  ])('judges the types of %j', (source, issues) => {
    expect(check(source)).toEqual(issues);
  });

  it.each<[source: string, issues: string[]]>([
    ['sum(${hotspots}) = 0 and ${models_effective} >= 1', []],
    ['${hotspots} = 0', ['village_question_bare: ${hotspots}']],
    ['sum(${hotspots}, 1)', ['village_question_bare: ${hotspots}']],
    ['sum(max(${hotspots} - ${models_effective}, 0))', []],
    ['all(${hotline_board} = "yes") and ${on_key_route}', []],
    ['all(any(${hotspots} > 0))', ['nested_aggregate: any']],
    ['all(max(${hotspots}) > 0)', ['nested_aggregate: max']],
    ['sum(${models_effective})', ['no_village_question?: sum(${models_effective})']],
    ['previous(sum(${hotspots})) >= sum(${hotspots})', []],
    ['sum(previous(${hotspots}))', []],
    ['previous(${hotspots})', ['village_question_bare: ${hotspots}']],
    ['today() = 1', ['function_not_allowed: today']],
    ['count-villages() > 0', []],
    ["1 = 'abc'", ["wrong_type: 'abc'"]],
    ['${addicts} >= 100', []],
    ['. = 1', ['self_not_allowed: .']],
  ])('finds in the scoring expression %j', (source, issues) => {
    expect(check(source, { mode: 'score' })).toEqual(issues);
  });

  it('lets a question’s own expression use the dot, and a choice filter its columns', () => {
    expect(check('. > 0', { self: true })).toEqual([]);
    expect(check('province = ${anything}', { columns: new Set(['province']) })).toEqual([]);
    expect(check('district = ${anything}', { columns: new Set(['province']) })).toEqual(['unknown_name: district']);
  });

  it('suggests the name that was meant, and says where the expression stands', () => {
    const { ast } = parseExpression('sum(${hotspotz})');
    const [issue] = checkExpression(ast!, { mode: 'score', names, path: 'criteria.0.test' });
    expect(issue).toMatchObject({ code: 'unknown_name', path: 'criteria.0.test', range: { start: 4, end: 15 } });
    expect(issue?.message.en).toBe('${hotspotz} does not exist; did you mean ${hotspots}?');
    expect(issue?.message.vi).toBe('Không có ${hotspotz}; có phải ý bạn là ${hotspots}?');
  });

  it.each([
    ['today(1)', 'takes no arguments, and is given 1. Write today().'],
    ['if(1, 2)', 'takes 3 arguments, and is given 2. Write if(condition, then, else).'],
    ['round()', 'takes 1 to 2 arguments, and is given 0. Write round(number, places?).'],
    ['sum()', 'takes at least 1 argument, and is given 0. Write sum(number, …).'],
    [
      'weighted-checklist(1, 2, 3)',
      'takes 2 arguments and then groups of 2, and is given 3. Write weighted-checklist(min, max, condition, weight, …).',
    ],
  ])('says how many arguments are wanted in %j', (source, says) => {
    const [issue] = checkExpression(parseExpression(source).ast!, { mode: 'form', names, path: '' });
    expect(issue?.message.en).toContain(says);
  });

  it('suggests only functions of the mode', () => {
    const messageOf = (source: string, mode: 'form' | 'score') =>
      checkExpression(parseExpression(source).ast!, { mode, names, path: '' })[0]?.message.en;
    expect(messageOf('cuont-if(1)', 'score')).toBe('The function cuont-if() does not exist; did you mean count-if()?');
    expect(messageOf('cuont-if(1)', 'form')).not.toContain('count-if()');
  });
});

describe('expressionKind', () => {
  it.each([
    ['1 + 2', 'number'],
    ['1 < 2', 'boolean'],
    ['sum(${hotspots}) = 0', 'boolean'],
    ['sum(${hotspots})', 'number'],
    ["if(${on_key_route}, 'I', 'II')", 'string'],
    ["if(${on_key_route}, 'I', 2)", 'any'],
    ['previous(${as_of})', 'date'],
    ['coalesce(${addicts}, 0)', 'number'],
    ['${nothing}', 'any'],
  ])('finds that %j is of kind %s', (source, kind) => {
    expect(expressionKind(parseExpression(source).ast!, names)).toBe(kind);
  });
});
