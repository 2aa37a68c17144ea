import { readXlsform, writeXlsform } from '../../forms/index.ts';
import type { FileFormat } from './format.ts';

/** A workbook in the XLSForm standard; its issues name sheets, rows and cells. */
export const xlsxFormat: FileFormat = { extension: '.xlsx', read: readXlsform, write: writeXlsform };
