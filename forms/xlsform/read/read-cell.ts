import type { Field } from '../format/field.ts';
import type { CellValue } from '../workbook/cell.ts';
import { isoDate } from './iso-date.ts';
import { quote } from './quote.ts';
import { readParameters } from './read-parameters.ts';

/** What a cell gives: a value; nothing, when it is blank; or why it cannot be one. */
export type CellReading =
  | { value: unknown; fault?: undefined }
  | { value?: undefined; fault: { vi: string; en: string } };

const yes = ['yes', 'true', 'có'];
const no = ['no', 'false', 'không'];

/** The cell as its column's kind of value. */
export function readCell(cell: CellValue, field: Field, from1904: boolean): CellReading {
  if (typeof cell === 'object') {
    return cell.error === null
      ? refuse(
          'ô là công thức chưa có kết quả; mở tệp bằng Excel rồi lưu lại',
          'the cell is a formula without a result; open the file in Excel and save it again',
        )
      : refuse(`ô chứa lỗi ${cell.error}`, `the cell holds the error ${cell.error}`);
  }
  const text = textOf(cell);
  if (text.trim() === '') return { value: undefined };
  const word = text.trim().toLowerCase();
  switch (field.kind) {
    case 'name':
      return { value: text.trim() };
    case 'word':
      return field.options?.includes(word) === false ? notOneOf(text, field.options) : { value: word };
    case 'flag':
      if (yes.includes(word)) return { value: true };
      return no.includes(word) ? { value: false } : notOneOf(text, ['yes', 'no']);
    case 'rule':
      if (yes.includes(word)) return { value: true };
      return { value: no.includes(word) ? false : text };
    case 'expression':
      return { value: typeof cell === 'boolean' ? `${cell}()` : text };
    case 'number':
      return readNumber(cell, text);
    case 'date':
      return { value: typeof cell === 'number' ? (isoDate(cell, from1904) ?? text) : text.trim() };
    case 'names':
      return { value: namesIn(text) };
    case 'parameters': {
      const parameters = readParameters(text);
      return parameters
        ? { value: parameters }
        : refuse(
            `${quote(text)} không theo mẫu “start=0 end=10”`,
            `${quote(text)} is not written like “start=0 end=10”`,
          );
    }
    case 'default':
      return { value: typeof cell === 'number' ? cell : text };
    default:
      return { value: text };
  }
}

export function textOf(cell: Exclude<CellValue, object>): string {
  return typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell);
}

function readNumber(cell: CellValue, text: string): CellReading {
  if (typeof cell === 'number') return { value: cell };
  const match = /^(-?\d+(?:\.\d+)?)(\s*%)?$/.exec(text.trim());
  if (!match)
    return refuse(
      `${quote(text)} không phải là số (phần lẻ dùng dấu chấm)`,
      `${quote(text)} is not a number with a decimal point`,
    );
  return { value: match[2] ? Number(match[1]) / 100 : Number(match[1]) };
}

/** One a line when there are lines, otherwise parted by semicolons. */
function namesIn(text: string): string[] {
  return text
    .split(text.includes('\n') ? '\n' : ';')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function notOneOf(text: string, options: readonly string[]): CellReading {
  const list = options.join(', ');
  return refuse(`${quote(text.trim())} phải là một trong: ${list}`, `${quote(text.trim())} has to be one of: ${list}`);
}

function refuse(vi: string, en: string): CellReading {
  return { fault: { vi, en } };
}
