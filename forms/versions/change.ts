import type { Labels } from '../issue.ts';

/**
 * One difference between two versions of a form.
 *
 * - `code` is stable: `question_removed`, `criterion_rule_changed`.
 * - `path` says where in the later version (`sections.0.questions.3.relevant`), of what was removed where in the earlier one.
 * - `severity`: whether the same answers may now be asked, refused or scored otherwise, or only the words differ.
 * - `before` and `after` are what stood and stands there, expressions in their canonical spelling; of a part that was added,
 *   removed or renamed its name.
 */
export interface Change {
  code: string;
  path: string;
  severity: 'meaning' | 'wording';
  message: { vi: string; en: string };
  before?: unknown;
  after?: unknown;
}

export interface Words {
  vi: string;
  en: string;
}

/** How a message calls one part: câu hỏi “Tổng số hộ” (households_total). One without a name is the only one of its kind. */
export function called(kind: Words, name: string, label: Labels | undefined): Words {
  const say = (word: string, text: string | undefined) => {
    if (name === '') return word;
    return text ? `${word} “${text}” (${name})` : `${word} “${name}”`;
  };
  return { vi: say(kind.vi, label?.vi), en: say(kind.en, label?.en ?? label?.vi) };
}
