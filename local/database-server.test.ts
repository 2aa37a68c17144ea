import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { createClient } from '@libsql/client/http';
import { expect, it, onTestFinished, vi } from 'vitest';
import { temporaryFolder } from './hrana/test-support.ts';
import { listen } from './listen.ts';

// Each test starts processes of its own.
vi.setConfig({ testTimeout: 30_000 });

function start(environment: Record<string, string>): ChildProcess {
  const script = fileURLToPath(new URL('database-server.ts', import.meta.url));
  const server = spawn(process.execPath, [script], { env: { ...process.env, ...environment } });
  onTestFinished(() => void server.kill('SIGKILL'));
  return server;
}

it('serves the databases until it is asked to stop', async () => {
  const dataDir = temporaryFolder();
  const server = start({ DATA_DIR: dataDir, PORT: '0' });
  const [line] = (await once(server.stdout!, 'data')) as [Buffer];
  const url = /http:\/\/\S+\/p12\//.exec(String(line))![0];
  await createClient({ url }).execute('CREATE TABLE t (a)');
  server.kill('SIGTERM');
  expect(await once(server, 'exit')).toEqual([0, null]);
});

async function refusal(environment: Record<string, string>): Promise<[string, unknown]> {
  const server = start({ DATA_DIR: temporaryFolder(), ...environment });
  const [[text], [code]] = await Promise.all([once(server.stderr!, 'data'), once(server, 'exit')]);
  return [String(text), code];
}

it('says in one sentence that its port is taken', async () => {
  const other = createServer();
  const port = await listen(other, 0, '127.0.0.1');
  onTestFinished(() => void other.close());
  const sentence = `Port ${port} of 127.0.0.1 is in use by another program; choose another with PORT.\n`;
  expect(await refusal({ PORT: String(port) })).toEqual([sentence, 1]);
});

it('says in one sentence that its port is none', async () => {
  expect(await refusal({ PORT: '80a' })).toEqual(['PORT must be a number from 0 to 65535, not "80a".\n', 1]);
});
