import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PUBLIC_OPERATIONS } from '../support/operations.ts';
import { type Service, startService } from '../support/service.ts';

const golden = new URL('../golden/openapi.json', import.meta.url);

let service: Service;
let document: { paths: Record<string, Record<string, { operationId: string; security?: object[] }>> };

beforeAll(async () => {
  service = await startService();
  document = (await (await service.stranger.get('/v1/openapi.json')).json()) as typeof document;
});
afterAll(() => service.stop());

test('the OpenAPI document is the one that was reviewed; UPDATE_GOLDEN=1 writes a new one to review', () => {
  const text = `${JSON.stringify(document, null, 2)}\n`;
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(golden, text);
  expect(text).toBe(readFileSync(golden, 'utf8'));
});

test('it is a file that anybody may read and that browsers ask for again', async () => {
  const { status, headers } = await service.stranger.get('/v1/openapi.json');
  expect(status).toBe(200);
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-type': 'application/json',
    'cache-control': 'public, max-age=0, must-revalidate',
    'x-content-type-options': 'nosniff',
    'x-robots-tag': 'noindex, nofollow',
    etag: expect.any(String),
  });
  expect(headers.get('access-control-allow-origin')).toBe(null);
});

test('every operation has a name of its own, and all but the public ones say who may call them', () => {
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
  const ids = operations.map(({ operationId }) => operationId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).not.toContain(undefined);
  const open = operations.filter(({ security = [] }) => security.length === 0).map(({ operationId }) => operationId);
  expect(open).toEqual(PUBLIC_OPERATIONS);
});
