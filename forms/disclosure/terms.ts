import type { Expr } from '../expression/ast.ts';
import type { ScoreRule } from '../scoring/compile-score-rule.ts';
import { type EarlierRound, roundOf } from '../scoring/reads.ts';

/** One summand: a question's total over the commune, of this round or of an earlier one. */
export interface Term {
  name: string;
  round: EarlierRound | null;
}

interface Names {
  villageQuestions: ReadonlySet<string>;
  calculations: ReadonlyMap<string, ScoreRule>;
}

/**
 * The totals that an expression adds up, calculations resolved: of `sum(${a}) + sum(${b})` a and b. Null when it is more than a
 * plain sum, so that its value says something else about its questions.
 */
export function termsOf(ast: Expr, names: Names, round: EarlierRound | null = null): Term[] | null {
  switch (ast.kind) {
    case 'binary':
      return ast.operator === '+' ? joined(termsOf(ast.left, names, round), termsOf(ast.right, names, round)) : null;
    case 'reference': {
      const calculation = names.calculations.get(ast.name);
      if (calculation) return termsOf(calculation.ast, names, round);
      return [{ name: ast.name, round }];
    }
    case 'call': {
      const earlier = roundOf(ast);
      if (earlier) return round === null && ast.args.length === 1 ? termsOf(ast.args[0]!, names, earlier) : null;
      return ast.name === 'sum' && ast.args.length === 1 ? summed(ast.args[0]!, names, round) : null;
    }
    default:
      return null;
  }
}

/** What `sum(…)` adds up over the villages. */
function summed(ast: Expr, names: Names, round: EarlierRound | null): Term[] | null {
  if (ast.kind === 'binary' && ast.operator === '+') {
    return joined(summed(ast.left, names, round), summed(ast.right, names, round));
  }
  return ast.kind === 'reference' && names.villageQuestions.has(ast.name) ? [{ name: ast.name, round }] : null;
}

const joined = (left: Term[] | null, right: Term[] | null) => (left && right ? [...left, ...right] : null);

/** Every question that a rule reads, through calculations and in whatever round. `count(${x})` only asks who answered. */
export function questionsRead(ast: Expr, calculations: ReadonlyMap<string, ScoreRule>): Set<string> {
  const found = new Set<string>();
  visit(ast);
  return found;

  function visit(node: Expr): void {
    if (node.kind === 'negate') visit(node.operand);
    if (node.kind === 'binary') {
      visit(node.left);
      visit(node.right);
    }
    if (node.kind === 'call' && node.name !== 'count') for (const arg of node.args) visit(arg);
    if (node.kind !== 'reference' || found.has(node.name)) return;
    const calculation = calculations.get(node.name);
    found.add(node.name);
    if (calculation) visit(calculation.ast);
  }
}
