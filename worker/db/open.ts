import { type Client, createClient, type InStatement, type TransactionMode } from '@libsql/client/http';
import type { LibSQLDatabase } from 'drizzle-orm/libsql';
import { drizzle } from 'drizzle-orm/libsql/http';
import type { Fetch } from '../tenancy/outgoing.ts';
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
  /** Sent along as `x-request-id`, so that a server's log and the tests can tell which request a round trip belongs to. */
  requestId: string;
  /** How calls leave; the runtime's own `fetch` unless told. */
  fetch?: Fetch;
  /** Asked once when the database refuses the token: another one, which may have come into force meanwhile, or null. */
  renewToken?: () => Promise<string | null>;
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

/** Sends one call, and sends it again under another token when there is one and the first was refused. */
async function send(request: Request, { fetch: leave = fetch, renewToken, token }: Connection): Promise<Response> {
  const again = renewToken && request.clone();
  const answer = await leave(request);
  if (answer.status !== 401 || !again) return answer;
  const renewed = await renewToken();
  if (renewed === null || renewed === token) return answer;
  again.headers.set('authorization', `Bearer ${renewed}`);
  return leave(again);
}

/** A client of one database, whose calls are counted for the request. Making it costs no round trip. */
export const openClient = (connection: Connection): Client =>
  createClient({
    url: connection.url,
    authToken: connection.token ?? undefined,
    fetch: async (input: Request) => {
      const request = new Request(input);
      request.headers.set('x-request-id', connection.requestId);
      const began = performance.now();
      try {
        return await send(request, connection);
      } finally {
        addRoundTrip(connection.requestId, performance.now() - began);
      }
    },
  });

/** Opening costs no round trip. The schema is not told: only drizzle's relational queries need it, and reading it takes time. */
export function openDatabase(connection: Connection & { valueKey: Uint8Array }): Database {
  const client = openClient(connection);
  const { valueKey } = connection;
  return { read: drizzle(inMode(client, 'read')), write: drizzle(inMode(client, 'write')), valueKey };
}
