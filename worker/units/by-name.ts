/**
 * Vietnamese alphabetical order (a ă â b c d đ e ê …), tones as dictionaries have them (ngang, huyền, hỏi, ngã, sắc, nặng), and
 * numbers by their value, so that "Bản 2" comes before "Bản 10".
 */
const collator = new Intl.Collator('vi', { numeric: true });

export const byName = (a: { name: string; id: string }, b: { name: string; id: string }): number =>
  collator.compare(a.name, b.name) || (a.id < b.id ? -1 : Number(a.id > b.id));
