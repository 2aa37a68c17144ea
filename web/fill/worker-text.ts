import { spokenTo } from './language.ts';
import type { Language } from './view.ts';
import { en } from './worker-text-en.ts';
import { vi } from './worker-text-vi.ts';

/** The sentences of what only the worker renders: kept apart from text.ts, which the page's script carries. */
export type WorkerText = typeof vi;

const catalogue: Record<Language, WorkerText> = { vi, en };

export function workerTextOf(language: string): WorkerText {
  return catalogue[spokenTo(language)];
}
