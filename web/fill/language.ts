import type { FormDefinition, Labels } from '../../forms/index.ts';
import type { Language } from './view.ts';

/** The languages that the pages' own words are written in; a form's labels may be in more. */
const SPOKEN: Language[] = ['vi', 'en'];

/** Names as the people who read a language find them: their own where they write one, else the Vietnamese one. */
const names: Record<string, string> = {
  vi: 'Tiếng Việt',
  en: 'English',
  bdq: 'Tiếng Ba Na',
  blt: 'Tiếng Thái Đen',
  bru: 'Tiếng Bru - Vân Kiều',
  cjm: 'Tiếng Chăm',
  cmo: 'Tiếng M’nông',
  hmn: 'Tiếng Mông',
  hnj: 'Tiếng Mông Xanh',
  hre: 'Tiếng Hrê',
  ium: 'Tiếng Dao',
  jra: 'Tiếng Gia Rai',
  km: 'Tiếng Khmer',
  kpm: 'Tiếng Cơ Ho',
  ktv: 'Tiếng Cơ Tu',
  mtq: 'Tiếng Mường',
  mww: 'Tiếng Mông Trắng',
  nut: 'Tiếng Nùng',
  rad: 'Tiếng Ê Đê',
  rog: 'Tiếng Ra Glai',
  sed: 'Tiếng Xơ Đăng',
  sti: 'Tiếng Xtiêng',
  tai: 'Tiếng Thái',
  twh: 'Tiếng Thái Trắng',
  tyz: 'Tiếng Tày',
  zh: '中文',
};

/** What a language is called in the switch; its code where we have no name for it. */
export function languageName(language: string): string {
  return names[language] ?? names[language.split('-')[0] ?? ''] ?? language;
}

/** The language of the pages' own words for a reader of `language`: Vietnamese unless they are written in it too. */
export function spokenTo(language: string): Language {
  return SPOKEN.find((spoken) => spoken === language) ?? 'vi';
}

/**
 * What a reader of a form may choose from: the pages' languages first, then the form's further ones. A page that says what went
 * wrong asks too, without a form or about a damaged one.
 */
export function offeredLanguages({ languages = [] }: Partial<Pick<FormDefinition, 'languages'>>): string[] {
  return [...new Set<string>([...SPOKEN, ...languages])];
}

/**
 * The `lang` of a form's text on a page in another language: minority languages stand among Vietnamese words, and a label that was
 * not translated stays Vietnamese among English ones. Nothing where page and text agree.
 */
export function langOf(labels: Labels | undefined, language: string): string | undefined {
  const written = [language, 'vi', ...Object.keys(labels ?? {})].find((each) => labels?.[each] !== undefined);
  return written === spokenTo(language) ? undefined : written;
}
