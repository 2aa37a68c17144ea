import { createHash } from 'node:crypto';
import { BackupError } from './format.ts';
import type { OpenBackup } from './read-file.ts';
import { rowLine } from './rows.ts';

/**
 * Reads a backup through and proves that it is whole: every table that the header counts is there, with as many rows, and with
 * the digest that it was written with. Returns how many rows there are. Throws `BackupError` with what is missing.
 */
export async function checkContents(backup: OpenBackup): Promise<number> {
  const wanted = new Map(backup.header.tables.map(({ name, rows }) => [name, rows]));
  let table: { name: string; rows: number; digest: ReturnType<typeof createHash> } | null = null;
  let total = 0;
  const wrong = (what: string) => new BackupError(`The backup makes no sense: ${what}.`);
  for await (const line of backup.lines()) {
    if ('row' in line) {
      if (!table) throw wrong('a row stands outside a table');
      table.digest.update(`${rowLine(line.row)}\n`);
      table.rows += 1;
    } else if ('table' in line) {
      table = { name: line.table, rows: 0, digest: createHash('sha256') };
    } else if ('end' in line) {
      if (!table || table.name !== line.end) throw wrong(`${line.end} ends without a beginning`);
      const whole = table.rows === line.rows && table.rows === wanted.get(line.end);
      if (!whole || table.digest.digest('hex') !== line.sha256)
        throw wrong(`rows of ${line.end} are missing or altered`);
      total += table.rows;
      wanted.delete(line.end);
      table = null;
    }
  }
  if (table || wanted.size > 0) throw wrong(`${table?.name ?? [...wanted.keys()].join(', ')} is not there to its end`);
  return total;
}
