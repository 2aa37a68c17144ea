import type { Range } from '../issue.ts';
import { type Fault, faults } from './messages.ts';

export type TokenKind =
  | 'number'
  | 'string'
  | 'reference'
  | 'self'
  | 'parent'
  | 'name'
  | 'operator'
  | '('
  | ')'
  | ','
  | 'end';

/** `text` is a string's content, a reference's name, and otherwise the token as written. */
export interface Token extends Range {
  kind: TokenKind;
  text: string;
}

export type LexResult = { tokens: Token[]; fault: null } | { tokens: null; fault: Fault; range: Range };

const SPACE = /\s*/y;
const NUMBER = /\d+(?:\.\d*)?|\.\d+/y;
const NAME = /[A-Za-z_][A-Za-z0-9_.-]*(?::[A-Za-z_][A-Za-z0-9_.-]*)?/y;
const REFERENCE = /\$\{\s*([A-Za-z_][A-Za-z0-9_.-]{0,63})\s*\}/y;
const SYMBOL = /!=|<=|>=|[-=<>+*(),]/y;
const CURLY_QUOTE = /[“”„«»‘’`]/;
const wordOperators = new Set(['and', 'or', 'div', 'mod']);

/** Signs that people write out of habit from other languages, and what to write for them. */
const mistaken: readonly (readonly [sign: RegExp, instead: string])[] = [
  [/==+/y, '='],
  [/<>|≠/y, '!='],
  [/&&|&/y, 'and'],
  [/\|\||\|/y, 'or'],
  [/!(?!=)/y, 'not( )'],
  [/≤/y, '<='],
  [/≥/y, '>='],
  [/×/y, '*'],
  [/\/|÷|:/y, 'div'],
  [/%/y, 'mod'],
  [/[–−]/y, '-'],
  [/\{/y, '${ }'],
];

/**
 * Splits an expression into tokens, the last being `end`. As XPath 1.0 has it (section 3.7), `and`, `or`, `div`, `mod` and `*`
 * are operators only after an operand, so a question column may be called `div`. Linear in the source's length.
 */
export function tokenize(source: string): LexResult {
  const tokens: Token[] = [];
  let at = 0;
  const read = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    return pattern.exec(source)?.[0] ?? null;
  };
  const push = (kind: TokenKind, length: number, text: string) => {
    tokens.push({ kind, text, start: at, end: at + length });
    at += length;
  };
  const failed = (fault: Fault, end: number): LexResult => ({ tokens: null, fault, range: { start: at, end } });

  for (;;) {
    at += read(SPACE)?.length ?? 0;
    const first = source[at];
    if (first === undefined) break;
    if (first === '$') {
      const reference = read(REFERENCE);
      if (reference === null) {
        const end = endOfReference(source, at);
        return end === null ? failed(faults.unclosedReference(), at + 1) : failed(faults.badReference(), end);
      }
      push('reference', reference.length, reference.slice(2, -1).trim());
      continue;
    }
    if (first === '"' || first === "'") {
      const close = source.indexOf(first, at + 1);
      if (close < 0) return failed(faults.unclosedText(), source.length);
      push('string', close + 1 - at, source.slice(at + 1, close));
      continue;
    }
    const number = read(NUMBER);
    if (number !== null) {
      push('number', number.length, number);
      continue;
    }
    const name = read(NAME);
    if (name !== null) {
      push(wordOperators.has(name) && endsOperand(tokens.at(-1)) ? 'operator' : 'name', name.length, name);
      continue;
    }
    if (first === '.') {
      if (source[at + 1] === '.') push('parent', 2, '..');
      else push('self', 1, '.');
      continue;
    }
    if (CURLY_QUOTE.test(first)) return failed(faults.curlyQuote(), at + 1);
    for (const [pattern, instead] of mistaken) {
      const sign = read(pattern);
      if (sign !== null) return failed(faults.writeInstead(sign, instead), at + sign.length);
    }
    const symbol = read(SYMBOL);
    if (symbol === null) {
      const character = String.fromCodePoint(source.codePointAt(at) ?? 0);
      return failed(faults.unexpected(character), at + character.length);
    }
    push(symbol === '(' || symbol === ')' || symbol === ',' ? symbol : 'operator', symbol.length, symbol);
  }
  push('end', 0, '');
  return { tokens, fault: null };
}

/** Whether an operand ends with this token, so that an operator may follow. */
export function endsOperand(token: Token | undefined): boolean {
  switch (token?.kind) {
    case 'number':
    case 'string':
    case 'reference':
    case 'self':
    case 'parent':
    case 'name':
    case ')':
      return true;
    default:
      return false;
  }
}

/** Where the `${…}` that starts here ends; null when it is not closed before another starts. */
function endOfReference(source: string, start: number): number | null {
  const close = source.indexOf('}', start);
  const next = source.indexOf('$', start + 1);
  return close >= 0 && (next < 0 || close < next) ? close + 1 : null;
}
