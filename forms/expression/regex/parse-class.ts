import { classNamed, controlNamed, opposite, unicodeProperty } from './characters.ts';
import type { Accepts } from './pattern.ts';
import type { PatternSource } from './pattern-source.ts';

const CODE = /x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|u\{([0-9A-Fa-f]{1,6})\}/y;
const PROPERTY = /([pP])\{([^}]*)\}/y;
const MAX_CODE = 0x10ffff;

/** Reads `[…]`, whose bracket at `start` was just passed; null when it is not well formed, which the source notes. */
export function parseClass(source: PatternSource, start: number): Accepts | null {
  const negated = source.take('^');
  const members: Accepts[] = [];
  while (!source.take(']')) {
    if (source.atEnd) return source.fail('invalid', start);
    const at = source.at;
    const first = member(source);
    if (first === null) return null;
    if (!source.sees('-') || source.sees('-]')) {
      members.push(asClass(first));
      continue;
    }
    source.next();
    if (source.atEnd) return source.fail('invalid', start);
    const last = member(source);
    if (last === null) return null;
    if (typeof first === 'number' && typeof last === 'number') {
      if (last < first) return source.fail('invalid', at);
      members.push((code) => code >= first && code <= last);
    } else {
      // Beside a class such as `\w` the hyphen is a character like any other.
      members.push(asClass(first), asClass(0x2d), asClass(last));
    }
  }
  const accepts: Accepts = (code) => members.some((one) => one(code));
  return negated ? opposite(accepts) : accepts;
}

/** Reads what follows a `\` at `start`: a class, or the code of one character. Null when it is not supported. */
export function readEscape(source: PatternSource, start: number): Accepts | number | null {
  const property = source.match(PROPERTY);
  if (property) {
    const accepts = unicodeProperty(property[2]!);
    if (accepts === null) return source.fail('unsupported', start);
    return property[1] === 'P' ? opposite(accepts) : accepts;
  }
  const coded = source.match(CODE);
  if (coded) {
    const code = Number.parseInt(coded[1] ?? coded[2] ?? coded[3]!, 16);
    return code <= MAX_CODE ? code : source.fail('invalid', start);
  }
  if (source.atEnd) return source.fail('invalid', start);
  const letter = source.next();
  const known = classNamed(letter) ?? controlNamed(letter);
  if (known !== undefined) return known;
  // A letter or digit after `\` means something in some dialect, such as `\1` or `\A`; a sign stands for itself.
  return /[A-Za-z0-9]/.test(letter) ? source.fail('unsupported', start) : letter.codePointAt(0)!;
}

function member(source: PatternSource): Accepts | number | null {
  const start = source.at;
  if (!source.take('\\')) return source.next().codePointAt(0)!;
  return source.take('b') ? 8 : readEscape(source, start);
}

function asClass(member: Accepts | number): Accepts {
  return typeof member === 'number' ? (code) => code === member : member;
}
