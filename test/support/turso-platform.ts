import { createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { HranaHandler } from '../../local/hrana/handler.ts';
import { listen, sendJson } from '../../local/listen.ts';

const ORGANIZATION = 'thu-nghiem';
const GROUP = 'default';

interface PlatformDatabase {
  name: string;
  id: string;
  group: string;
  /** What its tokens are signed with; another one after `auth/rotate`. */
  key: Buffer;
  /** Every token that was ever given out. */
  minted: string[];
}

const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const signature = (text: string, key: Buffer) => createHmac('sha256', key).update(text).digest();

/**
 * Turso's Platform API as it is published (https://docs.turso.tech/api-reference), as far as databases and their tokens go: its
 * paths, statuses, shapes and sentences. The databases are real ones, behind the Hrana handler that `serveFrom` names; they stand
 * under turso.local where Turso's stand under turso.io. Tokens are checked with each call to a database.
 */
export class TursoPlatform {
  readonly token = randomBytes(24).toString('base64url');
  readonly databases = new Map<string, PlatformDatabase>();
  /** `POST /databases`, without the organization, of every call. */
  readonly calls: string[] = [];
  /** What the next calls are answered instead. */
  readonly outages: { status: number; headers?: Record<string, string> }[] = [];
  #port = 0;
  #files: Pick<HranaHandler, 'fetch'> | null = null;
  readonly #server = createServer((request, response) => void this.#answer(request, response));

  static async start(): Promise<TursoPlatform> {
    const platform = new TursoPlatform();
    platform.#port = await listen(platform.#server, 0, '127.0.0.1');
    return platform;
  }

  /** What the service is configured with. */
  get settings() {
    return {
      TURSO_PLATFORM_TOKEN: this.token,
      TURSO_ORGANIZATION: ORGANIZATION,
      TURSO_GROUP: GROUP,
      TURSO_API_URL: `http://127.0.0.1:${this.#port}`,
    };
  }

  /** For a runtime: lets its worker call here. */
  readonly allowOutbound = ({ host }: URL): boolean => host === `127.0.0.1:${this.#port}`;

  /** For a Hrana handler: whether a token opens a database. What is none of Turso's is open, as on one's own machine. */
  readonly authorize = (file: string, token: string | null): boolean => {
    if (!file.endsWith(`-${ORGANIZATION}`)) return true;
    const database = this.databases.get(file.slice(0, -ORGANIZATION.length - 1));
    return database !== undefined && token !== null && isSigned(token, database.key);
  };

  serveFrom(files: Pick<HranaHandler, 'fetch'>): void {
    this.#files = files;
  }

  /** The databases made for a province, whatever became of them in the registry. */
  ofProvince(code: string): PlatformDatabase[] {
    return [...this.databases.values()].filter(({ name }) => name.startsWith(`dia-ban-${code}-`));
  }

  /** Of all tokens that were given out for a database, those that open it. */
  goodTokens({ name, minted }: PlatformDatabase): string[] {
    return minted.filter((token) => this.authorize(`${name}-${ORGANIZATION}`, token));
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url!, 'http://platform');
    const [, path] = /^\/v1\/organizations\/thu-nghiem(\/.*)$/.exec(pathname) ?? [];
    this.calls.push(`${request.method} ${path ?? pathname}`);
    const outage = this.outages.shift();
    if (outage) return void response.writeHead(outage.status, outage.headers).end();
    if (request.headers.authorization !== `Bearer ${this.token}`) {
      return sendJson(response, 401, { error: 'could not authenticate user: invalid token' });
    }
    const [, name, auth] = /^\/databases(?:\/([^/]+)(?:\/auth\/(tokens|rotate))?)?$/.exec(path ?? '') ?? [];
    if (request.method === 'POST' && path === '/databases') return this.#create(await jsonOf(request), response);
    const database = this.databases.get(name ?? '');
    if (!database)
      return sendJson(response, 404, { error: `could not find database with name ${name}: record not found` });
    if (request.method === 'GET' && !auth) return sendJson(response, 200, { database: described(database) });
    if (request.method === 'DELETE' && !auth) return this.#delete(database, response);
    if (request.method === 'POST' && auth === 'tokens') {
      if ((searchParams.get('expiration') ?? 'never') !== 'never') {
        return sendJson(response, 400, { error: 'Invalid expiration format' });
      }
      return sendJson(response, 200, { jwt: mint(database, searchParams) });
    }
    if (request.method === 'POST' && auth === 'rotate') {
      database.key = randomBytes(32);
      return void response.writeHead(200).end();
    }
    sendJson(response, 405, { error: 'method not allowed' });
  }

  #create({ name = '', group }: { name?: string; group?: string }, response: ServerResponse): void {
    const refuse = (status: number, error: string) => sendJson(response, status, { error });
    if (!/^[a-z0-9-]{1,64}$/.test(name)) refuse(400, 'invalid database name');
    else if (group !== GROUP) refuse(400, 'group not found');
    else if (this.databases.has(name)) refuse(409, `database with name ${name} already exists`);
    else {
      const database = { name, group, id: randomUUID(), key: randomBytes(32), minted: [] };
      this.databases.set(name, database);
      const { Name, DbId, Hostname } = described(database);
      sendJson(response, 200, { database: { Name, DbId, Hostname } });
    }
  }

  async #delete({ name }: PlatformDatabase, response: ServerResponse): Promise<void> {
    const file = `http://admin.turso.local/v1/namespaces/${name}-${ORGANIZATION}`;
    await this.#files?.fetch(new Request(file, { method: 'DELETE' }));
    this.databases.delete(name);
    sendJson(response, 200, { database: name });
  }
}

const described = ({ name, id, group }: PlatformDatabase) => ({
  Name: name,
  DbId: id,
  Hostname: `${name}-${ORGANIZATION}.turso.local`,
  group,
  regions: ['sin'],
  primaryRegion: 'sin',
  type: 'logical',
  version: '2024.1',
});

function mint(database: PlatformDatabase, query: URLSearchParams): string {
  const access = query.get('authorization') === 'read-only' ? 'ro' : 'rw';
  const text = `${base64url({ alg: 'HS256', typ: 'JWT' })}.${base64url({ a: access, id: database.id, jti: randomUUID() })}`;
  const jwt = `${text}.${signature(text, database.key).toString('base64url')}`;
  database.minted.push(jwt);
  return jwt;
}

function isSigned(token: string, key: Buffer): boolean {
  const end = token.lastIndexOf('.');
  const [given, wanted] = [Buffer.from(token.slice(end + 1), 'base64url'), signature(token.slice(0, end), key)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

async function jsonOf(request: IncomingMessage): Promise<object> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as object;
}
