import { anyCharacter } from './characters.ts';
import { parseClass, readEscape } from './parse-class.ts';
import type { Pattern, PatternFault } from './pattern.ts';
import { PatternSource } from './pattern-source.ts';

/** How many groups may stand inside one another: the recursion over a pattern relies on it. */
const MAX_NESTING = 50;
/** How often a part may be wanted by number: `{1000}`. */
const MAX_COUNT = 1000;
const QUANTIFIER = /\{(\d+)(?:(,)(\d*))?\}/y;
const GROUP_NAME = /\?<[A-Za-z_]\w*>/y;
const anchors = { '^': 'start', $: 'end' } as const;

/** Reads a regular expression as JavaScript would, but for backreferences, looking around and flags, which are `unsupported`. */
export function parsePattern(source: string): { pattern: Pattern } | { fault: PatternFault } {
  const parser = new PatternParser(source);
  const pattern = parser.whole();
  return pattern ? { pattern } : { fault: parser.source.fault ?? { reason: 'invalid', start: 0, end: source.length } };
}

/** A method that returns null has noted the fault in the source, and its callers give up at once. */
class PatternParser {
  readonly source: PatternSource;
  private depth = 0;

  constructor(source: string) {
    this.source = new PatternSource(source);
  }

  whole(): Pattern | null {
    const pattern = this.choice();
    return pattern && (this.source.atEnd ? pattern : this.source.fail('invalid', this.source.at));
  }

  private choice(): Pattern | null {
    const options: Pattern[] = [];
    do {
      const option = this.sequence();
      if (!option) return null;
      options.push(option);
    } while (this.source.take('|'));
    return options.length === 1 ? options[0]! : { kind: 'choice', options };
  }

  private sequence(): Pattern | null {
    const parts: Pattern[] = [];
    while (!this.source.atEnd && !this.source.sees('|') && !this.source.sees(')')) {
      const part = this.repeated();
      if (!part) return null;
      parts.push(part);
    }
    return { kind: 'sequence', parts };
  }

  private repeated(): Pattern | null {
    const start = this.source.at;
    const of = this.single();
    const counts = of && this.quantifier();
    if (!counts) return counts === undefined ? of : null;
    if (of.kind === 'anchor') return this.source.fail('invalid', start);
    this.source.take('?');
    const [min, max] = counts;
    if (max !== null && max < min) return this.source.fail('invalid', start);
    if (Math.max(min, max ?? 0) > MAX_COUNT) return this.source.fail('too_large', start);
    return { kind: 'repeat', of, min, max };
  }

  /** Undefined when there is none. */
  private quantifier(): [min: number, max: number | null] | undefined {
    if (this.source.take('*')) return [0, null];
    if (this.source.take('+')) return [1, null];
    if (this.source.take('?')) return [0, 1];
    const match = this.source.match(QUANTIFIER);
    if (!match) return undefined;
    const min = Number(match[1]);
    return [min, match[2] === undefined ? min : match[3] ? Number(match[3]) : null];
  }

  private single(): Pattern | null {
    const start = this.source.at;
    const character = this.source.next();
    switch (character) {
      case '.':
        return { kind: 'character', accepts: anyCharacter };
      case '^':
      case '$':
        return { kind: 'anchor', anchor: anchors[character] };
      case '(':
        return this.group(start);
      case '[': {
        const accepts = parseClass(this.source, start);
        return accepts && { kind: 'character', accepts };
      }
      case '*':
      case '+':
      case '?':
        return this.source.fail('invalid', start);
      case '\\':
        return this.escape(start);
      case '{':
        // A `{` that starts no quantifier stands for itself; one that does has nothing to repeat.
        this.source.at = start;
        if (this.source.match(QUANTIFIER)) return this.source.fail('invalid', start);
        this.source.next();
    }
    const code = character.codePointAt(0)!;
    return { kind: 'character', accepts: (other) => other === code };
  }

  private escape(start: number): Pattern | null {
    if (this.source.take('b')) return { kind: 'anchor', anchor: 'boundary' };
    if (this.source.take('B')) return { kind: 'anchor', anchor: 'no_boundary' };
    const accepts = readEscape(this.source, start);
    if (accepts === null) return null;
    return { kind: 'character', accepts: typeof accepts === 'number' ? (code) => code === accepts : accepts };
  }

  private group(start: number): Pattern | null {
    if (this.source.sees('?') && !this.source.take('?:') && !this.source.match(GROUP_NAME)) {
      this.source.at += 2;
      return this.source.fail('unsupported', start);
    }
    if (this.depth === MAX_NESTING) return this.source.fail('too_large', start);
    this.depth++;
    const inner = this.choice();
    this.depth--;
    return inner && (this.source.take(')') ? inner : this.source.fail('invalid', start));
  }
}
