import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

/** Passes everything on to a service and compresses its answers, as Cloudflare does before it and workerd alone does not. */
export async function compressing(target: string): Promise<{ url: string; close(): void }> {
  const { server, url } = await serve(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const headers = new Headers(
      Object.entries(request.headers).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
    headers.delete('connection');
    // The service knows itself by its own address, also when it checks where a post comes from.
    headers.set('host', new URL(target).host);
    if (headers.has('origin')) headers.set('origin', target);
    const body = chunks.length > 0 ? { body: Buffer.concat(chunks) } : {};
    const answer = await fetch(target + request.url, { method: request.method!, headers, redirect: 'manual', ...body });
    const compressed = gzipSync(Buffer.from(await answer.arrayBuffer()), { level: 6 });
    const kept = [...answer.headers].filter(
      ([name]) => !['content-length', 'content-encoding', 'set-cookie', 'transfer-encoding'].includes(name),
    );
    const withBody = answer.status !== 304 && answer.status !== 204;
    response.writeHead(
      answer.status,
      [
        ...kept,
        ...answer.headers.getSetCookie().map((cookie) => ['set-cookie', cookie] as [string, string]),
        ...(withBody ? ([['content-encoding', 'gzip']] as [string, string][]) : []),
      ].flat(),
    );
    response.end(withBody ? compressed : undefined);
  });
  return { url, close: () => void server.close() };
}

/** A server of this machine on a free port. */
export async function serve(
  handle: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<{ server: Server; url: string }> {
  const server = createServer(handle);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
