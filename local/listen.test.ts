import { createServer, request as httpRequest, type RequestOptions } from 'node:http';
import { connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { createClient } from '@libsql/client/http';
import { expect, it, onTestFinished, test } from 'vitest';
import { byHost, byPath } from './hrana/route.ts';
import { testHandler } from './hrana/test-support.ts';
import { hranaListener, listen, sendJson } from './listen.ts';

async function serve(): Promise<number> {
  const listener = hranaListener(
    testHandler(),
    (url) => byHost(url) ?? byPath(url),
    (_, response) => sendJson(response, 404, { message: 'elsewhere' }),
  );
  const server = createServer(listener);
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return listen(server, 0, '127.0.0.1');
}

it('serves each database below its own path', async () => {
  const port = await serve();
  const p12 = createClient({ url: `http://127.0.0.1:${port}/p12/` });
  await p12.executeMultiple("CREATE TABLE t (a); INSERT INTO t VALUES ('12')");
  const transaction = await p12.transaction('write');
  await transaction.execute("UPDATE t SET a = a || '!'");
  await transaction.commit();
  expect((await p12.execute('SELECT a FROM t')).rows[0]!.a).toBe('12!');
  const p33 = createClient({ url: `http://localhost:${port}/p33/` });
  await expect(p33.execute('SELECT a FROM t')).rejects.toMatchObject({ code: 'SQLITE_ERROR' });
});

it('answers a large batch in one request', async () => {
  const client = createClient({ url: `http://127.0.0.1:${await serve()}/p12/` });
  await client.execute('CREATE TABLE t (a)');
  const rows = Array.from({ length: 2000 }, (_, i) => ({ sql: 'INSERT INTO t VALUES (?)', args: [`Hộ thứ ${i}`] }));
  const results = await client.batch([...rows, 'SELECT a FROM t'], 'write');
  expect(results.at(-1)!.rows.at(-1)!.a).toBe('Hộ thứ 1999');
});

function ask(port: number, options: RequestOptions): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ port, host: '127.0.0.1', ...options }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on('error', reject).end();
  });
}

test.each([
  ['127.0.0.1', '/p12/v2', 200],
  ['p12.turso.local', '/v2', 200],
  ['localhost', '/', 400],
  ['attacker.example', '/p12/v2', 404],
  ['attacker.example', '/v2', 404],
  ['not a host', '/p12/v2', 404],
])('%s%s answers %i', async (host, path, status) => {
  expect(await ask(await serve(), { path, headers: { host } })).toBe(status);
});

it('refuses a body that would fill the memory, before it is sent', async () => {
  const port = await serve();
  const headers = { 'content-length': 65 * 1024 * 1024 };
  const answered = new Promise((resolve, reject) => {
    const sent = httpRequest(
      { port, host: '127.0.0.1', path: '/p12/v2/pipeline', method: 'POST', headers },
      (response) => resolve(response.statusCode),
    );
    onTestFinished(() => void sent.destroy());
    sent.on('error', reject).flushHeaders();
  });
  expect(await answered).toBe(413);
});

it('outlives a client that hangs up in the middle of a request', async () => {
  const port = await serve();
  const socket = connect(port, '127.0.0.1');
  socket.write('POST /p12/v2/pipeline HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\n{');
  await setTimeout(20);
  socket.destroy();
  await setTimeout(20);
  expect(await ask(port, { path: '/p12/v2' })).toBe(200);
});
