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

/** The acts that were recorded of a subject such as `round:…`, oldest first, each with its detail. */
export async function eventsOf(
  service: Service,
  subject: string,
  code = '12',
): Promise<{ act: string; detail: Record<string, unknown> }[]> {
  const rows = await rowsOf(service, 'SELECT act, detail FROM events WHERE subject = ? ORDER BY id', [subject], code);
  return rows.map(({ act, detail }) => ({ act: String(act), detail: JSON.parse(String(detail)) }));
}
