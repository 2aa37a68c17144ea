import type { Accepts } from './pattern.ts';

/** `\d` and the like: ASCII digits, ASCII letters with `_`, and every kind of space, as in JavaScript. */
const classes: Readonly<Record<string, Accepts>> = {
  d: (code) => code >= 48 && code <= 57,
  w: isWordCharacter,
  s: oneCharacter('\\s'),
};

/** What stands for itself when written after `\` as one of these letters. */
const controls: Readonly<Record<string, number>> = { t: 9, n: 10, v: 11, f: 12, r: 13, '0': 0 };

const PROPERTY = /^[A-Za-z_]+(?:=[A-Za-z_]+)?$/;

/** `.`: anything but the end of a line. */
export const anyCharacter: Accepts = (code) => code !== 10 && code !== 13 && code !== 0x2028 && code !== 0x2029;

export function isWordCharacter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95;
}

/** The class that a letter names after `\`, in capitals its opposite; undefined when it names none. */
export function classNamed(letter: string): Accepts | undefined {
  const lower = letter.toLowerCase();
  const accepts = Object.hasOwn(classes, lower) ? classes[lower] : undefined;
  return accepts && lower !== letter ? opposite(accepts) : accepts;
}

/** The control character that a letter names after `\`. */
export function controlNamed(letter: string): number | undefined {
  return Object.hasOwn(controls, letter) ? controls[letter] : undefined;
}

/** `\p{…}`, a property that Unicode defines, such as `L` (letters) or `Script=Latin`; null when there is none of that name. */
export function unicodeProperty(name: string): Accepts | null {
  if (!PROPERTY.test(name)) return null;
  try {
    return oneCharacter(`\\p{${name}}`);
  } catch {
    return null;
  }
}

export function opposite(accepts: Accepts): Accepts {
  return (code) => !accepts(code);
}

/** JavaScript's own engine judges single characters only, so it has nothing to backtrack over. */
function oneCharacter(source: string): Accepts {
  const expression = new RegExp(`^${source}$`, 'u');
  return (code) => expression.test(String.fromCodePoint(code));
}
