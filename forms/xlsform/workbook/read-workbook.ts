import { strFromU8 } from 'fflate';
import type { Issue } from '../../issue.ts';
import type { Sheet } from './cell.ts';
import { workbookLimits } from './limits.ts';
import { damaged, Refusal } from './refusal.ts';
import { readRelationships, relationshipId } from './relationships.ts';
import { readSharedStrings } from './shared-strings.ts';
import { type CellBudget, readWorksheet } from './worksheet.ts';
import { readXml } from './xml.ts';
import { type Budget, encrypted, readZip, tooLarge, type ZipEntry } from './zip.ts';

export interface Workbook {
  /** Every worksheet's name, in the order of the tabs. */
  sheetNames: string[];
  /** The cells of those that were asked for. */
  sheets: Sheet[];
  /** Whether dates count from 1904, as in files that come from old Macs. */
  from1904: boolean;
}

/**
 * Reads the sheets of an .xlsx file that `wanted` picks by name; the others are not even unpacked. Bounded in time and memory
 * (`workbookLimits`), and never throws: a file that cannot be read gives the issue that says why.
 */
export function readWorkbook(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): { workbook: Workbook; issue: null } | { workbook: null; issue: Issue } {
  try {
    return { workbook: unpack(bytes, wanted), issue: null };
  } catch (error) {
    if (error instanceof Refusal) return { workbook: null, issue: error.issue };
    throw error;
  }
}

function unpack(bytes: Uint8Array, wanted: (name: string) => boolean): Workbook {
  refuseOtherFormats(bytes);
  const entries = readZip(bytes);
  const budget: Budget = { bytes: workbookLimits.inflatedBytes };
  const filled: CellBudget = { cells: workbookLimits.cells, characters: workbookLimits.characters };
  const part = workbookPart(entries, budget);
  refuseMacros(entries);
  const relationships = readRelationships(entries, part.name, budget);
  const { tabs, from1904 } = readTabs(part, budget);
  const stringsPart = [...relationships.values()].find(({ type }) => type === 'sharedStrings');
  const strings = readSharedStrings(stringsPart && entries.get(stringsPart.target), budget);
  const worksheets = tabs.filter(({ id }) => relationships.get(id)?.type === 'worksheet');
  const sheets = worksheets
    .filter(({ name }) => wanted(name))
    .map(({ name, id }) => {
      const entry = entries.get(relationships.get(id)!.target);
      if (!entry) throw damaged();
      return readWorksheet(name, entry, strings, budget, filled);
    });
  return { sheetNames: worksheets.map(({ name }) => name), sheets, from1904 };
}

function refuseOtherFormats(bytes: Uint8Array) {
  if (bytes.length > workbookLimits.fileBytes) throw tooLarge();
  const startsWith = (...signature: number[]) => signature.every((byte, at) => bytes[at] === byte);
  if (startsWith(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) {
    // A workbook with a password is stored in the container of the old format, under this name in UTF-16.
    const name = 'E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0';
    if (strFromU8(bytes, true).includes(name)) throw encrypted();
    throw new Refusal(
      'legacy_xls',
      'Đây là tệp .xls kiểu cũ. Hãy mở bằng Excel rồi lưu lại dưới dạng .xlsx.',
      'This is an old .xls file. Open it in Excel and save it as .xlsx.',
    );
  }
  if (!startsWith(0x50, 0x4b, 0x03, 0x04)) throw notXlsx();
}

/** Follows the file's own relationship; every writer has one, though not all call the part xl/workbook.xml. */
function workbookPart(entries: ReadonlyMap<string, ZipEntry>, budget: Budget): ZipEntry {
  const main = [...readRelationships(entries, '', budget).values()].find(({ type }) => type === 'officeDocument');
  const entry = main && entries.get(main.target);
  if (!entry?.name.endsWith('.xml')) throw notXlsx();
  return entry;
}

function refuseMacros(entries: ReadonlyMap<string, ZipEntry>) {
  if (![...entries.keys()].some((name) => name.endsWith('vbaproject.bin') || name.startsWith('xl/macrosheets/')))
    return;
  throw new Refusal(
    'macros_not_allowed',
    'Tệp có chứa macro nên bị từ chối. Hãy lưu lại dưới dạng .xlsx (không có macro).',
    'The file contains macros and is refused. Save it as .xlsx, which has none.',
  );
}

function readTabs(part: ZipEntry, budget: Budget) {
  const tabs: { name: string; id: string }[] = [];
  let from1904 = false;
  let isWorkbook = false;
  readXml(part, budget, {
    open(element, attributes) {
      if (element === 'workbook') isWorkbook = true;
      if (element === 'workbookPr') from1904 = attributes.date1904 === '1' || attributes.date1904 === 'true';
      if (element !== 'sheet') return;
      tabs.push({ name: attributes.name ?? '', id: relationshipId(attributes) ?? '' });
    },
  });
  if (!isWorkbook) throw notXlsx();
  return { tabs, from1904 };
}

function notXlsx(): Refusal {
  return new Refusal(
    'not_xlsx',
    'Đây không phải là tệp Excel .xlsx. Hãy lưu biểu mẫu dưới dạng .xlsx (Excel Workbook).',
    'This is not an Excel .xlsx file. Save the form as .xlsx (Excel Workbook).',
  );
}
