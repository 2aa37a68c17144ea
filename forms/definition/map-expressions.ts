import { defaultExpression } from './default-value.ts';
import type { FormDefinition } from './schema.ts';

/** The keys of a definition that hold an expression when they hold text. */
const expressionKeys = new Set([
  'relevant',
  'required',
  'readonly',
  'constraint',
  'calculation',
  'choice_filter',
  'test',
  'expression',
  'applicable',
  'numerator',
  'denominator',
  'when',
]);

/** The keys whose members are named by the form's author, so that one called `test` is no expression. */
const authorNamed = new Set(['choices', 'parameters']);

/** The same definition with every expression replaced, a `default` that is one included. */
export function mapExpressions(definition: FormDefinition, map: (source: string) => string): FormDefinition {
  return mapped(definition) as FormDefinition;

  function mapped(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(mapped);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, mappedMember(key, member)]));
  }

  function mappedMember(key: string, member: unknown): unknown {
    if (typeof member !== 'string') return authorNamed.has(key) ? member : mapped(member);
    const isExpression = expressionKeys.has(key) || (key === 'default' && defaultExpression({ default: member }));
    return isExpression ? map(member) : member;
  }
}
