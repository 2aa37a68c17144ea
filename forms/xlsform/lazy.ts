import type { FormDefinition } from '../definition/schema.ts';
import type { Issue } from '../issue.ts';

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
