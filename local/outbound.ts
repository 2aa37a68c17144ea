import type { RequestListener, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { sendJson, urlOf } from './listen.ts';

/** Headers that belong to one connection, or that `fetch` sets itself. */
const OF_THE_CONNECTION = new Set([
  ...['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'content-encoding', 'host', 'upgrade'],
  ...['x-forwarded-proto', 'expect'],
]);

/**
 * What becomes of the worker's calls to hosts other than the databases. None of them leaves this machine unless `allow`
 * says so: a demonstration must not send its invented webhooks to real addresses.
 */
export function outbound(allow: (url: URL) => boolean): RequestListener {
  return async (request, response) => {
    const url = urlOf(request);
    if (!url || !allow(url)) {
      return sendJson(response, 502, {
        message: 'The local worker cannot reach other hosts',
        code: 'OUTBOUND_REFUSED',
      });
    }
    const { method = 'GET', headers } = request;
    const hasBody = method !== 'GET' && method !== 'HEAD';
    try {
      const answer = await fetch(url, {
        method,
        headers: kept(Object.entries(headers).map(([name, value]) => [name, String(value)])),
        redirect: 'manual',
        ...(hasBody ? { body: Readable.toWeb(request) as ReadableStream, duplex: 'half' } : {}),
      });
      await relay(answer, response);
    } catch {
      response.headersSent ? response.destroy() : sendJson(response, 502, { message: `${url.host} does not answer` });
    }
  };
}

async function relay(answer: Response, response: ServerResponse): Promise<void> {
  response.writeHead(answer.status, kept([...answer.headers]).flat());
  for await (const chunk of answer.body ?? []) response.write(chunk);
  response.end();
}

function kept(headers: [string, string][]): [string, string][] {
  return headers.filter(([name]) => !OF_THE_CONNECTION.has(name));
}
