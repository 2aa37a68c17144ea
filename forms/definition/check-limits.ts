import type { Issue } from '../issue.ts';
import { definitionError } from './definition-issue.ts';
import type { FormDefinition } from './schema.ts';

/** What one form may hold; a survey that reaches these no longer fits a page, a phone or a request. */
export const limits = { questions: 1000, choices: 10_000, bytes: 2_000_000 };

/** `too_large` when the document's JSON text is over 2 MB, before anything else is read of it. */
export function checkSize(json: unknown): Issue[] {
  const text = jsonText(json);
  if (text === null) {
    return [
      definitionError('invalid_type', '', 'Biểu mẫu phải là một tài liệu JSON.', 'A form has to be a JSON document.'),
    ];
  }
  return utf8Length(text) > limits.bytes ? [tooLarge('', '2 MB', '2 MB')] : [];
}

/** `too_large` when there are more questions or choices than the engine is meant for. */
export function checkCounts(definition: FormDefinition): Issue[] {
  const issues: Issue[] = [];
  const questions = definition.sections.reduce((sum, section) => sum + section.questions.length, 0);
  if (questions > limits.questions) issues.push(tooLarge('sections', '1.000 câu hỏi', '1,000 questions'));
  const choices = Object.values(definition.choices).reduce((sum, list) => sum + list.length, 0);
  if (choices > limits.choices) issues.push(tooLarge('choices', '10.000 lựa chọn', '10,000 choices'));
  return issues;
}

function tooLarge(path: string, vi: string, en: string): Issue {
  return definitionError('too_large', path, `Biểu mẫu vượt quá ${vi}.`, `The form is over ${en}.`);
}

/** Null for what JSON cannot hold: nothing at all, a cycle, or nesting too deep to write. */
function jsonText(json: unknown): string | null {
  try {
    return JSON.stringify(json) ?? null;
  } catch {
    return null;
  }
}

function utf8Length(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    // A surrogate is half of a character of four bytes.
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 2 : 3;
  }
  return bytes;
}
