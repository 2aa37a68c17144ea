import type { Expr } from '../expression/ast.ts';
import { parseChecked } from '../expression/parse-checked.ts';
import { compileScore } from '../expression/score/compile.ts';
import type { CompiledScore } from '../expression/score/compiled.ts';

/** A score-mode expression made ready to run, with its tree for what only looks at it. */
export interface ScoreRule {
  run: CompiledScore;
  ast: Expr;
}

/** @throws when the source does not parse: the definition was not checked. */
export function compileScoreRule(source: string): ScoreRule {
  const ast = parseChecked(source);
  return { run: compileScore(ast), ast };
}
