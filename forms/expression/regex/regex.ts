import { isWordCharacter } from './characters.ts';
import { parsePattern } from './parse-pattern.ts';
import type { Anchor, PatternFault } from './pattern.ts';
import { type Step, toProgram } from './program.ts';

/** What one search may cost; far above what any answer to a form needs, and a moment's work. */
const MAX_WORK = 10_000_000;
const MAX_LENGTH = 4000;

/** A pattern made ready to search with. */
export interface Regex {
  /** Whether the pattern matches anywhere in the text. `work` counts the steps taken; past ten million nothing is found. */
  search(text: string): { found: boolean; work: number };
}

/**
 * A regular expression that cannot hang. All the ways a text may match are followed side by side, one character at a time
 * (Thompson 1968, Pike's simulation), so the work is at most the pattern's size times the text's length, whatever they are.
 * The dialect is JavaScript's over code points; `fault` says what it lacks: backreferences, lookaround, flags.
 */
export function compileRegex(pattern: string): { regex: Regex; fault: null } | { regex: null; fault: PatternFault } {
  const whole = { start: 0, end: pattern.length };
  if (pattern.length > MAX_LENGTH) return { regex: null, fault: { reason: 'too_large', ...whole } };
  const parsed = parsePattern(pattern);
  if ('fault' in parsed) return { regex: null, fault: parsed.fault };
  const program = toProgram(parsed.pattern);
  if (!program) return { regex: null, fault: { reason: 'too_large', ...whole } };
  return { regex: { search: (text) => search(program, text) }, fault: null };
}

function search(program: readonly Step[], text: string): { found: boolean; work: number } {
  const seenAt = new Int32Array(program.length).fill(-1);
  let waiting: number[] = [];
  let work = 0;
  let before: number | undefined;
  for (let at = 0; work <= MAX_WORK; ) {
    const code = text.codePointAt(at);
    // A match may start anywhere, so the first step is always among those to follow.
    const toFollow = [...waiting, 0];
    const reading: { accepts: (code: number) => boolean; next: number }[] = [];
    for (let n = toFollow.pop(); n !== undefined; n = toFollow.pop()) {
      if (seenAt[n] === at) continue;
      seenAt[n] = at;
      work++;
      const step = program[n]!;
      if (step.op === 'matched') return { found: true, work };
      if (step.op === 'jump') toFollow.push(step.to);
      else if (step.op === 'fork') toFollow.push(step.to, step.or);
      else if (step.op === 'read') reading.push({ accepts: step.accepts, next: n + 1 });
      else if (holds(step.anchor, before, code)) toFollow.push(n + 1);
    }
    if (code === undefined) return { found: false, work };
    work += reading.length;
    waiting = reading.filter(({ accepts }) => accepts(code)).map(({ next }) => next);
    before = code;
    at += code > 0xffff ? 2 : 1;
  }
  return { found: false, work };
}

/** `before` and `after` are the characters on either side, undefined at the ends of the text. */
function holds(anchor: Anchor, before: number | undefined, after: number | undefined): boolean {
  if (anchor === 'start') return before === undefined;
  if (anchor === 'end') return after === undefined;
  const differ = isWord(before) !== isWord(after);
  return anchor === 'boundary' ? differ : !differ;
}

function isWord(code: number | undefined): boolean {
  return code !== undefined && isWordCharacter(code);
}
