import { type Client, createClient, type InArgs, type Row } from '@libsql/client/http';
import type { Service } from './service.ts';

/** A database of the service, `control` or `p12`: for what no answer shows, or what only other days and other people bring about. */
export const databaseOf = (service: Pick<Service, 'runtime'>, name: string): Client =>
  createClient({
    url: `http://${name}.turso.local`,
    fetch: (request: Request) => service.runtime.hrana.fetch(request),
  });

/** Runs one statement on a province's database. */
export async function rowsOf(service: Service, sql: string, args: InArgs = [], code = '12'): Promise<Row[]> {
  return (await databaseOf(service, `p${code}`).execute({ sql, args })).rows;
}

/** Changes what is recorded, as only somebody with the database can: takes away what forbids it, and puts it back. */
export async function rewriteLog(service: Pick<Service, 'runtime'>, statements: string[], name = 'p12'): Promise<void> {
  const client = databaseOf(service, name);
  const { rows } = await client.execute(
    "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%append-only%'",
  );
  const dropped = rows.map((row) => `DROP TRIGGER ${row.name}`);
  await client.batch([...dropped, ...statements, ...rows.map(({ sql }) => String(sql))], 'write');
}

/** The acts that were recorded of a subject such as `round:…`, oldest first, each with its detail. */
export async function eventsOf(
  service: Service,
  subject: string,
  code = '12',
): Promise<{ act: string; detail: Record<string, unknown> }[]> {
  const rows = await rowsOf(service, 'SELECT act, detail FROM events WHERE subject = ? ORDER BY id', [subject], code);
  return rows.map(({ act, detail }) => ({ act: String(act), detail: JSON.parse(String(detail)) }));
}
