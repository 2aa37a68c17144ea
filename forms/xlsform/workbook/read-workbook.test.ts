import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type Shape, workbookBytes, workbookParts, zipParts } from '../workbook.fixture.ts';
import { readWorkbook } from './read-workbook.ts';

const shapes: Shape[] = ['excel', 'libreoffice', 'openpyxl', 'google', 'strict'];
const all = () => true;
const refusal = (bytes: Uint8Array) => readWorkbook(bytes, all).issue?.code;

/** The cells of the first sheet as `row: [column, value]…`. */
function cells(bytes: Uint8Array) {
  const { workbook } = readWorkbook(bytes, all);
  return workbook?.sheets[0]?.rows.map((row) => [row.number, Object.fromEntries(row.cells)]);
}

/** A workbook whose one sheet has this XML for its data. */
function withData(sheetData: string, strings = '') {
  return zipParts({
    ...workbookParts({ survey: [] }),
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheetData}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `<sst>${strings}</sst>`,
  });
}

describe('what ordinary programs write', () => {
  test.each(shapes)('the cells of a workbook in the shape of %s are read', (shape) => {
    const rows = [['Tên', null, 'a < b & "c"'], [], [null, 1.5, true]];
    expect(cells(workbookBytes({ survey: rows, empty: [] }, shape))).toEqual([
      [1, { 0: 'Tên', 2: 'a < b & "c"' }],
      [3, { 1: 1.5, 2: true }],
    ]);
  });

  test.each<[string, string, unknown]>([
    ['a formula counts by its stored result', '<c r="A1" t="str"><f>B1&amp;"x"</f><v>yx</v></c>', 'yx'],
    ['a formula without a stored result is no blank', '<c r="A1"><f>1+1</f></c>', { error: null }],
    ['an error is kept as one', '<c r="A1" t="e"><v>#REF!</v></c>', { error: '#REF!' }],
    ['a date of the strict kind stays text', '<c r="A1" t="d"><v>2025-12-31</v></c>', '2025-12-31'],
    [
      'inline rich text is put together',
      '<c r="A1" t="inlineStr"><is><r><t>xã </t></r><r><t>mới</t></r></is></c>',
      'xã mới',
    ],
    ['CDATA is text', '<c r="A1" t="str"><v><![CDATA[1 < 2]]></v></c>', '1 < 2'],
    ['an escaped carriage return is one', '<c r="A1" t="inlineStr"><is><t>a_x000D_b</t></is></c>', 'a\rb'],
    ['an escaped underscore is one', '<c r="A1" t="inlineStr"><is><t>_x005F_x000D_</t></is></c>', '_x000D_'],
    ['a number is read to its last digit', '<c r="A1"><v>0.15000000000000002</v></c>', 0.15000000000000002],
    ['an empty text is no cell', '<c r="A1" t="inlineStr"><is><t></t></is></c>', undefined],
  ])('%s', (_, cell, value) => {
    expect(cells(withData(`<row r="1">${cell}</row>`))?.[0]?.[1] ?? {}).toEqual(
      value === undefined ? {} : { 0: value },
    );
  });

  test('rows and cells without a position stand behind the last one that has it', () => {
    const data = '<row r="3"><c r="B3"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>';
    expect(cells(withData(data))).toEqual([
      [3, { 1: 1, 2: 2 }],
      [4, { 0: 3 }],
    ]);
  });

  test('a sheet formatted down to its last row costs nothing but its own length', () => {
    const empty = Array.from({ length: 1_048_575 }, (_, at) => `<row r="${at + 2}"/>`).join('');
    expect(cells(withData(`<row r="1"><c r="A1"><v>7</v></c></row>${empty}`))).toEqual([[1, { 0: 7 }]]);
  }, 60_000);

  test('a sheet that is not asked for is not even unpacked', () => {
    const parts = workbookParts({ survey: [['a']], notes: [['b']] });
    parts['xl/worksheets/sheet2.xml'] = '<worksheet><not closed';
    const { workbook } = readWorkbook(zipParts(parts), (name) => name === 'survey');
    expect(workbook).toMatchObject({ sheetNames: ['survey', 'notes'], sheets: [{ name: 'survey' }] });
  });
});

describe('what is refused', () => {
  const parts = () => workbookParts({ survey: [['a']] });
  const compoundFile = (inside: string) =>
    new Uint8Array([
      0xd0,
      0xcf,
      0x11,
      0xe0,
      0xa1,
      0xb1,
      0x1a,
      0xe1,
      ...[...inside].flatMap((c) => [c.charCodeAt(0), 0]),
    ]);

  test.each<[string, () => Uint8Array, string]>([
    ['nothing at all', () => new Uint8Array(), 'not_xlsx'],
    ['a CSV file', () => strToU8('type,name\ninteger,a'), 'not_xlsx'],
    ['an old .xls file', () => compoundFile('Workbook'), 'legacy_xls'],
    ['a file with a password', () => compoundFile('EncryptedPackage'), 'encrypted_workbook'],
    [
      'an OpenDocument file',
      () => zipParts({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }),
      'not_xlsx',
    ],
    ['a Word file', () => zipParts({ ...parts(), 'xl/workbook.xml': '<document/>' }), 'not_xlsx'],
    ['macros', () => zipParts({ ...parts(), 'xl/vbaProject.bin': 'x' }), 'macros_not_allowed'],
    ['a sheet that is not there', () => zipParts(without(parts(), 'xl/worksheets/sheet1.xml')), 'damaged_workbook'],
    [
      'XML that does not close',
      () => zipParts({ ...parts(), 'xl/workbook.xml': '<workbook><sheets>' }),
      'damaged_workbook',
    ],
    ['a shared string that is not there', () => withData('<row><c t="s"><v>9</v></c></row>'), 'damaged_workbook'],
    ['a cell far outside', () => withData('<row><c r="ZZZ1"><v>9</v></c></row>'), 'workbook_too_large'],
    ['a file cut in half', () => workbookBytes({ survey: [['a']] }).slice(0, 700), 'damaged_workbook'],
    ['XML nested without end', () => withData('<a>'.repeat(100)), 'damaged_workbook'],
    ['a tag of a thousand attributes', () => withData(`<a ${attributes(1000)}/>`), 'damaged_workbook'],
    [
      'UTF-16',
      () => zipParts({ ...parts(), 'xl/workbook.xml': new Uint8Array([0xff, 0xfe, 0x3c, 0]) }),
      'damaged_workbook',
    ],
  ])('%s', (_, bytes, code) => {
    expect(refusal(bytes())).toBe(code);
  });

  test('entities and document types, even ones that do nothing', () => {
    const entity =
      '<!DOCTYPE worksheet [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet>&b;</worksheet>';
    expect(refusal(zipParts({ ...parts(), 'xl/worksheets/sheet1.xml': entity }))).toBe('xml_entities');
    expect(refusal(zipParts({ ...parts(), 'xl/workbook.xml': '<!DOCTYPE workbook><workbook/>' }))).toBe('xml_entities');
    expect(refusal(withData('<row><c t="str"><v>&a;</v></c></row>'))).toBe('damaged_workbook');
  });

  test('what unpacks to more than 50 MB, whatever size its headers claim', () => {
    const bomb = zipSync(
      { ...zippable(parts()), 'xl/worksheets/sheet1.xml': new Uint8Array(60_000_000).fill(0x20) },
      { level: 1 },
    );
    expect(bomb.length).toBeLessThan(1_000_000);
    claimSize(bomb, 'xl/worksheets/sheet1.xml', 10);
    expect(refusal(bomb)).toBe('workbook_too_large');
  }, 60_000);

  test('more filled rows, cells or characters than a form can have', () => {
    expect(refusal(withData('<row><c><v>1</v></c></row>'.repeat(20_001)))).toBe('workbook_too_large');
    expect(refusal(withData(`<row>${'<c><v>1</v></c>'.repeat(400)}</row>`.repeat(1001)))).toBe('workbook_too_large');
    const shared = `<si><t>${'x'.repeat(10_000)}</t></si>`;
    expect(refusal(withData('<row><c t="s"><v>0</v></c></row>'.repeat(801), shared))).toBe('workbook_too_large');
  }, 60_000);

  test('a file over 5 MB, before it is opened', () => {
    expect(refusal(new Uint8Array(5_000_001))).toBe('workbook_too_large');
  });

  test('a byte that changed on the way', () => {
    const bytes = zipSync(zippable(workbookParts({ survey: [['integer', 'households']] })), { level: 0 });
    bytes[indexOf(bytes, strToU8('house'))] = 0x6d;
    expect(refusal(bytes)).toBe('damaged_workbook');
  });

  test('two parts of one name', () => {
    const bytes = zipParts({ ...parts(), 'xl/worksheets/sheetX.xml': '<worksheet/>' });
    const [other, name] = [strToU8('sheetX.xml'), strToU8('sheet1.xml')];
    for (let at = indexOf(bytes, other); at >= 0; at = indexOf(bytes, other)) bytes.set(name, at);
    expect(refusal(bytes)).toBe('damaged_workbook');
  });

  function attributes(count: number) {
    return Array.from({ length: count }, (_, at) => `a${at}=""`).join(' ');
  }

  function without(all: Record<string, string>, name: string) {
    const { [name]: _, ...rest } = all;
    return rest;
  }

  function zippable(all: Record<string, string>) {
    return Object.fromEntries(Object.entries(all).map(([name, part]) => [name, strToU8(part)]));
  }

  /** Writes another unpacked size into an entry's two headers. */
  function claimSize(zip: Uint8Array, name: string, size: number) {
    const view = new DataView(zip.buffer);
    const local = indexOf(zip, strToU8(name)) - 30;
    const central = indexOf(zip, strToU8(name), local + 31) - 46;
    view.setUint32(local + 22, size, true);
    view.setUint32(central + 24, size, true);
  }

  function indexOf(bytes: Uint8Array, part: Uint8Array, from = 0) {
    for (let at = from; at <= bytes.length - part.length; at++) {
      if (part.every((byte, offset) => bytes[at + offset] === byte)) return at;
    }
    return -1;
  }
});
