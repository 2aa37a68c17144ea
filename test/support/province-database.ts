import type { InArgs, Row } from '@libsql/client';
import { createClient } from '@libsql/client/http';
import type { Service } from './service.ts';

/** Runs one statement on a province's database, past the service: to look at rows, or to bring about what only time would. */
export function provinceDatabase(service: Service, code = '12') {
  const fetch = (request: Request) => service.runtime.hrana.fetch(request);
  const client = createClient({ url: `http://p${code}.turso.local`, fetch });
  return async (sql: string, args: InArgs = []): Promise<Row[]> => (await client.execute({ sql, args })).rows;
}
