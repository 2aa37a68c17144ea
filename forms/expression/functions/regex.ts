import type { Expr } from '../ast.ts';
import { toText } from '../form/value.ts';
import { faults } from '../messages.ts';
import type { PatternFault } from '../regex/pattern.ts';
import { compileRegex } from '../regex/regex.ts';
import type { ArgumentFault, FunctionEntry } from './entry.ts';

export const regexFunction: FunctionEntry = {
  name: 'regex',
  parameters: { required: ['any', 'string'] },
  argumentNames: ['text', 'pattern'],
  returns: 'boolean',
  check: ([, pattern]) => (pattern?.kind === 'string' ? faultsOf(pattern) : []),
  form: ([text, pattern]) => {
    // A pattern is mostly the same text each time, so the last one is kept.
    let last: { pattern: string; regex: ReturnType<typeof compileRegex>['regex'] } | null = null;
    return (scope) => {
      const source = toText(pattern!(scope));
      if (last?.pattern !== source) last = { pattern: source, regex: compileRegex(source).regex };
      return last.regex?.search(toText(text!(scope))).found ?? false;
    };
  },
};

const reasons: Record<PatternFault['reason'], (part: string) => ArgumentFault['fault']> = {
  invalid: faults.regexInvalid,
  unsupported: faults.regexUnsupported,
  too_large: faults.regexTooLarge,
};

function faultsOf({ value, range }: Extract<Expr, { kind: 'string' }>): ArgumentFault[] {
  const { fault } = compileRegex(value);
  if (!fault) return [];
  const quote = range.start + 1;
  return [
    {
      fault: reasons[fault.reason](value.slice(fault.start, fault.end)),
      range: { start: quote + fault.start, end: quote + fault.end },
    },
  ];
}
