import type { Expr } from '../expression/ast.ts';
import { parseExpression } from '../expression/parse.ts';
import { compileScore } from '../expression/score/compile.ts';
import type { CompiledScore } from '../expression/score/compiled.ts';

/** A score-mode expression made ready to run, with its tree for what only looks at it. */
export interface ScoreRule {
  run: CompiledScore;
  ast: Expr;
}

/** @throws when the source does not parse: the definition was not checked. */
export function compileScoreRule(source: string): ScoreRule {
  const { ast, issues } = parseExpression(source);
  if (!ast) throw new Error(`Unchecked expression “${source}”: ${issues[0]?.message.en}`);
  return { run: compileScore(ast), ast };
}
