import type { Language } from '../fill/view.ts';
import { en } from './text-en.ts';
import { vi } from './text-vi.ts';

/** Every sentence of the page of links; Vietnamese decides what there is to say, English has all of it. */
export type LinksText = typeof vi;

const catalogue: Record<Language, LinksText> = { vi, en };

export function textOf(language: Language): LinksText {
  return catalogue[language];
}
