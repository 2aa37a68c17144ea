import { toBoolean } from '../expression/form/value.ts';
import type { Issue } from '../issue.ts';
import type { CompiledCheck, CompiledLevel } from './compile-level.ts';
import { fillIn } from './message.ts';
import type { RuleScope } from './rule-scope.ts';

/** What a check across questions finds: null when it holds, or while a question that it reads is blank. */
export function judgeCheck({ check, rule }: CompiledCheck, level: CompiledLevel, rules: RuleScope): Issue | null {
  if (!rules.canJudge(rule) || toBoolean(rule.run(rules.scope))) return null;
  const [first = check.id, ...related] = rule.names;
  return {
    code: 'check',
    severity: check.severity,
    path: first,
    message: fillIn(check.message, level, (name) => rules.scope.value(name) ?? null),
    rule: check.id,
    ...(related.length > 0 && { related }),
  };
}
