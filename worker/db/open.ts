import { type Client, createClient, type InStatement, type TransactionMode } from '@libsql/client/http';
import type { LibSQLDatabase } from 'drizzle-orm/libsql';
import { drizzle } from 'drizzle-orm/libsql/http';
import { addRoundTrip } from './round-trips.ts';

/**
 * One database for one request. Everything goes through `batch`, one round trip each: `read.batch` runs in a read-only
 * transaction that waits for no writer, `write.batch` in one that takes the writer's lock at once.
 */
interface Database {
  read: LibSQLDatabase;
  write: LibSQLDatabase;
  /** Under which the events of this database hash what was changed (audit/value-hash.ts). */
  valueKey: Uint8Array;
}

// Two names for one shape, so that a signature says which database it means.
export type ControlDb = Database;
export type ProvinceDb = Database;

export interface Connection {
  url: string;
  token: string | null;
  valueKey: Uint8Array;
  /** Sent along as `x-request-id`, so that a server's log and the tests can tell which request a round trip belongs to. */
  requestId: string;
}

// drizzle's batch does not say which transaction mode it wants, and libSQL's default would upgrade a read lock half-way.
function inMode(client: Client, mode: TransactionMode): Client {
  return new Proxy(client, {
    get(target, key) {
      if (key === 'batch') return (statements: InStatement[]) => target.batch(statements, mode);
      const value = Reflect.get(target, key);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/** Opening costs no round trip. The schema is not told: only drizzle's relational queries need it, and reading it takes time. */
export function openDatabase(connection: Connection): Database {
  const client = createClient({
    url: connection.url,
    authToken: connection.token ?? undefined,
    fetch: async (input: Request) => {
      const request = new Request(input);
      request.headers.set('x-request-id', connection.requestId);
      const began = performance.now();
      try {
        return await fetch(request);
      } finally {
        addRoundTrip(connection.requestId, performance.now() - began);
      }
    },
  });
  const { valueKey } = connection;
  return { read: drizzle(inMode(client, 'read')), write: drizzle(inMode(client, 'write')), valueKey };
}
