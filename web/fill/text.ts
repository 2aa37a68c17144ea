import { en } from './text-en.ts';
import { vi } from './text-vi.ts';
import type { Language } from './view.ts';

/** Every sentence of the clerk's pages. Vietnamese is written first and decides what there is to say; English has all of it. */
export type FillText = typeof vi;

const catalogue: Record<Language, FillText> = { vi, en };

export function textOf(language: Language): FillText {
  return catalogue[language];
}
