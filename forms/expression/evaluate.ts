import type { Issue } from '../issue.ts';
import type { Value } from '../value.ts';
import { checkExpression } from './check.ts';
import { compileForm } from './form/compile.ts';
import type { FormSources, FormValue } from './form/scope.ts';
import type { Mode } from './kind.ts';
import { looseNames, looseScope } from './loose-scope.ts';
import { parseExpression } from './parse.ts';
import { compileScore } from './score/compile.ts';
import { toNumber } from './score/exact.ts';
import { isPoint } from './score/interval.ts';
import type { ScoreValue } from './score/value.ts';

export interface EvaluateInput {
  /** `form` unless said. */
  mode?: Mode;
  /** Answers by question name; `.` is the question that the expression belongs to. */
  values?: Record<string, Value>;
  /** The clock and its like, for form mode; what is missing reads as blank. */
  sources?: FormSources;
}

export interface Evaluation {
  value: Value;
  issues: Issue[];
}

/**
 * Reads, checks and runs one expression by itself, for a try-out box and for tests. `value` is null when there is an error, when
 * the result is no JSON value (NaN, infinity), and in score mode while it is undetermined.
 *
 * A name that `values` lacks is blank in form mode and unknown in score mode. There, a list is the villages' answers when an
 * aggregate reads it (null being a village that has not answered), unless `selected` and its like take it as one answer.
 * Without any list there is one village, whose answers are those given. There is no clock but what `sources` has: without it, `today()` is blank.
 */
export function evaluateExpression(source: string, input: EvaluateInput = {}): Evaluation {
  const { mode = 'form', values = {}, sources = {} } = input;
  const { ast, issues } = parseExpression(source);
  if (!ast) return { value: null, issues };
  const names = looseNames(ast, mode, values);
  // Whether a name belongs to villages is guessed from its use here, so the warning could only be about the guess.
  const found = checkExpression(ast, { mode, names, self: mode === 'form', path: '' }).filter(
    ({ code }) => code !== 'no_village_question',
  );
  if (found.some(({ severity }) => severity === 'error')) return { value: null, issues: found };
  if (mode === 'score') return { value: scoreResult(compileScore(ast)(looseScope(values, names))), issues: found };
  const read = (name: string) => (Object.hasOwn(values, name) ? formAnswer(values[name]) : undefined);
  return { value: formResult(compileForm(ast)({ ...sources, value: read, self: read('.') ?? null })), issues: found };
}

/** A form's list holds names only; one given by village holds numbers and nulls too. */
function formAnswer(value: Value | undefined): Value | undefined {
  return Array.isArray(value) ? value.map((item) => String(item ?? '')) : value;
}

function formResult(value: FormValue): Value {
  return typeof value === 'number' && !Number.isFinite(value) ? null : value;
}

function scoreResult(value: ScoreValue): Value {
  switch (value.kind) {
    case 'number': {
      const number = isPoint(value) ? toNumber(value.lo) : Number.NaN;
      return Number.isFinite(number) ? number : null;
    }
    case 'list':
      return value.value === null ? null : [...value.value];
    case 'boolean':
    case 'text':
      return value.value;
    case 'unknown':
    case 'not_asked':
      return null;
  }
}
