import type { Binary, BinaryOperator, Call, Expr } from '../ast.ts';
import { isAggregate } from '../functions/entry.ts';
import { functionNamed } from '../functions/registry.ts';
import { asNumber, asTruth } from './coerce.ts';
import { equal, less } from './compare.ts';
import type { CompiledScore } from './compiled.ts';
import { exactFromText } from './exact.ts';
import * as interval from './interval.ts';
import { and, not, or } from './logic.ts';
import { exactly, type ScoreValue, truthValue, unknown } from './value.ts';

/**
 * Turns a checked expression into a closure that computes exactly with intervals and three-valued logic (docs/domain.md §3).
 * Expects no issue of severity error from `checkExpression`; what the checker refuses is a bug of the caller and throws.
 */
export function compileScore(ast: Expr): CompiledScore {
  return compile(ast, false);
}

function compile(ast: Expr, inVillage: boolean): CompiledScore {
  switch (ast.kind) {
    case 'number': {
      const exact = exactFromText(ast.text);
      if (exact === null) throw new Error(`The numeral ${ast.text} was not parsed.`);
      const value = exactly(exact);
      return () => value;
    }
    case 'string': {
      const value: ScoreValue = { kind: 'text', value: ast.value };
      return () => value;
    }
    case 'reference': {
      const { name } = ast;
      return (scope) => scope.value(name) ?? unknown;
    }
    case 'negate': {
      const operand = compile(ast.operand, inVillage);
      return (scope) => interval.negate(asNumber(operand(scope)));
    }
    case 'binary':
      return compileBinary(ast, inVillage);
    case 'call':
      return compileCall(ast, inVillage);
    case 'self':
    case 'parent':
    case 'column':
      throw new Error(`A ${ast.kind} was not refused in score mode.`);
  }
}

function compileBinary({ operator, left: a, right: b }: Binary, inVillage: boolean): CompiledScore {
  const left = compile(a, inVillage);
  const right = compile(b, inVillage);
  if (operator === 'and') {
    return (scope) => {
      const first = asTruth(left(scope));
      return truthValue(first === false ? false : and(first, asTruth(right(scope))));
    };
  }
  if (operator === 'or') {
    return (scope) => {
      const first = asTruth(left(scope));
      return truthValue(first === true ? true : or(first, asTruth(right(scope))));
    };
  }
  const apply = operators[operator];
  return (scope) => apply(left(scope), right(scope));
}

const operators: Record<Exclude<BinaryOperator, 'and' | 'or'>, (a: ScoreValue, b: ScoreValue) => ScoreValue> = {
  '=': (a, b) => truthValue(equal(a, b)),
  '!=': (a, b) => truthValue(not(equal(a, b))),
  '<': (a, b) => truthValue(less(asNumber(a), asNumber(b), false)),
  '<=': (a, b) => truthValue(less(asNumber(a), asNumber(b), true)),
  '>': (a, b) => truthValue(less(asNumber(b), asNumber(a), false)),
  '>=': (a, b) => truthValue(less(asNumber(b), asNumber(a), true)),
  '+': (a, b) => interval.add(asNumber(a), asNumber(b)),
  '-': (a, b) => interval.sub(asNumber(a), asNumber(b)),
  '*': (a, b) => interval.mul(asNumber(a), asNumber(b)),
  div: (a, b) => interval.div(asNumber(a), asNumber(b)),
  mod: (a, b) => interval.mod(asNumber(a), asNumber(b)),
};

function compileCall(call: Call, inVillage: boolean): CompiledScore {
  const entry = functionNamed(call.name);
  if (!inVillage && entry?.overVillages && isAggregate(entry, call.args.length)) {
    return entry.overVillages(compile(call.args[0]!, true));
  }
  if (!entry?.score) throw new Error(`The function ${call.name} was not checked for score mode.`);
  return entry.score(call.args.map((arg) => compile(arg, inVillage)));
}
