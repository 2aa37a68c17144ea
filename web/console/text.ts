import type { Language } from '../fill/view.ts';
import { en } from './text-en.ts';
import { vi } from './text-vi.ts';

/** Every sentence of the province's pages; Vietnamese decides what there is to say, English has all of it. */
export type ConsoleText = typeof vi;

const catalogue: Record<Language, ConsoleText> = { vi, en };

export function textOf(language: Language): ConsoleText {
  return catalogue[language];
}
