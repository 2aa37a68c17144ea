import type { Range } from '../../issue.ts';
import type { Expr } from '../ast.ts';
import type { CompiledForm } from '../form/scope.ts';
import type { Mode, ValueKind } from '../kind.ts';
import type { Fault } from '../messages.ts';
import type { CompiledScore } from '../score/compiled.ts';

/**
 * One function of the language; what people are told of it is in `documentation.ts`. It exists in a mode when it can be evaluated there. The builders get their arguments compiled
 * but not run, so that `if` and `once` choose what to run, and they get as many as `parameters` allows, which the checker sees to.
 */
export interface FunctionEntry {
  name: string;
  parameters: Parameters;
  /** What the arguments are called, in the order of `parameters`: required, optional, then one repeated group. */
  argumentNames?: readonly string[];
  /** The kind of the result, from the kinds of the arguments where it depends on them. */
  returns: ValueKind | ((args: readonly ValueKind[]) => ValueKind);
  /** What is wrong with arguments that are known before anything runs, such as a pattern in quotes. */
  check?: (args: readonly Expr[]) => readonly ArgumentFault[];
  form?: (args: readonly CompiledForm[]) => CompiledForm;
  score?: (args: readonly CompiledScore[]) => CompiledScore;
  /** Goes over the villages when it stands outside any other aggregate and has one argument, which is run in each village. */
  overVillages?: (each: CompiledScore) => CompiledScore;
}

export interface ArgumentFault {
  fault: Fault;
  range: Range;
}

/** `rest` is a group of parameters that may be repeated any number of times. */
export interface Parameters {
  required: readonly ValueKind[];
  optional?: readonly ValueKind[];
  rest?: readonly ValueKind[];
}

export function isInMode(entry: FunctionEntry, mode: Mode): boolean {
  return mode === 'form' ? entry.form !== undefined : entry.score !== undefined || entry.overVillages !== undefined;
}

/** Whether a call with so many arguments goes over the villages, when it stands in no other aggregate. */
export function isAggregate(entry: FunctionEntry | undefined, argCount: number): boolean {
  return entry?.overVillages !== undefined && argCount === 1;
}

/** The kind wanted of the argument at `index`; undefined when there may be none. */
export function parameterAt({ required, optional = [], rest = [] }: Parameters, index: number): ValueKind | undefined {
  const fixed = required.length + optional.length;
  if (index < fixed) return required[index] ?? optional[index - required.length];
  return rest[(index - fixed) % rest.length];
}

/** Whether a function may be called with so many arguments. */
export function acceptsCount({ required, optional = [], rest = [] }: Parameters, count: number): boolean {
  const fixed = required.length + optional.length;
  if (count < required.length) return false;
  return count <= fixed || (rest.length > 0 && (count - fixed) % rest.length === 0);
}

/** The kind that all have in common, for functions that return one of their arguments. */
export function commonKind(kinds: readonly ValueKind[]): ValueKind {
  const [first = 'any'] = kinds;
  return kinds.every((kind) => kind === first) ? first : 'any';
}
