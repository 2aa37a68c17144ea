import type { InArgs, Row } from '@libsql/client';
import { rowsOf } from './database.ts';
import type { Service } from './service.ts';

/** Runs one statement after another on one province's database, past the service. */
export const provinceDatabase =
  (service: Service, code = '12') =>
  (sql: string, args: InArgs = []): Promise<Row[]> =>
    rowsOf(service, sql, args, code);
