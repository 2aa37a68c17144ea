import { type FixtureCell, type FixtureSheets, type Shape, workbookBytes } from '../workbook.fixture.ts';
import { readXlsform } from './read-xlsform.ts';

export const settings = [
  ['form_title', 'form_id', 'default_language'],
  ['Phiếu', 'phieu', 'vi'],
];
const yesNo = [
  ['list_name', 'name', 'label::vi'],
  ['yes_no', 'yes', 'Có'],
  ['yes_no', 'no', 'Không'],
];

/** Reads a workbook of these sheets, with settings and a list of yes and no unless it brings its own. */
export function read(sheets: FixtureSheets, shape?: Shape) {
  return readXlsform(workbookBytes({ settings, choices: yesNo, ...sheets }, shape));
}

/** A survey whose rows have the columns type, name, label and those named. */
export function survey(columns: string[], ...rows: FixtureCell[][]) {
  return read({ survey: [['type', 'name', 'label::vi', ...columns], ...rows] });
}

/** The issues as `code path`. */
export const codes = ({ issues }: ReturnType<typeof read>) => issues.map(({ code, path }) => `${code} ${path}`);
