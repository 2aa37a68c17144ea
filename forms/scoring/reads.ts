import type { Expr } from '../expression/ast.ts';
import type { ScoreRule } from './compile-score-rule.ts';

/** What a rule reads to come to its verdict, through the calculations that it uses. */
export interface Reads {
  /** Names of the round being scored. */
  current: ReadonlySet<string>;
  /** Whether it looks at the previous round or the baseline too. */
  earlier: boolean;
  /** Whether it divides or writes a decimal, so that whole numbers need not stay whole. */
  fractions: boolean;
}

export function readsOf(rules: readonly ScoreRule[], calculations: ReadonlyMap<string, ScoreRule>): Reads {
  const current = new Set<string>();
  const seen = new Set<string>();
  let earlier = false;
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
        const turnsBack = node.name === 'previous' || node.name === 'baseline';
        earlier ||= turnsBack;
        for (const arg of node.args) visit(arg, inEarlier || turnsBack);
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
