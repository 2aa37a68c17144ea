import type { Language } from '../fill/view.ts';
import { en } from './text-en.ts';
import { vi } from './text-vi.ts';

/** Every sentence of the pages of people and roles; Vietnamese decides what there is to say, English has all of it. */
export type StaffText = typeof vi;

const catalogue: Record<Language, StaffText> = { vi, en };

export function textOf(language: Language): StaffText {
  return catalogue[language];
}
