/** A text as the patterns read it, with the way back to the characters that were typed. */
export interface ReadableText {
  /** One character for each that was typed: digits of all kinds, and what stands for them, as ASCII digits. */
  readonly text: string;
  /** The place in the composed text (NFC) and the characters there, from one place in `text` to another. */
  place(from: number, to: number): { start: number; end: number; text: string };
  /** The same with holes: places from one to another, in their order. */
  without(places: readonly (readonly [from: number, to: number])[]): ReadableText;
}

/** No pattern matches it: it is neither letter nor digit nor space. */
const HOLE = '\u0000';

/** Dates, times and amounts, which are nobody's number. */
const ORDINARY = [
  // 15/11/2024, 15-11-2024, 15. 11. 2024
  /(?<!\d)(?:0?[1-9]|[12]\d|3[01])\s?([./-])\s?(?:0?[1-9]|1[0-2])\s?\1\s?(?:19|20)\d\d(?!\d)/gu,
  /(?<!\d)(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)/gu,
  // 07.30 - 11.30
  /(?<!\d)[0-2]?\d[.:][0-5]\d\s?[–-]\s?[0-2]?\d[.:][0-5]\d(?!\d)/gu,
  // 1.234.567 and 12.345,67; 1,234,567
  /(?<![\d.,+])[1-9]\d{0,2}(?:\.\d{3})+(?:,\d{1,4})?(?![.,]?\d)/gu,
  /(?<![\d.,+])[1-9]\d{0,2}(?:,\d{3})+(?![.,]?\d)/gu,
];

export function withoutOrdinary(readable: ReadableText): ReadableText {
  return ORDINARY.reduce(
    (left, pattern) =>
      left.without([...left.text.matchAll(pattern)].map(({ index, 0: { length } }) => [index, index + length])),
    readable,
  );
}

/** Reads digits of other widths and scripts as ASCII digits, and O and l beside a digit as the digit that they look like. */
export function readable(typed: string): ReadableText {
  const composed = typed.normalize('NFC');
  const chars = [...composed];
  const starts = [0];
  for (const char of chars) starts.push(starts.at(-1)! + char.length);
  const plain = chars.map(asRead);
  const fix = (index: number, neighbour: number) => {
    const digit = lookAlikes[plain[index]!];
    if (digit !== undefined && isDigit(plain[neighbour])) plain[index] = digit;
  };
  for (let index = 0; index < plain.length; index++) fix(index, index - 1);
  for (let index = plain.length - 1; index >= 0; index--) fix(index, index + 1);
  return over(composed, starts, plain.join(''));
}

function over(composed: string, starts: readonly number[], text: string): ReadableText {
  return {
    text,
    place(from, to) {
      const [start, end] = [starts[from]!, starts[to]!];
      return { start, end, text: composed.slice(start, end) };
    },
    without(places) {
      let [left, done] = ['', 0];
      for (const [from, to] of places) {
        left += text.slice(done, from) + HOLE.repeat(to - from);
        done = to;
      }
      return over(composed, starts, left + text.slice(done));
    },
  };
}

const lookAlikes: Record<string, string> = { O: '0', o: '0', О: '0', о: '0', Ο: '0', ο: '0', l: '1', I: '1', '|': '1' };
const isDigit = (char: string | undefined) => char !== undefined && char >= '0' && char <= '9';

/** One character as the patterns read it. */
function asRead(char: string): string {
  if (/^\p{Nd}$/u.test(char)) return digitOf(char);
  // Invisible characters would part a number for us and for nobody else.
  if (/^\p{Cf}$/u.test(char)) return ' ';
  const plain = /^[\uFF01-\uFF5E]$/.test(char) ? char.normalize('NFKC') : char;
  return plain.length === 1 ? plain : HOLE;
}

/** A decimal digit's value. Scripts have their ten digits one after another, so that of other widths it is found by counting back. */
function digitOf(char: string): string {
  const plain = char.normalize('NFKC');
  if (isDigit(plain)) return plain;
  let [code, value] = [plain.codePointAt(0)!, 0];
  for (; value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(code - 1)); code--) value += 1;
  return String(value);
}
