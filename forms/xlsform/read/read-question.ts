import type { QuestionType } from '../../definition/schema.ts';
import { suggest } from '../../expression/suggest.ts';
import { knownTypeWords, type TypeCell } from '../format/question-type-cell.ts';
import { questionFields } from '../format/survey-fields.ts';
import { combineRelevants } from './combine-relevants.ts';
import { isoDate } from './iso-date.ts';
import { quote } from './quote.ts';
import { type Draft, readRow } from './read-row.ts';
import type { Reader } from './reader.ts';
import { cellText, placeIn, type Table, type TableRow } from './table.ts';

type QuestionCell = Extract<TypeCell, { kind: 'question' }>;

/** A name as the definition wants it. */
const validName = /^[A-Za-z_][A-Za-z0-9_.-]{0,63}$/;

/** What a type does with its `parameters`; others have no effect here. */
const knownParameters: Partial<Record<QuestionType, string[]>> = {
  range: ['start', 'end', 'step'],
  integer: ['min', 'max'],
  decimal: ['min', 'max'],
};

/** The question of a row, `path` being where it will stand; `inner` is the condition of the groups around it in its section. */
export function readQuestion(
  table: Table,
  row: TableRow,
  { type, list, orOther, rest }: QuestionCell,
  inner: string | undefined,
  path: string,
  reader: Reader,
): Draft {
  const place = { sheet: table.sheet, row: row.number };
  const typePlace = placeIn(table, row, 'type');
  const read = readRow(table, row, questionFields, path, reader);
  const question: Draft = { type, ...read, ...(list !== undefined && { choices: list }) };
  if (question.name === undefined && type === 'note') question.name = `generated_note_name_${row.number}`;
  checkName(question.name, row, table, reader);
  if (orOther) {
    reader.error(
      'or_other',
      typePlace,
      '“or_other” không được hỗ trợ; hãy thêm một lựa chọn “khác” và một câu hỏi text có relevant.',
      '“or_other” is not supported; add a choice “other” and a text question with a relevant.',
    );
  }
  if (rest !== '') {
    reader.error(
      'invalid_value',
      typePlace,
      `không hiểu ${quote(rest)} sau tên danh sách lựa chọn.`,
      `${quote(rest)} behind the name of the list of choices is not understood.`,
    );
  }
  if (list !== undefined && read.choices !== undefined && read.choices !== list) {
    reader.error(
      'invalid_value',
      placeIn(table, row, 'choices'),
      `“type” đã nêu danh sách ${quote(list)}; để trống cột “choices”.`,
      `“type” already names the list ${quote(list)}; leave the column “choices” blank.`,
    );
  }
  const relevant = combineRelevants([inner, read.relevant as string | undefined], place, reader);
  if (inner !== undefined && relevant !== undefined) {
    question.relevant = relevant;
    reader.sources.add(`${path}.relevant`, place);
  }
  if (question.default !== undefined) question.default = defaultFor(type, question.default, reader);
  warnOfReferences(read, path, reader);
  warnOfParameters(type, read.parameters as Draft | undefined, path, reader);
  return question;
}

/** A row whose type cannot be asked: says so, and gives a hidden question so that what refers to it is not reported as well. */
export function refuseQuestion(
  table: Table,
  row: TableRow,
  type: TypeCell & { type: string },
  reader: Reader,
): Draft | null {
  const place = placeIn(table, row, 'type');
  if (type.kind === 'metadata') {
    reader.warning(
      'unsupported_metadata',
      place,
      `siêu dữ liệu ${quote(type.type)} không được thu thập; dòng này bị bỏ qua.`,
      `the metadata ${quote(type.type)} is not collected; this row is left out.`,
    );
    return null;
  }
  if (type.kind === 'unsupported') {
    reader.error(
      'unsupported_type',
      place,
      `loại câu hỏi ${quote(type.type)} không được hỗ trợ.`,
      `the question type ${quote(type.type)} is not supported.`,
    );
  } else {
    const meant = suggest(type.type, knownTypeWords);
    reader.error(
      'unknown_type',
      place,
      `không có loại câu hỏi ${quote(type.type)}.${meant === null ? '' : ` Có phải ý bạn là “${meant}”?`}`,
      `there is no question type ${quote(type.type)}.${meant === null ? '' : ` Did you mean “${meant}”?`}`,
    );
  }
  const name = cellText(table, row, 'name');
  return validName.test(name) ? { type: 'hidden', name } : null;
}

/** `missing` or `invalid_name` at the row of a question or a section. */
export function checkName(name: unknown, row: TableRow, table: Table, reader: Reader): void {
  const place = placeIn(table, row, 'name');
  if (name === undefined) {
    reader.error('missing', place, 'dòng này chưa có “name”.', 'this row has no “name”.');
  } else if (!validName.test(String(name))) {
    reader.error(
      'invalid_name',
      place,
      `tên ${quote(String(name))} không hợp lệ: chỉ dùng chữ cái không dấu, chữ số và các dấu _ . -, không bắt đầu bằng chữ số, tối đa 64 ký tự.`,
      `the name ${quote(String(name))} is not valid: use unaccented letters, digits and _ . - only, no digit first, and 64 characters at most.`,
    );
  }
}

/** A number in a cell stays one for a type that holds numbers; a date is stored in a spreadsheet as a number of days. */
function defaultFor(type: QuestionType, written: unknown, reader: Reader): unknown {
  if (typeof written !== 'number') return written;
  if (type === 'date') return isoDate(written, reader.from1904) ?? String(written);
  const holdsNumbers = ['integer', 'decimal', 'range', 'calculate', 'hidden'].includes(type);
  return holdsNumbers ? written : String(written);
}

function warnOfReferences(read: Draft, path: string, reader: Reader) {
  for (const column of ['label', 'hint', 'guidance_hint']) {
    for (const [language, text] of Object.entries((read[column] ?? {}) as Record<string, string>)) {
      if (!text.includes('${')) continue;
      reader.warning(
        'reference_in_label',
        reader.sources.find(`${path}.${column}.${language}`)!,
        `“\${…}” trong ${column} không được thay bằng câu trả lời mà hiện nguyên văn.`,
        `“\${…}” inside a ${column} is not replaced by an answer but shown as it is.`,
      );
    }
  }
}

function warnOfParameters(type: QuestionType, parameters: Draft | undefined, path: string, reader: Reader) {
  const unused = Object.keys(parameters ?? {}).filter((key) => !knownParameters[type]?.includes(key));
  if (unused.length === 0) return;
  reader.warning(
    'unsupported_parameter',
    reader.sources.find(`${path}.parameters`)!,
    `tham số ${quote(unused.join(', '))} không có tác dụng với loại câu hỏi “${type}”.`,
    `the parameter ${quote(unused.join(', '))} has no effect on the question type “${type}”.`,
  );
}
