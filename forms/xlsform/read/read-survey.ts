import type { Level } from '../../definition/schema.ts';
import { readTypeCell, type TypeCell } from '../format/question-type-cell.ts';
import { sectionFields, surveyFields } from '../format/survey-fields.ts';
import type { Sheet } from '../workbook/cell.ts';
import { quote } from './quote.ts';
import { checkName, readQuestion, refuseQuestion } from './read-question.ts';
import { type Draft, readRow } from './read-row.ts';
import type { Reader } from './reader.ts';
import { SectionBuilder } from './section-builder.ts';
import { isVillages, SurveyGroups } from './survey-groups.ts';
import { cellText, placeIn, readTable, type Table, type TableRow } from './table.ts';

/**
 * The sections of a form from its `survey` sheet. A group at the top is a section of the commune, or of its `level`; a repeat over
 * the villages holds sections of the villages; questions outside any group make a section of their own.
 */
export function readSurvey(sheet: Sheet, reader: Reader): Draft[] {
  const table = readTable(sheet, 'survey', surveyFields, reader);
  const missing = ['type', 'name'].find((column) => !table.columns.some(({ field }) => field.column === column));
  if (missing !== undefined) {
    reader.error(
      'column_missing',
      { sheet: 'survey' },
      `không có cột “${missing}” ở dòng tiêu đề.`,
      `there is no column “${missing}” in the row of headings.`,
    );
    return [];
  }
  const names = table.rows.map((row) => cellText(table, row, 'name'));
  const groups = new SurveyGroups(new SectionBuilder(names, reader), reader);
  for (const row of table.rows) readSurveyRow(table, row, groups, reader);
  groups.close();
  if (groups.builder.sections.length === 0 && reader.issues.every(({ severity }) => severity === 'warning')) {
    reader.error('empty_survey', { sheet: 'survey' }, 'chưa có câu hỏi nào.', 'there is no question yet.');
  }
  return groups.builder.sections;
}

function readSurveyRow(table: Table, row: TableRow, groups: SurveyGroups, reader: Reader) {
  const place = { sheet: 'survey', row: row.number };
  const filled = table.columns.filter(({ index }) => row.cells.has(index));
  if (filled.length === 0 || /^(yes|true|có)$/i.test(cellText(table, row, 'disabled'))) return;
  const text = cellText(table, row, 'type');
  if (text === '') {
    reader.error('missing', placeIn(table, row, 'type'), 'dòng này chưa có “type”.', 'this row has no “type”.');
    return;
  }
  const type = readTypeCell(text);
  if (type.kind === 'begin') begin(table, row, type.control, groups, reader);
  else if (type.kind === 'end') groups.end(type.control, cellText(table, row, 'name'), place);
  else question(table, row, type, groups, reader);
}

function begin(table: Table, row: TableRow, control: 'group' | 'repeat', groups: SurveyGroups, reader: Reader) {
  const place = { sheet: 'survey', row: row.number };
  const read = readRow(table, row, sectionFields, groups.pathOfNextSection(), reader);
  checkName(read.name, row, table, reader);
  const useless = table.columns.filter(
    ({ index, field }) =>
      row.cells.has(index) &&
      !['type', 'disabled', ...sectionFields.map(({ column }) => column)].includes(field.column),
  );
  if (useless.length > 0) {
    const list = useless.map(({ header }) => header).join(', ');
    reader.warning(
      'unused_on_group',
      place,
      `nhóm không dùng các cột ${quote(list)}.`,
      `a group has no use for the columns ${quote(list)}.`,
    );
  }
  const group = {
    name: String(read.name ?? ''),
    level: read.level as Level | undefined,
    label: read.label as Draft,
    relevant: read.relevant as string | undefined,
    place,
  };
  if (control === 'group') groups.beginGroup(group);
  else if (isVillages(group)) groups.beginVillages(group);
  else groups.refuseRepeat(group);
}

function question(
  table: Table,
  row: TableRow,
  type: Exclude<TypeCell, { kind: 'begin' | 'end' }>,
  groups: SurveyGroups,
  reader: Reader,
) {
  const place = { sheet: 'survey', row: row.number };
  if (type.kind !== 'question') {
    const placeholder = refuseQuestion(table, row, type, reader);
    if (placeholder) groups.add(placeholder, place);
    return;
  }
  if (cellText(table, row, 'level') !== '') {
    reader.error(
      'level_on_question',
      placeIn(table, row, 'level'),
      'cột “level” chỉ ghi ở dòng begin_group hoặc begin_repeat.',
      'the column “level” belongs on a begin_group or begin_repeat row.',
    );
  }
  const path = groups.pathOfNextQuestion(place);
  groups.add(readQuestion(table, row, type, groups.condition, path, reader), place);
}
