import type { Language } from '../fill/view.ts';
import { en } from './text-en.ts';
import { vi } from './text-vi.ts';

/** Every sentence of the page of keys; Vietnamese decides what there is to say, English has all of it. */
export type KeysText = typeof vi;

/** What a key may be allowed (worker/auth/permissions.ts), as far as there are words for it. */
export type Scope = keyof KeysText['scopeNames'];

const catalogue: Record<Language, KeysText> = { vi, en };

export function textOf(language: Language): KeysText {
  return catalogue[language];
}
