import { createClient, type InArgs, type ResultSet } from '@libsql/client/http';
import type { Service } from './service.ts';

/** Changes or reads a province's rows as time or an administrator would, behind the service's back. */
export function inProvince(service: Service, sql: string, args: InArgs = []): Promise<ResultSet> {
  const fetch = (request: Request) => service.runtime.hrana.fetch(request);
  return createClient({ url: 'http://p12.turso.local', fetch }).execute({ sql, args });
}
