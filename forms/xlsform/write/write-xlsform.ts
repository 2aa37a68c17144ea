import type { Choice, Classification, Criterion, FormDefinition, Question } from '../../definition/schema.ts';
import type { SheetFormat } from '../format/field.ts';
import { languageHeading } from '../format/languages.ts';
import {
  calendarFormat,
  choiceFields,
  classificationFormat,
  criteriaFormat,
  listFormats,
  settingsFields,
  targetsFormat,
} from '../format/other-sheets.ts';
import { surveyFields } from '../format/survey-fields.ts';
import { type SheetToWrite, writeWorkbook } from '../workbook/write-workbook.ts';
import { type Row, sheetOf } from './sheet-columns.ts';

/**
 * The form as an .xlsx workbook that `readXlsform` reads back as the same definition, and that other XLSForm tools read as far as
 * the standard goes. The same definition always gives the same bytes. Texts that are `''` are as good as absent and are not kept;
 * Excel, unlike others, opens no cell over 32,767 characters.
 */
export function writeXlsform(definition: FormDefinition): Uint8Array {
  const { languages, criteria, classification, targets, calendar } = definition;
  const sheet = ({ sheet: name, fields }: SheetFormat, rows: readonly Row[]) => sheetOf(name, fields, rows, languages);
  const lists = Object.entries(listFormats).flatMap(([key, format]) => {
    const rows = definition[key as keyof typeof listFormats];
    return rows.length > 0 ? [sheet(format, rows)] : [];
  });
  return writeWorkbook([
    sheetOf('survey', surveyFields, surveyRows(definition), languages),
    ...(Object.keys(definition.choices).length > 0 ? [choicesSheet(definition)] : []),
    sheetOf('settings', settingsFields, [settingsRow(definition)], []),
    ...lists,
    ...(criteria.length > 0 ? [sheet(criteriaFormat, criteria.flatMap(criterionRows))] : []),
    ...(classification ? [sheet(classificationFormat, classificationRows(classification))] : []),
    ...(targets.length > 0 ? [sheet(targetsFormat, targets)] : []),
    ...(calendar ? [sheet(calendarFormat, calendar)] : []),
  ]);
}

function surveyRows({ sections }: FormDefinition): Row[] {
  return sections.flatMap(({ questions, ...section }) => [
    { type: 'begin_group', ...section },
    ...questions.map(questionRow),
    { type: 'end_group', name: section.name },
  ]);
}

function questionRow({ type, choices, ...question }: Question): Row {
  const select = type === 'select_one' || type === 'select_multiple';
  if (select) return { ...question, type: `${type} ${choices ?? ''}`.trim() };
  return { ...question, type, ...(choices !== undefined && { choices }) };
}

function choicesSheet({ choices, languages }: FormDefinition): SheetToWrite {
  const rows = Object.entries(choices).flatMap(([list, all]) => all.map((choice) => ({ list_name: list, ...choice })));
  const own = new Set(rows.flatMap((row: Choice & Row) => Object.keys(row)));
  for (const { column } of choiceFields) own.delete(column);
  const others = [...own].map((column) => ({ column, kind: 'text' as const }));
  return sheetOf('choices', [...choiceFields, ...others], rows, languages);
}

function settingsRow({ id, title, source, languages }: FormDefinition): Row {
  const first = languages[0] ?? '';
  const { [first]: original, ...translated } = title;
  return {
    form_title: original,
    translated_title: translated,
    form_id: id,
    default_language: languageHeading(first),
    source,
    languages: languages.join(' '),
  };
}

function criterionRows({ all, ...criterion }: Criterion): Row[] {
  if (!all) return [criterion];
  return all.map((measure, at) => ({ ...(at === 0 ? criterion : { id: criterion.id }), measure }));
}

function classificationRows({ order, labels = {}, rules, flags }: Classification): Row[] {
  return [
    ...order.map((name) => ({ kind: 'class', name, label: Object.hasOwn(labels, name) ? labels[name] : undefined })),
    ...rules.map(({ class: name, when }) => ({ kind: 'rule', name, when })),
    ...flags.map(({ flag: name, when, label }) => ({ kind: 'flag', name, when, label })),
  ];
}
