import { type DateFields, dateOfDays, dateTimeOfDays, fieldsOf, instantOf, partOfDay, timeOf } from '../date.ts';
import type { CompiledForm, FormValue } from '../form/scope.ts';
import { toNumber, toText } from '../form/value.ts';
import type { FunctionEntry } from './entry.ts';

export const dateFunctions: FunctionEntry[] = [
  {
    name: 'today',
    parameters: { required: [] },
    returns: 'date',
    form: () => (scope) => scope.today?.() ?? '',
  },
  {
    name: 'now',
    parameters: { required: [] },
    returns: 'date',
    form: () => (scope) => scope.now?.() ?? '',
  },
  {
    name: 'date',
    parameters: { required: ['any'] },
    argumentNames: ['value'],
    returns: 'date',
    form: ([arg]) => {
      return (scope) => dateOfDays(toNumber(arg!(scope)));
    },
  },
  {
    name: 'date-time',
    parameters: { required: ['any'] },
    argumentNames: ['value'],
    returns: 'date',
    form: ([arg]) => {
      return (scope) => dateTime(arg!(scope));
    },
  },
  {
    name: 'decimal-date-time',
    parameters: { required: ['any'] },
    argumentNames: ['value'],
    returns: 'number',
    form: ([arg]) => {
      return (scope) => {
        const value = arg!(scope);
        const fields = fieldsOf(toText(value));
        return fields ? instantOf(fields) : toNumber(value);
      };
    },
  },
  {
    name: 'decimal-time',
    parameters: { required: ['any'] },
    argumentNames: ['time'],
    returns: 'number',
    form: ([arg]) => {
      return (scope) => {
        const text = toText(arg!(scope));
        const fields = timeOf(text) ?? fieldsOf(text);
        return fields ? partOfDay(fields) : Number.NaN;
      };
    },
  },
  {
    name: 'format-date',
    parameters: { required: ['any', 'string'] },
    argumentNames: ['date', 'pattern'],
    returns: 'string',
    form: (args) => formatted(args, dateParts),
  },
  {
    name: 'format-date-time',
    parameters: { required: ['any', 'string'] },
    argumentNames: ['value', 'pattern'],
    returns: 'string',
    form: (args) => formatted(args, (fields) => ({ ...dateParts(fields), ...timeParts(fields) })),
  },
];

function dateTime(value: FormValue): string {
  const fields = fieldsOf(toText(value));
  const text = dateTimeOfDays(toNumber(value));
  return fields ? text.slice(0, -1) + fields.zone : text;
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** What each letter of a pattern stands for. */
type Parts = Readonly<Record<string, string>>;

/** An unknown letter stays as it is written; what is no date gives blank text. */
function formatted([date, pattern]: readonly CompiledForm[], partsOf: (fields: DateFields) => Parts): CompiledForm {
  return (scope) => {
    const value = date!(scope);
    const fields = fieldsOf(typeof value === 'number' ? dateTimeOfDays(value) : toText(value));
    if (!fields) return '';
    const parts = partsOf(fields);
    return toText(pattern!(scope)).replace(/%([a-zA-Z0-9%])/g, (written, letter: string) => parts[letter] ?? written);
  };
}

const padded = (value: number, width: number) => String(Math.trunc(value)).padStart(width, '0');

function dateParts({ year, month, day, weekday }: DateFields): Parts {
  return {
    Y: padded(year, 4),
    y: padded(year % 100, 2),
    m: padded(month, 2),
    n: String(month),
    b: months[month - 1] ?? '',
    d: padded(day, 2),
    e: String(day),
    a: weekdays[weekday] ?? '',
    '%': '%',
  };
}

function timeParts({ hour, minute, second }: DateFields): Parts {
  return {
    H: padded(hour, 2),
    h: String(hour),
    M: padded(minute, 2),
    S: padded(second, 2),
    '3': padded(Math.min(Math.round((second % 1) * 1000), 999), 3),
  };
}
