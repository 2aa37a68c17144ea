/**
 * A number as people write it: `1.234,5` in Vietnamese and every other language of the forms, `1,234.5` in English. Done by
 * hand, so that it reads the same in every runtime whatever locale data it carries.
 */
export function formatNumber(value: number, language: string): string {
  const [point, group] = language === 'en' || language.startsWith('en-') ? ['.', ','] : [',', '.'];
  const plain = String(value);
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(plain);
  // Infinity, NaN and numbers past 10^21 have no digits to group.
  if (!match) return plain;
  const [, sign, whole = '', fraction] = match;
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return `${sign}${grouped}${fraction ? `${point}${fraction}` : ''}`;
}
