import type { Issue, Range } from '../issue.ts';
import { type BinaryOperator, type Expr, precedence } from './ast.ts';
import { endsOperand, type Token, tokenize } from './lexer.ts';
import { type Fault, faults, issueAt } from './messages.ts';

/** The definition's schema allows no longer expression. */
export const MAX_LENGTH = 4000;
/** How many parentheses, calls and signs may stand inside one another. */
export const MAX_NESTING = 100;
/** How high the tree may grow, which long chains such as `1 + 1 + …` make it do: all that walks it relies on this for its stack. */
export const MAX_HEIGHT = 500;

export interface ParseResult {
  ast: Expr | null;
  issues: Issue[];
}

/**
 * Reads an expression: XPath 1.0's operators and calls over `${name}`, `.`, numbers and quoted text, without its paths. Never
 * throws; `ast` is null exactly when there is an issue, the first that was met (`syntax_error`, `nested_too_deep`, `too_long`).
 * `path` is what the issue says of where the expression stands. Names, functions and types are `checkExpression`'s to judge.
 */
export function parseExpression(source: string, path = ''): ParseResult {
  const fail = (fault: Fault, range: Range): ParseResult => ({ ast: null, issues: [issueAt(fault, range, path)] });
  if (source.length > MAX_LENGTH) {
    return fail(faults.tooLong(MAX_LENGTH), { start: MAX_LENGTH, end: source.length });
  }
  const lexed = tokenize(source);
  if (lexed.tokens === null) return fail(lexed.fault, lexed.range);
  if (lexed.tokens.length === 1) return fail(faults.empty(), { start: 0, end: source.length });
  const parsed = parseTokens(lexed.tokens);
  return parsed.ast ? { ast: parsed.ast, issues: [] } : fail(parsed.fault, parsed.range);
}

export type TokensResult = { ast: Expr; fault: null } | { ast: null; fault: Fault; range: Range };

/** The second half of parsing, from tokens on: each is looked at a bounded number of times, however they are arranged. */
export function parseTokens(tokens: readonly Token[]): TokensResult {
  const parser = new Parser(tokens);
  const ast = parser.whole();
  return ast ? { ast, fault: null } : { ast, fault: parser.fault ?? faults.unfinished(), range: parser.range };
}

/** Precedence climbing. A method that returns null has noted why in `fault`, and its callers give up at once. */
class Parser {
  fault: Fault | null = null;
  range: Range = { start: 0, end: 0 };
  private readonly tokens: readonly Token[];
  private at = 0;
  private depth = 0;
  /** Of the tree that was built last. */
  private height = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  whole(): Expr | null {
    const ast = this.binary(1);
    if (!ast) return null;
    const rest = this.peek();
    return rest.kind === 'end' ? ast : this.fail(leftOver(rest), rest);
  }

  private binary(minimum: number): Expr | null {
    const { start } = this.peek();
    let left = this.unary();
    let height = this.height;
    while (left) {
      const token = this.peek();
      const binding = token.kind === 'operator' ? precedence[token.text as BinaryOperator] : 0;
      if (binding < minimum) return left;
      this.at++;
      const right = this.binary(binding + 1);
      if (!right) return null;
      height = Math.max(height, this.height) + 1;
      if (height > MAX_HEIGHT) return this.fail(faults.chainTooLong(MAX_HEIGHT), token);
      this.height = height;
      left = { kind: 'binary', operator: token.text as BinaryOperator, left, right, range: this.since(start) };
    }
    return null;
  }

  private unary(): Expr | null {
    const token = this.peek();
    if (token.kind !== 'operator' || token.text !== '-') return this.primary();
    this.at++;
    const operand = this.nested(token, () => this.unary());
    this.height++;
    return operand && { kind: 'negate', operand, range: this.since(token.start) };
  }

  private primary(): Expr | null {
    const token = this.peek();
    const range = { start: token.start, end: token.end };
    this.at++;
    this.height = 1;
    switch (token.kind) {
      case 'number':
        return { kind: 'number', text: token.text, range };
      case 'string':
        return { kind: 'string', value: token.text, range };
      case 'reference':
        return { kind: 'reference', name: token.text, range };
      case 'self':
        return { kind: 'self', range };
      case 'parent':
        return { kind: 'parent', range };
      case 'name':
        return this.peek().kind === '(' ? this.call(token) : { kind: 'column', name: token.text, range };
      case '(':
        return this.nested(token, () => this.parenthesized(token));
      case 'end':
        return this.fail(faults.unfinished(), this.tokens[this.at - 2] ?? token);
      default:
        return this.fail(faults.unexpected(token.text), token);
    }
  }

  private parenthesized(open: Token): Expr | null {
    const inner = this.binary(1);
    return inner && this.closing(open) && inner;
  }

  private call(name: Token): Expr | null {
    const open = this.peek();
    this.at++;
    const args: Expr[] = [];
    let height = 0;
    if (this.peek().kind !== ')') {
      for (;;) {
        const arg = this.nested(name, () => this.binary(1));
        if (!arg) return null;
        args.push(arg);
        height = Math.max(height, this.height);
        if (this.peek().kind !== ',') break;
        this.at++;
      }
    }
    if (!this.closing(open)) return null;
    this.height = height + 1;
    const nameRange = { start: name.start, end: name.end };
    return { kind: 'call', name: name.text, args, nameRange, range: this.since(name.start) };
  }

  private closing(open: Token): Token | null {
    const token = this.peek();
    if (token.kind === 'end') return this.fail(faults.unclosedParenthesis(), open);
    if (token.kind !== ')') return this.fail(leftOver(token), token);
    this.at++;
    return token;
  }

  private nested(token: Token, parse: () => Expr | null): Expr | null {
    if (this.depth === MAX_NESTING) return this.fail(faults.nestedTooDeep(MAX_NESTING), token);
    this.depth++;
    const result = parse();
    this.depth--;
    return result;
  }

  private fail(fault: Fault, range: Range): null {
    this.fault = fault;
    this.range = range;
    return null;
  }

  /** From `start` to the end of what was read last, closing parentheses included. */
  private since(start: number): Range {
    return { start, end: this.tokens[this.at - 1]?.end ?? start };
  }

  /** The parser never moves past `end`, which is always there. */
  private peek(): Token {
    return this.tokens[this.at] ?? this.tokens[this.tokens.length - 1]!;
  }
}

/** Why a token cannot follow a complete operand. */
function leftOver(token: Token): Fault {
  if (token.kind === 'name' && /^(and|or|div|mod)$/i.test(token.text)) {
    return faults.wantedLowerCase(token.text.toLowerCase());
  }
  return endsOperand(token) && token.kind !== ')' ? faults.wantedOperator(token.text) : faults.unexpected(token.text);
}
