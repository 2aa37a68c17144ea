import type { Language } from '../fill/view.ts';
import { en } from './text-en.ts';
import { vi } from './text-vi.ts';

/** Every sentence of a person's account pages; Vietnamese decides what there is to say, English has all of it. */
export type AccountText = typeof vi;

const catalogue: Record<Language, AccountText> = { vi, en };

export function textOf(language: Language): AccountText {
  return catalogue[language];
}
