import { createClient, type Row } from '@libsql/client/http';
import type { Service } from './service.ts';

/** Runs a statement on a province's database, for what no answer of the service shows or no request can bring about. */
export async function rowsOf(service: Service, sql: string, args: string[] = [], code = '12'): Promise<Row[]> {
  const fetch = (request: Request) => service.runtime.hrana.fetch(request);
  const client = createClient({ url: `http://p${code}.turso.local`, fetch });
  return (await client.execute({ sql, args })).rows;
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
