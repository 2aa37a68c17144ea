import type { ProblemError } from '../http/problem.ts';

/**
 * What can be wrong with one unit, one row of a file or one part of a reorganisation. `{…}` is filled with the fault's values.
 * Officials read these in the preview of an import, so each says what to do where that is not plain.
 */
const faults = {
  // Which unit
  unit_unknown: { vi: 'Không có đơn vị có id này.', en: 'There is no unit with this id.' },
  unit_not_standing: {
    vi: 'Đơn vị không tồn tại vào ngày {day}.',
    en: 'The unit does not stand on {day}.',
  },
  later_version: {
    vi: 'Đơn vị đã có thay đổi có hiệu lực từ {day}; không thể ghi thay đổi từ một ngày trước đó.',
    en: 'A change of the unit from {day} on is on record; none can be recorded from an earlier day.',
  },
  overlapping_validity: {
    vi: 'Thời gian hiệu lực chồng lên thay đổi đã ghi từ {day}. Hãy ghi ngày đó hoặc một ngày sau đó.',
    en: 'This would overlap the version that holds from {day}. Give that day or a later one.',
  },
  duplicate_unit: { vi: 'Đơn vị này đã có ở dòng {row}.', en: 'This unit is in row {row} already.' },
  duplicate_code: {
    vi: 'Mã {code} bị trùng với dòng {row}.',
    en: 'The code {code} is in row {row} too.',
  },
  duplicate_name: { vi: 'Đơn vị mới này trùng tên với dòng {row}.', en: 'Row {row} has a new unit of the same name.' },
  code_ambiguous: {
    vi: 'Có nhiều đơn vị đang mang mã {code}. Hãy ghi id của đơn vị.',
    en: 'Several standing units bear the code {code}. Give the id of the one.',
  },
  name_ambiguous: {
    vi: 'Có nhiều đơn vị trùng tên này. Hãy ghi mã hoặc id của đơn vị.',
    en: 'Several standing units have this name. Give the code or the id of the one.',
  },
  other_code: {
    vi: 'Đã có đơn vị cùng tên mang mã {code}. Để đổi mã, hãy ghi id của đơn vị.',
    en: 'A unit of this name bears the code {code}. To change its code, give its id.',
  },
  // What it is
  level_missing: {
    vi: 'Chưa rõ là cấp xã hay cấp thôn.',
    en: 'It is not said whether this is a commune or a village.',
  },
  level_unknown: { vi: 'Cấp phải là “xã” hoặc “thôn”.', en: 'The level has to be “commune” or “village”.' },
  level_differs: { vi: 'Cấp không đúng với đơn vị này.', en: 'The unit is of the other level.' },
  kind_missing: {
    vi: 'Thiếu loại đơn vị (xã, phường, thôn, bản …).',
    en: 'The kind (xã, phường, thôn, bản …) is missing.',
  },
  kind_unknown: {
    vi: 'Loại “{text}” không có trong danh mục của tỉnh. Gần nhất: “{nearest}”.',
    en: '“{text}” is not among the kinds of the province. The nearest is “{nearest}”.',
  },
  name_missing: { vi: 'Thiếu tên đơn vị.', en: 'The name is missing.' },
  // Where it belongs
  parent_missing: { vi: 'Thiếu xã mà thôn trực thuộc.', en: 'The commune that the village belongs to is missing.' },
  parent_unknown: { vi: 'Không có xã này.', en: 'There is no such commune.' },
  parent_ambiguous: {
    vi: 'Có nhiều xã trùng tên hoặc mã này. Hãy ghi id của xã.',
    en: 'Several communes have this name or code. Give the id of the one.',
  },
  parent_wrong_level: { vi: 'Đơn vị cấp trên không phải là cấp xã.', en: 'The parent is not a commune.' },
  parent_not_allowed: {
    vi: 'Xã không có đơn vị cấp trên trong danh sách này.',
    en: 'A commune has no parent in this list.',
  },
  parent_not_standing: {
    vi: 'Xã cấp trên không tồn tại trong suốt thời gian đó.',
    en: 'The parent does not stand all that time.',
  },
  parent_cycle: {
    vi: 'Đơn vị cấp trên lại trực thuộc chính đơn vị này.',
    en: 'The parent belongs, directly or not, to the unit itself.',
  },
  parent_refused: { vi: 'Dòng của xã cấp trên bị từ chối.', en: 'The row of its commune is refused.' },
  villages_standing: {
    vi: 'Còn thôn trực thuộc: {names}. Hãy chuyển hoặc kết thúc các thôn này.',
    en: 'Villages still stand under it: {names}. Move or close them.',
  },
  // Cells
  text_invalid: {
    vi: 'Nội dung dài quá {length} ký tự hoặc có ký tự điều khiển.',
    en: 'The text has more than {length} characters, or control characters.',
  },
  personal_data: {
    vi: 'Nội dung giống số giấy tờ, ngày sinh hoặc số tài khoản của một người nên không được lưu. Hãy bỏ đi hoặc viết cách khác.',
    en: 'The text looks like the number of an identity paper, a date of birth or an account and is not stored. Leave it out or write it differently.',
  },
  id_invalid: { vi: 'Id không đúng.', en: 'This is not an id.' },
  code_invalid: { vi: 'Mã gồm 1 đến 10 chữ số.', en: 'A code has 1 to 10 digits.' },
  number_invalid: {
    vi: '“{text}” không phải là số nguyên từ 0 trở lên.',
    en: '“{text}” is not a whole number from 0 up.',
  },
  yes_no_invalid: { vi: 'Hãy ghi “có” hoặc “không”.', en: 'Write “có” (yes) or “không” (no).' },
  day_invalid: {
    vi: '“{text}” không phải là ngày. Hãy ghi như 01/07/2025 hoặc 2025-07-01.',
    en: '“{text}” is not a day. Write 01/07/2025 (day first) or 2025-07-01.',
  },
  email_invalid: { vi: 'Địa chỉ thư điện tử không đúng.', en: 'This is not an e-mail address.' },
  cell_error: {
    vi: 'Ô chứa lỗi hoặc công thức chưa có kết quả.',
    en: 'The cell holds an error or a formula without a result.',
  },
  cells_beyond: { vi: 'Dòng có nhiều ô hơn số cột có tiêu đề.', en: 'The row has more cells than there are headings.' },
  // Files
  encoding_unknown: {
    vi: 'Không đọc được chữ trong tệp. Hãy lưu lại dưới dạng “CSV UTF-8” hoặc .xlsx.',
    en: 'The letters of the file cannot be read. Save it as “CSV UTF-8” or as .xlsx.',
  },
  csv_invalid: {
    vi: 'Tệp CSV không đúng ở dòng {row} (thường do thiếu dấu ngoặc kép).',
    en: 'The CSV is not well-formed at row {row}, mostly for a missing quotation mark.',
  },
  not_xlsx: {
    vi: 'Đây không phải là tệp Excel .xlsx.',
    en: 'This is not an Excel .xlsx file.',
  },
  empty_file: { vi: 'Tệp không có dòng nào.', en: 'The file has no row.' },
  missing_columns: { vi: 'Thiếu cột: {columns}.', en: 'Columns are missing: {columns}.' },
  duplicate_columns: { vi: 'Cột “{heading}” có hai lần.', en: 'The column “{heading}” is there twice.' },
  unnamed_column: {
    vi: 'Cột {column} có số liệu nhưng không có tiêu đề.',
    en: 'Column {column} has cells but no heading.',
  },
  // Reorganisations
  predecessor_unnamed: { vi: 'Thiếu mã hoặc id của đơn vị cũ.', en: 'The code or id of the old unit is missing.' },
  code_unknown: { vi: 'Không có đơn vị nào đang mang mã {code}.', en: 'No standing unit bears the code {code}.' },
  extent_invalid: {
    vi: 'Phạm vi phải là “toàn bộ” hoặc “một phần”.',
    en: 'The extent has to be “whole” (toàn bộ) or “part” (một phần).',
  },
  lineage_kind_invalid: {
    vi: 'Hình thức phải là “sáp nhập”, “chia tách”, “đổi tên” hoặc “điều chuyển”.',
    en: 'The change has to be “merge”, “split”, “rename” or “transfer”.',
  },
  rows_differ: {
    vi: 'Mọi dòng phải có cùng ngày hiệu lực và cùng văn bản; các dòng của một đơn vị mới phải có cùng loại.',
    en: 'All rows need the same day and legal act, and all rows of one new unit the same kind.',
  },
  day_missing: { vi: 'Thiếu ngày hiệu lực.', en: 'The day is missing.' },
  legal_act_missing: { vi: 'Thiếu văn bản (nghị quyết, quyết định).', en: 'The legal act is missing.' },
  predecessor_twice: {
    vi: 'Đơn vị cũ này đã được nhập toàn bộ vào một đơn vị, hoặc được nêu hai lần cho cùng một đơn vị mới.',
    en: 'This unit goes over whole elsewhere, or is named twice for the same new unit.',
  },
  village_of_other: { vi: 'Thôn không trực thuộc đơn vị cũ này: {names}.', en: 'Not a village of this unit: {names}.' },
  village_twice: { vi: 'Thôn được chuyển hai lần: {names}.', en: 'A village is moved twice: {names}.' },
} as const satisfies Record<string, { vi: string; en: string }>;

export type FaultCode = keyof typeof faults;

export interface Fault {
  /** Within what was sent: `units.0.parentId`, or the column of a row. */
  path: string;
  code: FaultCode;
  values?: Record<string, string>;
}

export const isFault = (value: object | string): value is Fault =>
  typeof value === 'object' && 'path' in value && 'code' in value;

export const isFaults = (value: unknown): value is Fault[] =>
  Array.isArray(value) && value.length > 0 && value.every(isFault);

/** A fault in words. */
export function faultError({ path, code, values = {} }: Fault, language: 'vi' | 'en'): ProblemError {
  const detail = faults[code][language].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  return { path, code, detail };
}
