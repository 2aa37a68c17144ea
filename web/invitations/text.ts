import type { Language } from '../fill/view.ts';
import { en } from './text-en.ts';
import { vi } from './text-vi.ts';

/** Every sentence of the pages behind one-time links; Vietnamese decides what there is to say, English has all of it. */
export type InvitationText = typeof vi;

const catalogue: Record<Language, InvitationText> = { vi, en };

export function textOf(language: Language): InvitationText {
  return catalogue[language];
}
