import type { Expr } from '../expression/ast.ts';
import type { ScoreRule } from './compile-score-rule.ts';

/** The rounds that rules compare with. */
export type EarlierRound = 'previous' | 'baseline';

/** What a rule reads to come to its verdict, through the calculations that it uses. */
export interface Reads {
  /** Names of the round being scored. */
  current: ReadonlySet<string>;
  /** The earlier round that it looks at too; of both, the baseline. */
  earlier: EarlierRound | null;
  /** Whether it divides or writes a decimal, so that whole numbers need not stay whole. */
  fractions: boolean;
}

export function readsOf(rules: readonly ScoreRule[], calculations: ReadonlyMap<string, ScoreRule>): Reads {
  const current = new Set<string>();
  const seen = new Set<string>();
  let earlier: EarlierRound | null = null;
  let fractions = false;
  for (const { ast } of rules) visit(ast, false);
  return { current, earlier, fractions };

  function visit(node: Expr, inEarlier: boolean) {
    switch (node.kind) {
      case 'number':
        fractions ||= node.text.includes('.');
        return;
      case 'reference':
        return reference(node.name, inEarlier);
      case 'negate':
        return visit(node.operand, inEarlier);
      case 'binary':
        fractions ||= node.operator === 'div';
        visit(node.left, inEarlier);
        return visit(node.right, inEarlier);
      case 'call': {
        const round = roundOf(node);
        if (round && earlier !== 'baseline') earlier = round;
        for (const arg of node.args) visit(arg, inEarlier || round !== null);
      }
    }
  }

  function reference(name: string, inEarlier: boolean) {
    const key = `${inEarlier} ${name}`;
    if (seen.has(key)) return;
    seen.add(key);
    if (!inEarlier) current.add(name);
    const calculation = calculations.get(name);
    if (calculation) visit(calculation.ast, inEarlier);
  }
}

/** The round that an expression is wholly about: `baseline(…)`. */
export function roundOf(ast: Expr): EarlierRound | null {
  return ast.kind === 'call' && (ast.name === 'previous' || ast.name === 'baseline') ? ast.name : null;
}
