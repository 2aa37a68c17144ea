import { describe, expect, it } from 'vitest';
import type { Issue } from '../../forms/index.ts';
import { countIssues, showIssue } from './show-issue.ts';

const issue = (part: Partial<Issue>): Issue => ({
  code: 'some_code',
  severity: 'error',
  path: '',
  message: { vi: 'Câu.', en: 'Sentence.' },
  ...part,
});
const show = (part: Partial<Issue>, json?: unknown) => showIssue(issue(part), { language: 'en', json });

describe('showIssue', () => {
  it('says where something is wrong although there is no expression to show', () => {
    expect(show({ path: 'sections.0' })).toBe('error some_code at sections.0\n  Sentence.');
    expect(show({ path: 'sections.0', severity: 'warning' }, { sections: [] })).toContain('warning some_code');
  });

  it('names the innermost thing on the way', () => {
    const json = {
      id: 'form',
      sections: [{ name: 'main', questions: [{ name: 'q', label: {} }] }],
      criteria: [{ id: 'C1' }],
    };
    expect(show({ path: 'sections.0.questions.0.label.vi' }, json)).toContain('label.vi (q)\n');
    expect(show({ path: 'sections.0.questions.7' }, json)).toContain('questions.7 (main)\n');
    expect(show({ path: 'criteria.0.test' }, json)).toContain('criteria.0.test (C1)\n');
    expect(show({ path: 'constructor.name' }, json)).toContain('constructor.name\n');
  });

  it.each<[what: string, source: string, range: [number, number], lines: string[]]>([
    ['a part', '1 + x', [4, 5], ['1 + x', '    ^']],
    ['an empty part', '1 +', [3, 3], ['1 +', '   ^']],
    ['a part over two lines', 'ab\ncd', [1, 4], ['ab', ' ^', 'cd', '^']],
    ['the second line only', 'ab\ncd', [3, 5], ['cd', '^^']],
    ['letters with accents of their own', 'xa\u0303 + y', [6, 7], ['xa\u0303 + y', '     ^']],
    ['nothing at all', '', [0, 0], ['', '^']],
  ])('underlines %s', (_, source, [start, end], lines) => {
    const shown = show({ range: { start, end } }, source);
    expect(shown).toBe(['error some_code', '  Sentence.', '', ...lines.map((line) => `    ${line}`), ''].join('\n'));
  });
});

it('counts errors and warnings', () => {
  const warning = issue({ severity: 'warning' });
  expect([[], [warning], [issue({}), issue({}), warning]].map(countIssues)).toEqual([
    'no problems',
    '1 warning',
    '2 errors, 1 warning',
  ]);
});
