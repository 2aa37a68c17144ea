import type { Expr } from '../expression/ast.ts';
import { roundOf } from './reads.ts';

/**
 * Whether an expression is a plain sum over villages (`sum(${a}) + count-if(…)`), so that its value over a commune is the sum of
 * its values over each village by itself; that of an earlier round counts as one.
 */
export function isAdditive(ast: Expr): boolean {
  if (ast.kind === 'binary') return ast.operator === '+' && isAdditive(ast.left) && isAdditive(ast.right);
  if (ast.kind !== 'call') return false;
  if (roundOf(ast)) return ast.args.every(isAdditive);
  if (ast.name === 'count-villages') return true;
  return (ast.name === 'sum' || ast.name === 'count-if') && ast.args.length === 1;
}

/** Whether it only ever counts villages, each of which then adds 0 or 1. */
export function countsVillages(ast: Expr): boolean {
  if (ast.kind === 'binary') return false;
  return ast.kind === 'call' && (ast.name === 'count-if' || ast.name === 'count-villages');
}
