import type { CompiledForm } from '../form/scope.ts';
import { toNumber } from '../form/value.ts';
import type { FunctionEntry } from './entry.ts';

export const trigonometryFunctions: FunctionEntry[] = [
  {
    name: 'pi',
    parameters: { required: [] },
    returns: 'number',
    form: () => () => Math.PI,
  },
  ofAngle('sin', Math.sin),
  ofAngle('cos', Math.cos),
  ofAngle('tan', Math.tan),
  ofRatio('asin', Math.asin),
  ofRatio('acos', Math.acos),
  ofRatio('atan', Math.atan),
  {
    name: 'atan2',
    parameters: { required: ['number', 'number'] },
    argumentNames: ['y', 'x'],
    returns: 'number',
    form: ([y, x]) => {
      return (scope) => Math.atan2(toNumber(y!(scope)), toNumber(x!(scope)));
    },
  },
];

function ofAngle(name: string, apply: (n: number) => number): FunctionEntry {
  return ofOne('angle', name, apply);
}

function ofRatio(name: string, apply: (n: number) => number): FunctionEntry {
  return ofOne('ratio', name, apply);
}

function ofOne(argument: string, name: string, apply: (n: number) => number): FunctionEntry {
  const form = ([arg]: readonly CompiledForm[]): CompiledForm => {
    return (scope) => apply(toNumber(arg!(scope)));
  };
  return { name, parameters: { required: ['number'] }, argumentNames: [argument], returns: 'number', form };
}
