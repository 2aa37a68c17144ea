import type { Scorecard } from '../../forms/index.ts';
import type { Language } from '../fill/view.ts';
import { textOf } from './text.ts';

/** The class, with the others still possible while it is not determined; empty where the form has no classes. */
export function classText(scorecard: Pick<Scorecard, 'class'>, language: Language): string {
  const result = scorecard.class;
  if (!result) return '';
  if (result.determined) return result.code;
  const others = result.possible.filter((code) => code !== result.code);
  return textOf(language).results.classOpen(result.code, others.join(', '));
}
