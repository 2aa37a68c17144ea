import type { Labels } from './issue.ts';

/** The text in a language, else in Vietnamese, else in any; empty when there is none. */
export function textIn(labels: Labels | undefined, language: string): string {
  if (!labels) return '';
  return labels[language] ?? labels.vi ?? Object.values(labels)[0] ?? '';
}

/** The same text in the two languages that issues and explanations are written in. */
export function inBoth(labels: Labels | undefined): { vi: string; en: string } {
  return { vi: textIn(labels, 'vi'), en: textIn(labels, 'en') };
}

/** A `${name}` inside a message, which the answer's value takes the place of. */
export const placeholder = /\$\{\s*([A-Za-z_][A-Za-z0-9_.-]*)\s*\}/g;
