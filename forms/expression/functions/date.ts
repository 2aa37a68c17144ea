import { type DateFields, dateOfDays, dateTimeOfDays, fieldsOf, instantOf, partOfDay, timeOf } from '../date.ts';
import type { CompiledForm, FormValue } from '../form/scope.ts';
import { toNumber, toText } from '../form/value.ts';
import type { FunctionEntry } from './entry.ts';

const ENGLISH = 'Names of months and days are English in every language; write numbers instead.';

export const dateFunctions: FunctionEntry[] = [
  {
    name: 'today',
    doc: 'Today’s date.',
    parameters: { required: [] },
    returns: 'date',
    form: () => (scope) => scope.today?.() ?? '',
  },
  {
    name: 'now',
    doc: 'The present date and time.',
    parameters: { required: [] },
    returns: 'date',
    form: () => (scope) => scope.now?.() ?? '',
  },
  {
    name: 'date',
    doc: 'The date written as text, or so many days after 1970-01-01; blank when it is none.',
    parameters: { required: ['any'] },
    argumentNames: ['value'],
    returns: 'date',
    form: ([arg]) => {
      return (scope) => dateOfDays(toNumber(arg!(scope)));
    },
  },
  {
    name: 'date-time',
    doc: 'The date and time written as text, or so many days after 1970-01-01 UTC; blank when it is none.',
    parameters: { required: ['any'] },
    argumentNames: ['value'],
    deviation: 'ODK Collect’s; the ODK specification does not list it. The offset from UTC stays as it was written.',
    returns: 'date',
    form: ([arg]) => {
      return (scope) => dateTime(arg!(scope));
    },
  },
  {
    name: 'decimal-date-time',
    doc: 'How many days a date and time is after 1970-01-01 UTC, with the part of the day as a fraction.',
    parameters: { required: ['any'] },
    argumentNames: ['value'],
    deviation: 'A date or time without an offset is taken as UTC, because the engine knows no time zone.',
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
    doc: 'A time of day as a part of the day: noon is 0.5.',
    parameters: { required: ['any'] },
    argumentNames: ['time'],
    deviation: 'The time is read as its clock shows it, whatever its offset; the time of a date-time will do too.',
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
    doc: 'A date in a pattern: %Y %y year, %m %n month, %d %e day (%n and %e without a leading 0), %b month and %a day in letters.',
    parameters: { required: ['any', 'string'] },
    argumentNames: ['date', 'pattern'],
    deviation: ENGLISH,
    returns: 'string',
    form: (args) => formatted(args, dateParts),
  },
  {
    name: 'format-date-time',
    doc: 'A date and time in a pattern: those of format-date, and %H %h hour, %M minute, %S second, %3 millisecond.',
    parameters: { required: ['any', 'string'] },
    argumentNames: ['value', 'pattern'],
    deviation: ENGLISH,
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

/** An unknown letter stays as it is written, and so does a blank date. */
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
