import { spokenTo } from '../language.ts';
import { en } from './text-en.ts';
import { type PrintText, vi } from './text-vi.ts';

/** The words of the printed form for a reader of `language`; apart from the pages' own, which go to every phone. */
export function printTextOf(language: string): PrintText {
  return { vi, en }[spokenTo(language)];
}
