import { extname } from 'node:path';
import { UsageError } from './command.ts';
import type { FileFormat } from './format.ts';
import { jsonFormat } from './format-json.ts';
import { xlsxFormat } from './format-xlsx.ts';

/** Every kind of file that a form can be read from and written to. */
const formats: readonly FileFormat[] = [jsonFormat, xlsxFormat];

/** @throws UsageError when no format has the extension of this file's name. */
export function formatOf(path: string): FileFormat {
  const format = formats.find(({ extension }) => extension === extname(path).toLowerCase());
  if (format) return format;
  const known = formats.map(({ extension }) => extension).join(' or ');
  throw new UsageError(`${path} is not a file that ends in ${known}.`);
}
