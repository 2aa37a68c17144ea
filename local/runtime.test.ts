import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { createClient } from '@libsql/client/http';
import { expect, it, onTestFinished, vi } from 'vitest';
import { temporaryFolder } from './hrana/test-support.ts';
import { listen } from './listen.ts';
import { type Runtime, type RuntimeOptions, startRuntime } from './runtime.ts';

// Each test starts processes of its own.
vi.setConfig({ testTimeout: 30_000 });

const WORKER = `
  let ticks = 0;
  export default {
    async fetch(request, env) {
      const url = new URL(request.url);
      if (url.pathname === '/ticks') return new Response(String(ticks));
      if (url.pathname === '/variables') return Response.json(env);
      if (url.pathname !== '/call') return new Response('the worker answers', { status: 404 });
      const { url: target, ...init } = await request.json();
      const answer = await fetch(target, init);
      return new Response(await answer.text(), answer);
    },
    async scheduled(controller, env, context) {
      context.waitUntil(new Promise((resolve) => setTimeout(resolve, 20)).then(() => { ticks += 1; }));
    },
  };`;

/** The folder of a build with the worker above and one static file. */
function build(): string {
  const buildDir = temporaryFolder();
  mkdirSync(join(buildDir, 'worker'));
  writeFileSync(join(buildDir, 'worker/index.js'), WORKER);
  mkdirSync(join(buildDir, 'assets/fonts'), { recursive: true });
  writeFileSync(join(buildDir, 'assets/fonts/a b.css'), 'body {}');
  return buildDir;
}

async function start(options: Partial<RuntimeOptions> = {}): Promise<Runtime> {
  const runtime = await startRuntime({ dataDir: temporaryFolder(), buildDir: build(), ...options });
  onTestFinished(() => runtime.stop());
  return runtime;
}

/** Has the worker call a URL, and gives what it got. */
function call({ url }: Pick<Runtime, 'url'>, target: string, init: object = {}): Promise<Response> {
  return fetch(`${url}/call`, { method: 'POST', body: JSON.stringify({ url: target, ...init }) });
}

const pipeline = (sql: string) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', 'x-request-id': 'r1' },
  body: JSON.stringify({ requests: [{ type: 'execute', stmt: { sql } }, { type: 'close' }] }),
});

it('runs the built worker, with its static files before it', async () => {
  const runtime = await start();
  const file = await runtime.dispatchFetch('/fonts/a%20b.css');
  expect([file.status, file.headers.get('content-type'), await file.text()]).toEqual([
    200,
    'text/css; charset=utf-8',
    'body {}',
  ]);
  const other = await runtime.dispatchFetch('/fonts/b.css');
  expect([other.status, await other.text()]).toEqual([404, 'the worker answers']);

  await runtime.runScheduled();
  expect(await (await runtime.dispatchFetch('/ticks')).text()).toBe('1');

  const taken = Number(new URL(runtime.url).port);
  await expect(start({ port: taken })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

it('answers the calls of the worker to its databases, which clients of this process share', async () => {
  const runtime = await start();
  const { hrana } = runtime;
  await createClient({ url: 'http://p12.turso.local', fetch: hrana.fetch }).execute('CREATE TABLE t (a)');
  const answer = await call(runtime, 'http://p12.turso.local/v2/pipeline', pipeline('SELECT count(*) FROM t'));
  expect(await answer.json()).toMatchObject({
    results: [{ response: { result: { rows: [[{ type: 'integer', value: '0' }]] } } }, { type: 'ok' }],
  });
  expect([hrana.pipelines.ofDatabase('p12'), hrana.pipelines.ofRequest('r1')]).toEqual([2, 1]);
});

it('lets the worker reach no host but those that are allowed', async () => {
  const other = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    response.writeHead(201, { 'x-seen': `${request.method} ${request.headers['x-sent']} ${body}` }).end('thanks');
  });
  onTestFinished(() => void other.close());
  const address = `127.0.0.1:${await listen(other, 0, '127.0.0.1')}`;
  const runtime = await start({
    allowOutbound: ({ host, protocol }) => protocol === 'http:' && host !== 'turso.local',
  });
  const answer = await call(runtime, `http://${address}/hook`, {
    method: 'PUT',
    headers: { 'x-sent': 'a' },
    body: 'b',
  });
  expect([answer.status, answer.headers.get('x-seen'), await answer.text()]).toEqual([201, 'PUT a b', 'thanks']);
  for (const [target, reason] of [
    ['http://127.0.0.1:1/', 'does not answer'],
    [`https://${address}/`, 'cannot reach other hosts'],
    ['http://turso.local/v2', 'cannot reach other hosts'],
  ] as const) {
    const refused = await call(runtime, target);
    expect([target, refused.status, await refused.text()]).toEqual([target, 502, expect.stringContaining(reason)]);
  }
});

it('tells the worker its address and its control database, and keeps its secret', async () => {
  const dataDir = temporaryFolder();
  const variables = async () => {
    const runtime = await start({ dataDir, bindings: { EXTRA: 'more' } });
    const told = (await (await runtime.dispatchFetch('/variables')).json()) as Record<string, string>;
    expect(told).toMatchObject({
      PUBLIC_URL: runtime.url,
      CONTROL_DATABASE_URL: 'http://control.turso.local',
      SECRET: expect.stringMatching(/^[0-9a-f]{64}$/),
      EXTRA: 'more',
    });
    return told;
  };
  expect((await variables()).SECRET).toBe((await variables()).SECRET);
  expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600);
});

/** A service in a process of its own, and its data folder. */
async function startProcess() {
  const module = (name: string) => JSON.stringify(new URL(name, import.meta.url).href);
  const script = `
    import { onStop } from ${module('process.ts')};
    import { startRuntime } from ${module('runtime.ts')};
    const [dataDir, buildDir] = process.argv.slice(-2);
    const runtime = await startRuntime({ dataDir, buildDir });
    onStop(() => runtime.stop());
    process.send(runtime.url);`;
  const file = join(temporaryFolder(), 'service.mjs');
  writeFileSync(file, script);
  const dataDir = temporaryFolder();
  const service = fork(file, [dataDir, build()]);
  onTestFinished(() => void service.kill('SIGKILL'));
  const ended = once(service, 'exit').then(([code]) => {
    throw new Error(`the service ended with ${code} before it listened`);
  });
  const [url] = (await Promise.race([once(service, 'message'), ended])) as [string];
  ended.catch(() => undefined);
  return { service, url, dataDir };
}

const answerOf = (url: string) => fetch(url).catch(() => 'nobody listens');

it('leaves nothing that listens when its process is killed', async () => {
  const { service, url } = await startProcess();
  expect(await answerOf(url)).toMatchObject({ status: 404 });
  service.kill('SIGKILL');
  await expect.poll(() => answerOf(url), { timeout: 5000 }).toBe('nobody listens');
});

it('closes its databases when its process is asked to stop', async () => {
  const { service, url, dataDir } = await startProcess();
  await call({ url }, 'http://p12.turso.local/v2/pipeline', pipeline('CREATE TABLE t (a)'));
  expect(statSync(join(dataDir, 'p12.db-wal')).size).toBeGreaterThan(0);
  service.kill('SIGTERM');
  expect(await once(service, 'exit')).toEqual([0, null]);
  expect(statSync(join(dataDir, 'p12.db-wal')).size).toBe(0);
  expect(await answerOf(url)).toBe('nobody listens');
});

it('says what to do when the worker has not been built', async () => {
  await expect(start({ buildDir: temporaryFolder() })).rejects.toThrow('npm run build');
});
