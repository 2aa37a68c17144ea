import { type CellValue, isoDate } from '../../../forms/index.ts';
import { isDay } from '../../db/local-time.ts';
import { identifiesNobody } from '../../http/free-text.ts';
import type { FaultCode } from '../faults.ts';

/** What a cell says: a value; that what is there is to be taken away; or why it cannot be read. */
export type Reading<T> = { value: T } | { fault: FaultCode; values?: Record<string, string> };

/** Written alone in a cell, it takes away what is there; a blank cell leaves it. */
export const CLEAR = '-';

/** The text of a cell; null for an error. What an export wrote before a sign that begins a formula is taken off again. */
export function cellText(cell: CellValue): string | null {
  if (typeof cell === 'object') return null;
  const text = String(cell).normalize('NFC').trim().replace(/\s+/g, ' ');
  return /^'[=+\-@]/.test(text) ? text.slice(1) : text;
}

export const line =
  (length: number) =>
  (text: string): Reading<string> => {
    if (text.length > length || /\p{Cc}/u.test(text))
      return { fault: 'text_invalid', values: { length: String(length) } };
    return identifiesNobody(text) ? { value: text } : { fault: 'personal_data' };
  };

/** A whole number, with or without separators of thousands: 1.234 and 1,234 are 1234. */
export function wholeNumber(text: string): Reading<number> {
  const digits = /^\d{1,3}([., ]\d{3})+$/.test(text) ? text.replace(/[., ]/g, '') : text;
  return /^\d{1,12}$/.test(digits) ? { value: Number(digits) } : { fault: 'number_invalid', values: { text } };
}

const yes = ['có', 'co', 'x', 'yes', 'y', 'true', '1'];
const no = ['không', 'khong', 'no', 'n', 'false', '0'];

/** Yes or no, as answers have it. */
export function yesNo(text: string): Reading<'yes' | 'no'> {
  const word = text.toLowerCase();
  if (yes.includes(word)) return { value: 'yes' };
  return no.includes(word) ? { value: 'no' } : { fault: 'yes_no_invalid' };
}

export const code = (text: string): Reading<string> =>
  /^\d{1,10}$/.test(text) ? { value: text } : { fault: 'code_invalid' };

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
export const isId = (text: string): boolean => UUID.test(text);

export const id = (text: string): Reading<string> =>
  isId(text) ? { value: text.toLowerCase() } : { fault: 'id_invalid' };

export const email = (text: string): Reading<string> =>
  /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;.]+$/.test(text) && text.length <= 200 ? { value: text } : { fault: 'email_invalid' };

/** A day, YYYY-MM-DD: so written, or day first as in Viet Nam, or a spreadsheet's own number of it. */
export function day(text: string, isNumber: boolean, from1904: boolean): Reading<string> {
  const fault = { fault: 'day_invalid', values: { text } } as const;
  if (isNumber) {
    const found = isoDate(Number(text), from1904);
    return found === null ? fault : { value: found };
  }
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const [year, month, date] = iso ? iso.slice(1) : local ? [local[3], local[2], local[1]] : [];
  if (!year || !month || !date) return fault;
  const value = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(value) ? { value } : fault;
}
