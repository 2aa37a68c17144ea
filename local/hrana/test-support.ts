import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, type Config, createClient } from '@libsql/client/http';
import { onTestFinished } from 'vitest';
import { createHranaHandler, type HranaHandler, type HranaOptions } from './handler.ts';

/** A data folder that is removed when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dia-ban-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A handler over an empty data folder, closed when the test ends. */
export function testHandler(options: Partial<HranaOptions> = {}): HranaHandler {
  const handler = createHranaHandler({
    dataDir: options.dataDir ?? temporaryFolder(),
    synchronous: 'NORMAL',
    ...options,
  });
  onTestFinished(() => handler.close());
  return handler;
}

/** The libSQL client that the worker uses, talking to the handler. */
export function testClient(handler: HranaHandler, config: Partial<Config> = {}): Client {
  return createClient({ url: 'http://p12.turso.local', fetch: handler.fetch, ...config });
}

// biome-ignore lint/suspicious/noExplicitAny: tests look into replies of every shape
export type Json = any;

/** Posts a pipeline as it stands, for what the client would never send. */
export async function post(
  handler: HranaHandler,
  body: unknown,
  { url = 'http://p12.turso.local/v2/pipeline', headers = {} as Record<string, string> } = {},
): Promise<{ status: number; body: Json }> {
  const response = await handler.fetch(
    new Request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  );
  return { status: response.status, body: await response.json() };
}

export function execute(sql: string, more: object = {}) {
  return { type: 'execute', stmt: { sql, ...more } };
}
