import type { Language } from '../fill/view.ts';
import { en } from './text-en.ts';
import { vi } from './text-vi.ts';

/** Every sentence of the log's page; Vietnamese decides what there is to say, English has all of it. */
export type LogText = typeof vi;

const catalogue: Record<Language, LogText> = { vi, en };

export function textOf(language: Language): LogText {
  return catalogue[language];
}
