import type { FormDefinition } from '../definition/schema.ts';
import type { Issue } from '../issue.ts';
import type { Workbook } from './workbook/read-workbook.ts';
import type { SheetToWrite } from './workbook/write-workbook.ts';

/**
 * Reads a form from an .xlsx workbook in the XLSForm standard; see `read/read-xlsform.ts`. The code for workbooks is loaded when it
 * is first needed, so that the engine in the browser does not carry it.
 */
export async function readXlsform(bytes: Uint8Array): Promise<{ definition: FormDefinition | null; issues: Issue[] }> {
  const { readXlsform: read } = await import('./read/read-xlsform.ts');
  return read(bytes);
}

/** Writes a form as an .xlsx workbook that `readXlsform` reads back the same; see `write/write-xlsform.ts`. */
export async function writeXlsform(definition: FormDefinition): Promise<Uint8Array> {
  const { writeXlsform: write } = await import('./write/write-xlsform.ts');
  return write(definition);
}

/**
 * Reads the sheets of an .xlsx workbook, whatever it is about: a list of units as well as a form; see `workbook/read-workbook.ts`.
 * Never throws: a file that cannot be read gives the issue that says why.
 */
export async function readWorkbook(
  bytes: Uint8Array,
): Promise<{ workbook: Workbook; issue: null } | { workbook: null; issue: Issue }> {
  const { readWorkbook: read } = await import('./workbook/read-workbook.ts');
  return read(bytes, () => true);
}

/** Writes sheets as an .xlsx workbook; see `workbook/write-workbook.ts`. */
export async function writeWorkbook(sheets: SheetToWrite[]): Promise<Uint8Array> {
  const { writeWorkbook: write } = await import('./workbook/write-workbook.ts');
  return write(sheets);
}
