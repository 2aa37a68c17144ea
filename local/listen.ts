import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HranaHandler } from './hrana/handler.ts';
import type { Route } from './hrana/route.ts';

/** Larger than any batch of the worker, small enough that nobody fills the memory. */
const MAX_BODY_BYTES = 64 * 1024 * 1024;

/** The handler as a listener of `node:http`; what no route leads to a database goes to `otherwise`. */
export function hranaListener(handler: HranaHandler, route: Route, otherwise: RequestListener): RequestListener {
  return async (request, response) => {
    const url = urlOf(request);
    const target = url && route(url);
    if (!target) return otherwise(request, response);
    const { headers, method = 'GET' } = request;
    if (Number(headers['content-length'] ?? 0) > MAX_BODY_BYTES) {
      response.setHeader('connection', 'close');
      return sendJson(response, 413, { message: 'The body is too large', code: 'BODY_TOO_LARGE' });
    }
    const body = await readBody(request).catch(() => null);
    // The caller has gone, or sends without end; nobody waits for an answer.
    if (body === null) return void response.destroy();
    const reply = await handler.answer({
      ...target,
      method,
      authorization: headers.authorization ?? null,
      contentType: headers['content-type'] ?? null,
      requestId: oneOf(headers['x-request-id']),
      body,
    });
    send(response, reply.status, reply.body);
  };
}

/** The URL that was asked for; its scheme is what `x-forwarded-proto` says. Null when it is not a URL. */
export function urlOf(request: IncomingMessage): URL | null {
  const scheme = oneOf(request.headers['x-forwarded-proto']) ?? 'http';
  const text = `${scheme}://${request.headers.host ?? ''}${request.url ?? '/'}`;
  return URL.canParse(text) ? new URL(text) : null;
}

export function sendJson(response: ServerResponse, status: number, body: object): void {
  send(response, status, JSON.stringify(body));
}

/**
 * Longer than any client keeps an unused connection. With Node's 5 seconds, which is also workerd's limit, a call could
 * be sent on a connection at the moment that this side closes it, and be lost.
 */
const KEEP_ALIVE_MS = 75_000;

/** Starts a server; resolves with its port. Rejects with the system's error, such as `EADDRINUSE`. */
export function listen(server: Server, port: number, host: string): Promise<number> {
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function send(response: ServerResponse, status: number, json: string): void {
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(json) };
  response.writeHead(status, headers).end(json);
}

function oneOf(header: string | string[] | undefined): string | null {
  return (Array.isArray(header) ? header[0] : header) ?? null;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MAX_BODY_BYTES) throw new Error('The body is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
