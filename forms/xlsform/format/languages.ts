/** Languages that forms in Vietnam are written in, by the code that a definition keeps them under. */
const languageNames: Record<string, string> = {
  vi: 'Tiếng Việt',
  en: 'English',
  fr: 'Français',
  bdq: 'Ba Na',
  blt: 'Thái Đen',
  cjm: 'Chăm',
  hmn: 'Hmông',
  ium: 'Dao',
  jra: 'Gia Rai',
  km: 'Khmer',
  mtq: 'Mường',
  nut: 'Nùng',
  rad: 'Ê Đê',
  tyz: 'Tày',
};

/** What else people write for them when they leave the code out. */
const otherNames: Record<string, string> = {
  vietnamese: 'vi',
  'việt nam': 'vi',
  việt: 'vi',
  'tiếng anh': 'en',
  anh: 'en',
};

const codes = new Map([
  ...Object.entries(languageNames).map(([code, name]) => [name.toLowerCase(), code] as const),
  ...Object.entries(otherNames),
]);

const code = /^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$/;

/**
 * The code of a language as a heading names it: `Tiếng Việt (vi)`, `vi`, or a name that is known without one. Null for others;
 * `''` for XLSForm's `default`, the language that has no name.
 */
export function languageCode(written: string): string | null {
  const text = written.trim().normalize('NFC');
  const known = codes.get(text.toLowerCase());
  if (known !== undefined) return known;
  if (text === '' || text.toLowerCase() === 'default') return '';
  const inside = /\(([^()]*)\)$/.exec(text)?.[1]?.trim() ?? text;
  return code.test(inside) ? inside.replace(/^[A-Za-z]+/, (first) => first.toLowerCase()) : null;
}

/** The language as XLSForm's headings name it: `Tiếng Việt (vi)`. */
export function languageHeading(of: string): string {
  return `${languageNames[of] ?? of} (${of})`;
}
