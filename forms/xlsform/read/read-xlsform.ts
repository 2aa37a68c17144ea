import { checkDefinition } from '../../definition/check-definition.ts';
import type { FormDefinition } from '../../definition/schema.ts';
import { suggest } from '../../expression/suggest.ts';
import type { Issue } from '../../issue.ts';
import {
  calendarFormat,
  classificationFormat,
  criteriaFormat,
  listFormats,
  targetsFormat,
} from '../format/other-sheets.ts';
import type { Sheet } from '../workbook/cell.ts';
import { readWorkbook, type Workbook } from '../workbook/read-workbook.ts';
import { locateIssue } from './locate.ts';
import { quote } from './quote.ts';
import { readChoices } from './read-choices.ts';
import { readClassification } from './read-classification.ts';
import { readCriteria } from './read-criteria.ts';
import { readList } from './read-list.ts';
import type { Draft } from './read-row.ts';
import { defaultLanguage, formLanguages, namedForm, readSettings } from './read-settings.ts';
import { readSurvey } from './read-survey.ts';
import { Reader } from './reader.ts';

const knownSheets = [
  'survey',
  'choices',
  'settings',
  ...Object.keys(listFormats),
  ...[criteriaFormat, classificationFormat, targetsFormat, calendarFormat].map(({ sheet }) => sheet),
];

/** Sheets of XLSForm for which a form here has no place. */
const foreignSheets = new Set(['external_choices', 'entities', 'osm']);

/**
 * Reads a form from an .xlsx workbook in the XLSForm standard with our own sheets beside it (docs/guides/xlsform.md).
 *
 * Every issue names the row: its `path` is a cell (`survey!B12`), a row (`survey!12`), a sheet (`survey`) or, for the whole file,
 * empty. What `checkDefinition` finds is reported where it stands in the workbook. `definition` is null as soon as one issue is an
 * error; nothing that the workbook says is left out without an issue. Never throws, whatever the bytes are.
 */
export function readXlsform(bytes: Uint8Array): { definition: FormDefinition | null; issues: Issue[] } {
  const { workbook, issue } = readWorkbook(bytes, (name) => knownSheets.includes(canonical(name)));
  if (!workbook) return { definition: null, issues: [issue] };
  const sheets = new Map(workbook.sheets.map((sheet) => [canonical(sheet.name), sheet]));
  const first = defaultLanguage(sheets.get('settings'));
  const reader = new Reader(first ?? 'vi', workbook.from1904);
  reportSheets(workbook, reader);
  const draft = readSheets(sheets, first, reader);
  const { definition, issues } = checkDefinition(draft);
  const refused = new Set(reader.issues.filter(({ severity }) => severity === 'error').map(({ path }) => path));
  const found = issues
    .map((one) => locateIssue(one, reader.sources))
    .filter(({ path }) => path === '' || !refused.has(path));
  const all = inOrder([...reader.issues, ...found]);
  return { definition: all.some(({ severity }) => severity === 'error') ? null : definition, issues: all };
}

function readSheets(sheets: ReadonlyMap<string, Sheet>, first: string | null, reader: Reader): Draft {
  const settings = readSettings(sheets.get('settings'), reader);
  const survey = sheets.get('survey');
  const sections = survey ? readSurvey(survey, reader) : [];
  const choices = readChoices(sheets.get('choices'), reader);
  const lists = Object.entries(listFormats).map(([key, format]) => [
    key,
    readList(sheets.get(key), key, format, reader),
  ]);
  const criteria = readCriteria(sheets.get('criteria'), reader);
  const classification = readClassification(sheets.get('classification'), reader);
  const targets = readList(sheets.get('targets'), 'targets', targetsFormat, reader);
  const calendar = readList(sheets.get('calendar'), 'calendar', calendarFormat, reader);
  const languages = formLanguages(settings, reader, first);
  return {
    ...namedForm(settings, languages[0] ?? reader.plainLanguage, reader),
    languages,
    sections,
    choices,
    ...Object.fromEntries(lists),
    criteria,
    ...(classification && { classification }),
    targets,
    ...(sheets.has('calendar') && { calendar }),
  };
}

/** Sheets that are missing, stand twice or are not ours. A name that begins with `_` marks the author's own notes. */
function reportSheets({ sheetNames }: Workbook, reader: Reader) {
  const seen = new Set<string>();
  for (const name of sheetNames) {
    const sheet = canonical(name);
    if (seen.has(sheet)) {
      reader.error(
        'duplicate_sheet',
        { sheet: name },
        'tên trang tính bị trùng với một trang tính khác.',
        'the name is that of another sheet.',
      );
    }
    seen.add(sheet);
    if (knownSheets.includes(sheet) || name.startsWith('_')) continue;
    const missing = knownSheets.filter((known) => !sheetNames.some((one) => canonical(one) === known));
    const meant = foreignSheets.has(sheet) ? null : suggest(sheet, missing);
    reader.warning(
      foreignSheets.has(sheet) ? 'unsupported_sheet' : 'unknown_sheet',
      { sheet: name },
      `không có gì được đọc.${meant === null ? '' : ` Có phải ý bạn là “${meant}”?`}`,
      `nothing is read.${meant === null ? '' : ` Did you mean “${meant}”?`}`,
    );
  }
  if (seen.has('survey')) return;
  reader.error(
    'survey_sheet_missing',
    null,
    `không có trang tính “survey”; tệp có: ${quote(sheetNames.join(', '))}.`,
    `there is no sheet “survey”; the file has: ${quote(sheetNames.join(', '))}.`,
  );
}

function canonical(name: string): string {
  return name.trim().toLowerCase();
}

/** By sheet and row, as an author goes through the workbook; what concerns the whole file first. */
function inOrder(issues: Issue[]): Issue[] {
  const place = ({ path }: Issue): [sheet: number, row: number] => {
    const [sheet = '', cell = ''] = path.split('!');
    return [knownSheets.indexOf(sheet), Number(/\d+$/.exec(cell)?.[0] ?? 0)];
  };
  return issues
    .map((issue) => ({ issue, at: place(issue) }))
    .sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1])
    .map(({ issue }) => issue);
}
