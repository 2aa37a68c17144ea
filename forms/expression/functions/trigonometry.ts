import type { CompiledForm } from '../form/scope.ts';
import { toNumber } from '../form/value.ts';
import type { FunctionEntry } from './entry.ts';

export const trigonometryFunctions: FunctionEntry[] = [
  {
    name: 'pi',
    doc: 'π, the circumference of a circle over its diameter.',
    parameters: { required: [] },
    returns: 'number',
    form: () => () => Math.PI,
  },
  ofAngle('sin', 'The sine of an angle in radians.', Math.sin),
  ofAngle('cos', 'The cosine of an angle in radians.', Math.cos),
  ofAngle('tan', 'The tangent of an angle in radians.', Math.tan),
  ofRatio('asin', 'The angle in radians with that sine.', Math.asin),
  ofRatio('acos', 'The angle in radians with that cosine.', Math.acos),
  ofRatio('atan', 'The angle in radians with that tangent.', Math.atan),
  {
    name: 'atan2',
    doc: 'The angle in radians from the x axis to the point (x, y), given as y, x.',
    parameters: { required: ['number', 'number'] },
    argumentNames: ['y', 'x'],
    returns: 'number',
    form: ([y, x]) => {
      return (scope) => Math.atan2(toNumber(y!(scope)), toNumber(x!(scope)));
    },
  },
];

function ofAngle(name: string, doc: string, apply: (n: number) => number): FunctionEntry {
  return ofOne('angle', name, doc, apply);
}

function ofRatio(name: string, doc: string, apply: (n: number) => number): FunctionEntry {
  return ofOne('ratio', name, doc, apply);
}

function ofOne(argument: string, name: string, doc: string, apply: (n: number) => number): FunctionEntry {
  const form = ([arg]: readonly CompiledForm[]): CompiledForm => {
    return (scope) => apply(toNumber(arg!(scope)));
  };
  return { name, doc, parameters: { required: ['number'] }, argumentNames: [argument], returns: 'number', form };
}
