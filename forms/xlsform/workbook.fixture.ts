import { strToU8, zipSync } from 'fflate';

export type FixtureCell = string | number | boolean | null | { error: string | null };
export type FixtureSheets = Record<string, FixtureCell[][]>;

/** How a program writes the same cells, as far as a reader can tell. */
export type Shape = 'excel' | 'libreoffice' | 'openpyxl' | 'google' | 'strict';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const STRICT_OFFICE = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
const STRICT_MAIN = 'http://purl.oclc.org/ooxml/spreadsheetml/main';

/** The parts of a workbook as a program of that kind writes them; written apart from our own writer on purpose. */
export function workbookParts(sheets: FixtureSheets, shape: Shape = 'excel'): Record<string, string> {
  const names = Object.keys(sheets);
  const strings: string[] = [];
  const strict = shape === 'strict';
  const office = strict ? STRICT_OFFICE : OFFICE;
  const target = (name: string) => (shape === 'openpyxl' ? `/xl/${name}` : name);
  const relationship = (id: number, type: string, to: string) =>
    `<Relationship Id="rId${id}" Type="${office}/${type}" Target="${to}"/>`;
  const parts: Record<string, string> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': `<Relationships>${relationship(1, 'officeDocument', shape === 'openpyxl' ? '/xl/workbook.xml' : 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': workbook(names, shape),
    'xl/_rels/workbook.xml.rels': `<Relationships>${names
      .map((_, at) => relationship(at + 1, 'worksheet', target(`worksheets/sheet${at + 1}.xml`)))
      .join('')}${relationship(names.length + 1, 'sharedStrings', target('sharedStrings.xml'))}</Relationships>`,
  };
  for (const [at, name] of names.entries()) {
    parts[`xl/worksheets/sheet${at + 1}.xml`] = worksheet(sheets[name]!, shape, strings);
  }
  parts['xl/sharedStrings.xml'] = sharedStrings(strings, shape);
  return parts;
}

export function zipParts(parts: Record<string, string | Uint8Array>): Uint8Array {
  const files = Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]);
  return zipSync(Object.fromEntries(files), { level: 1 });
}

export function workbookBytes(sheets: FixtureSheets, shape: Shape = 'excel'): Uint8Array {
  return zipParts(workbookParts(sheets, shape));
}

function workbook(names: string[], shape: Shape): string {
  const sheets = names.map((name, at) => `name="${escaped(name)}" sheetId="${at + 1}"`);
  if (shape === 'strict') {
    const all = sheets.map((sheet, at) => `<x:sheet ${sheet} rel:id="rId${at + 1}"/>`).join('');
    return `<?xml version="1.0"?><x:workbook xmlns:x="${STRICT_MAIN}" xmlns:rel="${STRICT_OFFICE}" conformance="strict"><x:sheets>${all}</x:sheets></x:workbook>`;
  }
  const all = sheets.map((sheet, at) => `<sheet ${sheet} state="visible" r:id="rId${at + 1}"/>`).join('');
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr defaultThemeVersion="124226"/><sheets>${all}</sheets></workbook>`;
}

function worksheet(rows: FixtureCell[][], shape: Shape, strings: string[]): string {
  const body = rows.map((cells, r) => row(cells, r + 1, shape, strings)).join(shape === 'libreoffice' ? '\n' : '');
  switch (shape) {
    case 'excel':
      return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<worksheet xmlns="${MAIN}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"><dimension ref="A1:Z${rows.length}"/><sheetFormatPr defaultRowHeight="14.4" x14ac:dyDescent="0.3"/><sheetData>${body}</sheetData><pageMargins left="0.7"/></worksheet>`;
    case 'libreoffice':
      // A column that was formatted as a whole leaves rows of styled, empty cells.
      return `<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="${MAIN}">\n<sheetData>\n${body}${Array.from({ length: 50 }, (_, at) => `<row r="${rows.length + at + 1}" ht="12.8"><c r="A${rows.length + at + 1}" s="4"/></row>`).join('\n')}</sheetData></worksheet>`;
    case 'strict':
      return `<x:worksheet xmlns:x="${STRICT_MAIN}"><x:sheetData>${body}</x:sheetData></x:worksheet>`;
    default:
      return `<worksheet xmlns="${MAIN}"><sheetData>${body}</sheetData></worksheet>`;
  }
}

function row(cells: FixtureCell[], number: number, shape: Shape, strings: string[]): string {
  const prefix = shape === 'strict' ? 'x:' : '';
  const written = cells.map((value, column) => cell(value, `${letter(column)}${number}`, shape, strings)).join('');
  const attributes = {
    excel: ` r="${number}" spans="1:${cells.length}" x14ac:dyDescent="0.3"`,
    libreoffice: ` r="${number}" customFormat="false" ht="12.8"`,
    openpyxl: ` r="${number}"`,
    google: '',
    strict: ` r="${number}"`,
  }[shape];
  return `<${prefix}row${attributes}>${written}</${prefix}row>`;
}

function cell(value: FixtureCell, reference: string, shape: Shape, strings: string[]): string {
  const prefix = shape === 'strict' ? 'x:' : '';
  // Without references a cell's place is only its turn, so empty ones have to be there.
  const attributes = shape === 'google' ? '' : ` r="${reference}"`;
  if (value === null) return shape === 'google' || shape === 'excel' ? `<${prefix}c${attributes} s="1"/>` : '';
  const whole = (type: string, text: string) =>
    `<${prefix}c${attributes} t="${type}"><${prefix}v>${text}</${prefix}v></${prefix}c>`;
  if (typeof value === 'number') return whole('n', String(value));
  if (typeof value === 'boolean') return whole('b', value ? '1' : '0');
  if (typeof value === 'object') {
    return value.error === null
      ? `<${prefix}c${attributes}><${prefix}f>NOW()</${prefix}f></${prefix}c>`
      : whole('e', value.error);
  }
  if (shape === 'google') return `<c t="inlineStr"><is><t>${escaped(value)}</t></is></c>`;
  return whole('s', String(strings.push(value) - 1));
}

/** Excel keeps the runs of a text that is partly bold apart; here every text is in two runs with a phonetic guide. */
function sharedStrings(strings: string[], shape: Shape): string {
  const prefix = shape === 'strict' ? 'x:' : '';
  const item = (text: string) => {
    const half = Math.ceil(text.length / 2);
    if (shape !== 'excel') return `<${prefix}t xml:space="preserve">${escaped(text)}</${prefix}t>`;
    const run = (part: string, bold: string) => `<r>${bold}<t xml:space="preserve">${escaped(part)}</t></r>`;
    return `${run(text.slice(0, half), '<rPr><b/></rPr>')}${run(text.slice(half), '')}<rPh sb="0" eb="1"><t>guide</t></rPh>`;
  };
  const items = strings.map((text) => `<${prefix}si>${item(text)}</${prefix}si>`).join('');
  const namespace = shape === 'strict' ? ` xmlns:x="${STRICT_MAIN}"` : ` xmlns="${MAIN}"`;
  return `<${prefix}sst${namespace} count="${strings.length}">${items}</${prefix}sst>`;
}

function letter(column: number): string {
  return String.fromCharCode(65 + column);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
