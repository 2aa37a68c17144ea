import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { DatabaseFile, type DatabaseFileOptions } from './database-file.ts';
import { ProtocolError } from './errors.ts';
import { runPipeline, statementTexts } from './pipeline.ts';
import { PipelineCounter } from './pipeline-counter.ts';
import { type PipelineResponse, pipelineRequest } from './protocol.ts';
import { byHost } from './route.ts';
import { Streams, type StreamTimes } from './streams.ts';

export interface PipelineEvent {
  database: string;
  /** The SQL texts about to run. */
  statements: string[];
  /** The `x-request-id` of the call: which request to the application caused it. */
  requestId: string | null;
}

export interface HranaOptions extends DatabaseFileOptions, StreamTimes {
  /** The folder of the database files, `<name>.db` each. Created when it is missing. */
  dataDir: string;
  /** Whether a bearer token opens a database; by default every database is open. */
  authorize?: (database: string, token: string | null) => boolean;
  /** Called before a pipeline runs; the pipeline waits for it. */
  onPipeline?: (event: PipelineEvent) => void | Promise<void>;
}

/** A call to one database, free of the way it came. */
export interface HranaCall {
  database: string;
  method: string;
  /** Without the query; below the database's address, such as `/v2/pipeline`. */
  path: string;
  authorization: string | null;
  contentType: string | null;
  requestId: string | null;
  body: string;
}

export interface HranaReply {
  status: number;
  /** JSON. */
  body: string;
}

export interface HranaHandler {
  /** Answers one call. Never rejects: what goes wrong is in the reply. */
  answer(call: HranaCall): Promise<HranaReply>;
  /** The same as a fetch function for clients of this process: `http://p12.turso.local` is the database `p12`. */
  fetch(request: Request): Promise<Response>;
  readonly pipelines: PipelineCounter;
  /** The folder of the database files. */
  readonly dataDir: string;
  /** Rolls back what is open and closes the files. Calls after it are refused. */
  close(): void;
}

/** The host under which databases are made and deleted, `http://admin.turso.local`; no database can have this name. */
const ADMIN = 'admin';
const DATABASE_NAME = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const PIPELINE_PATHS = new Set(['/v2/pipeline', '/v3/pipeline']);
const PROBE_PATHS = new Set(['/v2', '/v3', '/health']);

/** Answers Hrana over HTTP (versions 2 and 3, JSON) from libSQL files. */
export function createHranaHandler(options: HranaOptions): HranaHandler {
  const databases = new Map<string, DatabaseFile>();
  const streams = new Streams(options);
  const pipelines = new PipelineCounter();
  let closed = false;

  function open(name: string): DatabaseFile {
    let database = databases.get(name);
    if (!database) {
      database = new DatabaseFile(name, join(options.dataDir, `${name}.db`), options);
      databases.set(name, database);
    }
    return database;
  }

  async function runCall(call: HranaCall): Promise<PipelineResponse> {
    if (closed) throw new ProtocolError('The database server is stopping', 'SERVER_CLOSED', 503);
    pipelines.add(call.database, call.requestId);
    const { baton, requests } = parse(call);
    const stream = streams.take(open(call.database), baton);
    try {
      await options.onPipeline?.({
        database: call.database,
        statements: statementTexts(stream, requests),
        requestId: call.requestId,
      });
      const results = await runPipeline(stream, requests);
      return { baton: streams.park(stream), base_url: null, results };
    } catch (error) {
      streams.drop(stream);
      throw error;
    }
  }

  /** The part of sqld's admin API by which databases are made and deleted. */
  function administer({ method, path }: HranaCall): HranaReply {
    const [, name = '', isCreation] = /^\/v1\/namespaces\/([a-z0-9-]+)(\/create)?$/.exec(path) ?? [];
    if (!DATABASE_NAME.test(name) || name === ADMIN) return { status: 404, body: '{"error":"No such path"}' };
    const file = join(options.dataDir, `${name}.db`);
    if (isCreation && method === 'POST') {
      if (existsSync(file)) return { status: 400, body: `{"error":"Namespace \`${name}\` already exists"}` };
      const database = open(name);
      database.giveBack(database.take());
      return { status: 200, body: '' };
    }
    if (isCreation || method !== 'DELETE') return { status: 405, body: '{"error":"Method not allowed"}' };
    if (!existsSync(file)) return { status: 404, body: `{"error":"Namespace \`${name}\` doesn't exist"}` };
    databases.get(name)?.close();
    databases.delete(name);
    for (const part of ['', '-wal', '-shm']) rmSync(file + part, { force: true });
    return { status: 200, body: '' };
  }

  async function answer(call: HranaCall): Promise<HranaReply> {
    try {
      admit(call, options.authorize);
      if (call.database === ADMIN) return administer(call);
      if (PROBE_PATHS.has(call.path) && call.method === 'GET') return { status: 200, body: '{"status":"ok"}' };
      if (!PIPELINE_PATHS.has(call.path)) throw new ProtocolError(`No such path: ${call.path}`, 'NOT_FOUND', 404);
      if (call.method !== 'POST') throw new ProtocolError('Send a pipeline with POST', 'METHOD_NOT_ALLOWED', 405);
      return { status: 200, body: JSON.stringify(await runCall(call)) };
    } catch (error) {
      return refusal(error);
    }
  }

  return {
    answer,
    pipelines,
    dataDir: options.dataDir,
    async fetch(request) {
      const { status, body } = await answer({
        ...(byHost(new URL(request.url)) ?? { database: '', path: '' }),
        method: request.method,
        authorization: request.headers.get('authorization'),
        contentType: request.headers.get('content-type'),
        requestId: request.headers.get('x-request-id'),
        body: await request.text(),
      });
      return new Response(body, { status, headers: { 'content-type': 'application/json' } });
    },
    close() {
      closed = true;
      streams.closeAll();
      for (const database of databases.values()) database.close();
    },
  };
}

function admit(call: HranaCall, authorize: HranaOptions['authorize']): void {
  if (!DATABASE_NAME.test(call.database)) {
    throw new ProtocolError('A database name has lower-case letters, digits and hyphens only', 'DATABASE_NAME_INVALID');
  }
  const token = /^Bearer (.+)$/i.exec(call.authorization ?? '')?.[1] ?? null;
  if (authorize && !authorize(call.database, token)) {
    throw new ProtocolError('The token does not open this database', 'UNAUTHORIZED', 401);
  }
}

function parse(call: HranaCall): v.InferOutput<typeof pipelineRequest> {
  // A web page can make a browser send JSON to this port as plain text, but not under its own media type.
  if (!call.contentType?.startsWith('application/json')) {
    throw new ProtocolError('The body must be application/json', 'MEDIA_TYPE_UNSUPPORTED', 415);
  }
  let json: unknown;
  try {
    json = JSON.parse(call.body);
  } catch {
    throw new ProtocolError('The body is not JSON', 'JSON_INVALID');
  }
  const parsed = v.safeParse(pipelineRequest, json, { abortEarly: true });
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new ProtocolError(`${v.getDotPath(issue) ?? 'body'}: ${issue.message}`, 'REQUEST_INVALID');
}

function refusal(error: unknown): HranaReply {
  if (error instanceof ProtocolError) {
    return { status: error.status, body: JSON.stringify({ message: error.message, code: error.code }) };
  }
  console.error(error);
  return { status: 500, body: '{"message":"Internal error of the database server","code":"INTERNAL"}' };
}
