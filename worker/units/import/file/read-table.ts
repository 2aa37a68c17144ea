import { Problem, type ProblemError } from '../../../http/problem.ts';
import { CSV } from '../../../http/valid.ts';
import { type Fault, faultError, isFault } from '../../faults.ts';
import { csvTable } from './csv-table.ts';
import { decodeText } from './decode-text.ts';
import type { Table } from './table.ts';
import { workbookTable } from './workbook-table.ts';

/** The list in a file as it was sent, or the problem that there is none to be read. Costs no more for a file that is too large. */
export async function readTable(bytes: Uint8Array, mediaType: string, language: 'vi' | 'en'): Promise<Table | Problem> {
  const unreadable = (...errors: ProblemError[]) => new Problem('import_unreadable', errors);
  const fault = (found: Fault) => unreadable(faultError(found, language));
  let table: Table | Fault | ProblemError[] | 'too many rows';
  if (mediaType.startsWith(CSV)) {
    const text = decodeText(bytes);
    if (text === null) return fault({ path: '', code: 'encoding_unknown' });
    table = csvTable(text);
  } else {
    table = await workbookTable(bytes, language);
  }
  if (table === 'too many rows') return new Problem('import_too_large');
  if (Array.isArray(table)) return unreadable(...table);
  if (isFault(table)) return fault(table);
  return table.rows.length === 0 ? fault({ path: '', code: 'empty_file' }) : table;
}
