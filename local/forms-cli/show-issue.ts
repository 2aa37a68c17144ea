import type { Issue, Range } from '../../forms/index.ts';

/** How issues are shown; `json` is what their paths lead into, or the expression itself. */
export interface Shown {
  language: 'vi' | 'en';
  json?: unknown;
}

/**
 * An issue as lines of text: how bad and where, the sentence, and the expression with the place underlined.
 *
 *     error unknown_name at sections.0.questions.2.relevant (has_model)
 *       ${model} does not exist; did you mean ${models}?
 *
 *         ${model} > 0
 *         ^^^^^^^^
 */
export function showIssue(issue: Issue, { language, json }: Shown): string {
  const { severity, code, path, message, range } = issue;
  const place = path === '' ? '' : ` at ${path}${ownerOf(json, path)}`;
  const lines = [`${severity} ${code}${place}`, `  ${message[language]}`];
  const source = valueAt(json, path);
  if (range && typeof source === 'string')
    lines.push('', ...underlined(source, range).map((line) => `    ${line}`), '');
  return lines.join('\n');
}

/** `2 errors, 1 warning`. */
export function countIssues(issues: readonly Issue[]): string {
  const counts = (['error', 'warning'] as const).map((severity) => {
    const count = issues.filter((issue) => issue.severity === severity).length;
    return count === 0 ? '' : `${count} ${severity}${count === 1 ? '' : 's'}`;
  });
  return counts.filter(Boolean).join(', ') || 'no problems';
}

/** The lines of a source in which the range lies, each with its part of the range marked beneath. */
function underlined(source: string, { start, end }: Range): string[] {
  const lines: string[] = [];
  let at = 0;
  for (const line of source.split('\n')) {
    const [from, to] = [Math.max(start, at) - at, Math.min(Math.max(end, start + 1), at + line.length + 1) - at];
    if (from < to) {
      const shown = line.replaceAll('\t', ' ');
      const marks = '^'.repeat(Math.max(width(shown.slice(from, to)), 1));
      lines.push(shown, ' '.repeat(width(shown.slice(0, from))) + marks);
    }
    at += line.length + 1;
  }
  return lines;
}

const segmenter = new Intl.Segmenter();

/** How many places a text takes in a terminal: an accent of its own takes none. */
function width(text: string): number {
  return [...segmenter.segment(text)].length;
}

function valueAt(json: unknown, path: string): unknown {
  if (path === '') return json;
  return path.split('.').reduce((value, key) => member(value, key), json);
}

/** The name of the innermost question, criterion or the like on the way to a path, so that nobody has to count. */
function ownerOf(json: unknown, path: string): string {
  let owner = '';
  let value = json;
  for (const key of path.split('.')) {
    value = member(value, key);
    const name = member(value, 'name') ?? member(value, 'id');
    if (typeof name === 'string') owner = ` (${name})`;
  }
  return owner;
}

function member(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string, unknown>)[key];
}
