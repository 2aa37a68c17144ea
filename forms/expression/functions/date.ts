import { dateOfDays, fieldsOf } from '../date.ts';
import type { FormValue } from '../form/scope.ts';
import { toNumber, toText } from '../form/value.ts';
import type { FunctionEntry } from './entry.ts';

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
    returns: 'date',
    form: ([arg]) => {
      return (scope) => dateOfDays(toNumber(arg!(scope)));
    },
  },
  {
    name: 'format-date',
    doc: 'A date in a pattern: %Y year, %m month, %d day, %n and %e without a leading 0, %H %M %S time, %a weekday, %b month.',
    parameters: { required: ['any', 'string'] },
    returns: 'string',
    form: ([date, pattern]) => {
      return (scope) => formatDate(date!(scope), toText(pattern!(scope)));
    },
  },
];

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** ODK's patterns; an unknown one stays as it is written. */
function formatDate(value: FormValue, pattern: string): string {
  const text = typeof value === 'number' ? dateOfDays(value) : toText(value);
  const fields = fieldsOf(text);
  if (!fields) return '';
  const digits = (value: number, width: number) => String(Math.trunc(value)).padStart(width, '0');
  const parts: Record<string, string> = {
    Y: digits(fields.year, 4),
    y: digits(fields.year % 100, 2),
    m: digits(fields.month, 2),
    n: String(fields.month),
    b: months[fields.month - 1] ?? '',
    d: digits(fields.day, 2),
    e: String(fields.day),
    H: digits(fields.hour, 2),
    h: String(fields.hour),
    M: digits(fields.minute, 2),
    S: digits(fields.second, 2),
    '3': digits((fields.second % 1) * 1000, 3),
    a: weekdays[fields.weekday] ?? '',
    '%': '%',
  };
  return pattern.replace(/%([a-zA-Z0-9%])/g, (written, letter: string) => parts[letter] ?? written);
}
