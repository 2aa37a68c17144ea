import type { Binary, BinaryOperator, Call, Expr } from '../ast.ts';
import { functionNamed } from '../functions/registry.ts';
import type { CompiledForm, FormValue } from './scope.ts';
import { isEqual, toBoolean, toNumber } from './value.ts';

/**
 * Turns a checked expression into a closure with ODK's meaning: a blank is `''`, arithmetic is on doubles, a comparison with
 * NaN is false. Expects no issue of severity error from `checkExpression`; an unknown function is a bug of the caller and throws.
 */
export function compileForm(ast: Expr): CompiledForm {
  switch (ast.kind) {
    case 'number': {
      const value = Number(ast.text);
      return () => value;
    }
    case 'string': {
      const { value } = ast;
      return () => value;
    }
    case 'reference': {
      const { name } = ast;
      return (scope) => scope.value(name) ?? '';
    }
    case 'self':
      return (scope) => scope.self ?? '';
    // It stands only as the argument of `position`, which does not run it.
    case 'parent':
      return () => '';
    case 'column': {
      const { name } = ast;
      return (scope) => scope.column?.(name) ?? '';
    }
    case 'negate': {
      const operand = compileForm(ast.operand);
      return (scope) => -toNumber(operand(scope));
    }
    case 'binary':
      return compileBinary(ast);
    case 'call':
      return compileCall(ast);
  }
}

function compileBinary({ operator, left: a, right: b }: Binary): CompiledForm {
  const left = compileForm(a);
  const right = compileForm(b);
  if (operator === 'and') return (scope) => toBoolean(left(scope)) && toBoolean(right(scope));
  if (operator === 'or') return (scope) => toBoolean(left(scope)) || toBoolean(right(scope));
  const apply = operators[operator];
  return (scope) => apply(left(scope), right(scope));
}

const operators: Record<Exclude<BinaryOperator, 'and' | 'or'>, (a: FormValue, b: FormValue) => FormValue> = {
  '=': isEqual,
  '!=': (a, b) => !isEqual(a, b),
  '<': (a, b) => toNumber(a) < toNumber(b),
  '<=': (a, b) => toNumber(a) <= toNumber(b),
  '>': (a, b) => toNumber(a) > toNumber(b),
  '>=': (a, b) => toNumber(a) >= toNumber(b),
  '+': (a, b) => toNumber(a) + toNumber(b),
  '-': (a, b) => toNumber(a) - toNumber(b),
  '*': (a, b) => toNumber(a) * toNumber(b),
  div: (a, b) => toNumber(a) / toNumber(b),
  mod: (a, b) => toNumber(a) % toNumber(b),
};

function compileCall(call: Call): CompiledForm {
  const entry = functionNamed(call.name);
  if (!entry?.form) throw new Error(`The function ${call.name} was not checked for form mode.`);
  return entry.form(call.args.map(compileForm));
}
