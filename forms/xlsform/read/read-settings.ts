import { readHeader } from '../format/header.ts';
import { languageCode, languageHeading } from '../format/languages.ts';
import { settingsFields } from '../format/other-sheets.ts';
import type { Sheet } from '../workbook/cell.ts';
import { quote } from './quote.ts';
import { type Draft, readRow } from './read-row.ts';
import type { Place, Reader } from './reader.ts';
import { placeIn, readTable } from './table.ts';

const known = new Set(settingsFields.map(({ column }) => column));

/** The code of `default_language`, which decides what headings without a language mean, so it is read before any of them. */
export function defaultLanguage(sheet: Sheet | undefined): string | null {
  const [heading, row] = sheet?.rows ?? [];
  for (const [index, text] of heading?.cells ?? []) {
    if (typeof text !== 'string' || readHeader(text, known).column !== 'default_language') continue;
    const cell = row?.cells.get(index);
    return typeof cell === 'string' ? languageCode(cell) || null : null;
  }
  return null;
}

/**
 * The form's id, title, source and languages. What is missing is made up from what is there, with a warning: a form needs an id
 * and at least one language, while XLSForm takes them from the file's name and from the headings.
 */
export function readSettings(sheet: Sheet | undefined, reader: Reader): Draft {
  if (!sheet) return {};
  const table = readTable(sheet, 'settings', settingsFields, reader);
  const [row, ...more] = table.rows;
  if (!row) return {};
  if (more.length > 0) {
    reader.warning(
      'extra_settings',
      { sheet: 'settings', row: more[0]!.number },
      'chỉ dòng đầu tiên dưới tiêu đề được dùng; các dòng sau bị bỏ qua.',
      'only the first row below the headings is used; the rows below it are not.',
    );
  }
  const read = readRow(table, row, settingsFields, '', reader);
  const {
    default_language: language,
    form_title: original,
    translated_title: translated,
    form_id: id,
    ...draft
  } = read;
  const place = { sheet: 'settings', row: row.number };
  if (typeof language === 'string' && languageCode(language) === null) {
    reader.error(
      'unknown_language',
      placeIn(table, row, 'default_language'),
      `không rõ ${quote(language)} là ngôn ngữ nào; viết theo mẫu “Tiếng Việt (vi)”.`,
      `it is not clear which language ${quote(language)} is; write it like “English (en)”.`,
    );
  }
  reader.sources.add('title', place);
  return {
    ...draft,
    ...(id !== undefined && { id: formId(String(id), placeIn(table, row, 'form_id'), reader) }),
    title: {
      ...(original !== undefined && { [reader.plainLanguage]: original }),
      ...(translated as Draft | undefined),
    },
  };
}

/** The languages of the form, the default one first. */
export function formLanguages(settings: Draft, reader: Reader, first: string | null): string[] {
  const { languages } = settings;
  const met = [...reader.languages];
  if (typeof languages === 'string') {
    const stated = new Set(languages.split(/[\s,;]+/).filter((code) => code !== ''));
    warnOfUnlisted(
      met.filter((code) => !stated.has(code)),
      reader,
    );
    return [...stated];
  }
  if (first !== null) return [...new Set([first, ...met])];
  if (!reader.usesPlainLanguage && met.length > 0) return met;
  reader.warning(
    'language_assumed',
    null,
    `các cột không ghi ngôn ngữ được hiểu là ${languageHeading(reader.plainLanguage)}; nếu không đúng, ghi “default_language” ở trang tính settings.`,
    `columns that name no language are taken to be in ${languageHeading(reader.plainLanguage)}; otherwise state “default_language” on the settings sheet.`,
  );
  return [...new Set([reader.plainLanguage, ...met])];
}

function warnOfUnlisted(codes: string[], reader: Reader) {
  if (codes.length === 0) return;
  const list = quote(codes.join(', '));
  reader.warning(
    'language_not_listed',
    { sheet: 'settings' },
    `cột “languages” thiếu ngôn ngữ ${list}, nên nội dung bằng ngôn ngữ đó không được đưa ra để chọn.`,
    `the column “languages” leaves out ${list}, so texts in that language are not offered.`,
  );
}

/** An id and a title for a form whose settings give none. */
export function namedForm(settings: Draft, language: string, reader: Reader): Draft {
  const title = (settings.title ?? {}) as Record<string, string>;
  const text = Object.values(title)[0];
  if (settings.id !== undefined && text !== undefined) return settings;
  const id = settings.id ?? (slug(text ?? '') || 'bieu-mau');
  reader.warning(
    'settings_incomplete',
    { sheet: 'settings' },
    `thiếu form_id hoặc form_title; biểu mẫu tạm lấy mã “${id}”.`,
    `form_id or form_title is missing; the form is given the id “${id}” for now.`,
  );
  return { ...settings, id, title: text === undefined ? { [language]: String(id) } : title };
}

function formId(written: string, place: Place, reader: Reader): string {
  if (/^[a-z0-9][a-z0-9-]{0,79}$/.test(written)) return written;
  const id = slug(written);
  if (id === '') {
    reader.error(
      'invalid_form_id',
      place,
      `form_id ${quote(written)} không có chữ cái hoặc chữ số nào.`,
      `the form_id ${quote(written)} has no letters or digits.`,
    );
    return written;
  }
  reader.warning(
    'form_id_changed',
    place,
    `form_id ${quote(written)} được đổi thành “${id}”: mã chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối.`,
    `the form_id ${quote(written)} becomes “${id}”: an id has lower-case letters without accents, digits and hyphens.`,
  );
  return id;
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('đ', 'd')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 80)
    .replace(/-+$/, '');
}
