import type { FormScope } from '../expression/form/scope.ts';
import type { CompiledLevel } from './compile-level.ts';
import type { FormRule } from './compile-rule.ts';
import type { EvaluatedLevel } from './evaluate-level.ts';

/** How constraints and checks read the answers: what was not asked counts as 0, and what is blank lets nothing be judged. */
export interface RuleScope {
  scope: FormScope;
  canJudge(rule: FormRule): boolean;
}

export function ruleScope(level: CompiledLevel, { values, relevant, scope }: EvaluatedLevel): RuleScope {
  return {
    scope: {
      ...scope,
      value(name) {
        if (relevant.has(name)) return values.get(name);
        const kind = level.questions.get(name)?.entry.kind;
        return kind === 'number' || kind === 'any' ? 0 : undefined;
      },
    },
    canJudge: (rule) => rule.names.every((name) => values.has(name) || !relevant.has(name)),
  };
}
