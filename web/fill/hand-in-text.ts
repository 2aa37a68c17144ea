import { en } from './hand-in-text-en.ts';
import { vi } from './hand-in-text-vi.ts';
import type { Language } from './view.ts';

/** The sentences of the pages that only the worker renders: kept apart from text.ts, which the page's script carries. */
export type HandInText = typeof vi;

const catalogue: Record<Language, HandInText> = { vi, en };

export function handInTextOf(language: Language): HandInText {
  return catalogue[language];
}
