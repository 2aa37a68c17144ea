import { spokenTo } from './language.ts';
import { en } from './text-en.ts';
import { vi } from './text-vi.ts';
import type { Language } from './view.ts';

/** Every sentence of the clerk's pages. Vietnamese is written first and decides what there is to say; English has all of it. */
export type FillText = typeof vi;

const catalogue: Record<Language, FillText> = { vi, en };

/** The pages' own words for a reader of `language`: Vietnamese for those of a language that only the form has. */
export function textOf(language: string): FillText {
  return catalogue[spokenTo(language)];
}
