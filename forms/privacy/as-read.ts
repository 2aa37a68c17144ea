/** No pattern matches it: it is neither letter nor digit nor space. */
export const HOLE = '\u0000';

/** Digits, and what people and programs write for them. */
const RUN = /[\dOoОоΟοlI|]+/g;

/**
 * A text as the patterns read it: one UTF-16 unit for each of its characters, digits of other widths and scripts as ASCII digits,
 * and O and l beside a digit as the digit that they look like.
 */
export const asRead = (characters: readonly string[]): string =>
  characters
    .map(plain)
    .join('')
    .replace(RUN, (run) => (/\d/.test(run) ? run.replace(/[lI|]/g, '1').replace(/\D/g, '0') : run));

function plain(character: string): string {
  if (/\p{Nd}/u.test(character)) return digitOf(character);
  // Invisible characters would part a number for us and for nobody else.
  if (/\p{Cf}/u.test(character)) return ' ';
  if (/[！-～]/.test(character)) return character.normalize('NFKC');
  return character.length === 1 ? character : HOLE;
}

/** A decimal digit's value. Scripts have their ten digits one after another, so that of other widths it is found by counting back. */
function digitOf(character: string): string {
  const wide = character.normalize('NFKC');
  if (/\d/.test(wide)) return wide;
  const code = character.codePointAt(0)!;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++;
  return String(value);
}
