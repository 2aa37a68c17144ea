import { describe, expect, it } from 'vitest';
import type { Value } from '../../value.ts';
import { parseExpression } from '../parse.ts';
import { compileForm } from './compile.ts';
import type { FormScope } from './scope.ts';

const run = (source: string, scope: Partial<FormScope> = {}) =>
  compileForm(parseExpression(source).ast!)({ value: () => undefined, ...scope });

const answers = (values: Record<string, Value>) => ({ value: (name: string) => values[name] });

describe('compileForm', () => {
  it.each([
    ['7 + 2 * 3', 13],
    ['7 mod 3', 1],
    ['-7 mod 3', -1],
    ['7 mod -3', 1],
    ['1.5 mod 0.5', 0],
    ['7 div 2', 3.5],
    ['1 div 0', Infinity],
    ['0 div 0', Number.NaN],
    ['-(2 - 5)', 3],
    ["'3' + '4'", 7],
    ["'' + 1", Number.NaN],
    ["'' = 0", false],
    ["'' != 0", true],
    ["'' < 1", false],
    ["'' >= 0", false],
    ["'b' > 'a'", false],
    ["'10' > '9'", true],
    ["'2025-02-01' > '2025-01-31'", true],
    ["'2025-02-01' - '2025-01-31'", 1],
    ['1 < 2 = true()', true],
    ['1 or 0', true],
    ["'' or 0", false],
    ["'no' and 1", true],
    ['0.1 + 0.2 = 0.3', false],
  ])('%s is %j', (source, value) => {
    expect(run(source)).toBe(value);
  });

  it('reads a missing, null or empty answer as blank text', () => {
    expect(run('${x}')).toBe('');
    expect(run('${x}', answers({ x: null }))).toBe('');
    expect(run('.')).toBe('');
    expect(run("${x} = ''", answers({ x: '' }))).toBe(true);
  });

  it('reads the question itself and a choice’s columns from the scope', () => {
    expect(run('. * 2', { self: 4 })).toBe(8);
    expect(run("province = '12'", { column: (name) => (name === 'province' ? '12' : undefined) })).toBe(true);
    expect(run("district = ''", { column: () => undefined })).toBe(true);
  });

  it('does not evaluate what cannot change the result', () => {
    const read: string[] = [];
    const value = (name: string) => {
      read.push(name);
      return name === 'yes';
    };
    expect(run('${yes} or ${other}', { value })).toBe(true);
    expect(run('${no} and ${other}', { value })).toBe(false);
    expect(run('if(${yes}, 1, ${other})', { value })).toBe(1);
    expect(read).toEqual(['yes', 'no', 'yes']);
  });

  it('refuses a function that the checker would have refused', () => {
    expect(() => run('all(1)')).toThrow('all was not checked');
  });
});
