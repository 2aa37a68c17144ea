import type { PatternFault } from './pattern.ts';

/** A pattern being read, one code point after another, and the first thing that was wrong with it. */
export class PatternSource {
  at = 0;
  fault: PatternFault | null = null;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  get atEnd(): boolean {
    return this.at >= this.text.length;
  }

  sees(part: string): boolean {
    return this.text.startsWith(part, this.at);
  }

  /** Moves past a part if it comes next. */
  take(part: string): boolean {
    if (!this.sees(part)) return false;
    this.at += part.length;
    return true;
  }

  /** Moves past the next character, '' at the end. */
  next(): string {
    const code = this.text.codePointAt(this.at);
    if (code === undefined) return '';
    const character = String.fromCodePoint(code);
    this.at += character.length;
    return character;
  }

  /** Moves past what a sticky expression matches here. */
  match(sticky: RegExp): RegExpExecArray | null {
    sticky.lastIndex = this.at;
    const match = sticky.exec(this.text);
    if (match) this.at += match[0].length;
    return match;
  }

  /** Blames what was read since `start`, at least one character. */
  fail(reason: PatternFault['reason'], start: number): null {
    const end = Math.min(Math.max(this.at, start + 1), this.text.length);
    this.fault ??= { reason, start, end };
    return null;
  }
}
