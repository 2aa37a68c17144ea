import type { Language } from '../fill/view.ts';
import { en } from './text-en.ts';
import { vi } from './text-vi.ts';

/** Every sentence of the operator's pages; Vietnamese decides what there is to say, English has all of it. */
export type PlatformText = typeof vi;

const catalogue: Record<Language, PlatformText> = { vi, en };

export function textOf(language: Language): PlatformText {
  return catalogue[language];
}
