import { describe, expect, it, test } from 'vitest';
import type { PipelineEvent } from './handler.ts';
import { execute, type Json, post, testClient, testHandler } from './test-support.ts';

const integer = (value: number) => ({ type: 'integer', value: String(value) });

describe('a pipeline', () => {
  test.each(['v2', 'v3'])('runs every request over %s, also after one that fails', async (version) => {
    const { status, body } = await post(
      testHandler(),
      { requests: [execute('SELECT * FROM nowhere'), execute('SELECT 1 AS one'), { type: 'close' }] },
      { url: `http://p12.turso.local/${version}/pipeline` },
    );
    expect(status).toBe(200);
    expect(body).toEqual({
      baton: null,
      base_url: null,
      results: [
        { type: 'error', error: { code: 'SQLITE_ERROR', message: 'SQLite error: no such table: nowhere' } },
        {
          type: 'ok',
          response: {
            type: 'execute',
            result: {
              cols: [{ name: 'one', decltype: null }],
              rows: [[integer(1)]],
              affected_row_count: 0,
              last_insert_rowid: null,
            },
          },
        },
        { type: 'ok', response: { type: 'close' } },
      ],
    });
  });

  it('leaves the rows out when they are not wanted', async () => {
    const { body } = await post(testHandler(), { requests: [execute('SELECT 1', { want_rows: false })] });
    expect(body.results[0].response.result).toMatchObject({ rows: [], cols: [{ name: '1' }] });
  });

  it('gives a named argument precedence over a positional one', async () => {
    const named = [{ name: 'a', value: integer(7) }];
    const request = execute('SELECT :a, ?2', { args: [integer(1), integer(2)], named_args: named });
    const { body } = await post(testHandler(), { requests: [request] });
    expect(body.results[0].response.result.rows).toEqual([[integer(7), integer(2)]]);
  });

  it('refuses requests after the stream was closed', async () => {
    const { body } = await post(testHandler(), { requests: [{ type: 'close' }, execute('SELECT 1')] });
    expect(body.results[1].error.code).toBe('STREAM_CLOSED');
  });

  it('may write again after a read-only transaction', async () => {
    const texts = ['BEGIN READONLY', 'CREATE TABLE t (a)', 'COMMIT', 'CREATE TABLE t (a)'];
    const { body } = await post(testHandler(), { requests: texts.map((sql) => execute(sql)) });
    expect(body.results.map((result: Json) => result.error?.code ?? 'ok')).toEqual([
      'ok',
      'SQLITE_READONLY',
      'ok',
      'ok',
    ]);
  });

  it('keeps SQL texts for the stream, and forgets them when asked', async () => {
    const handler = testHandler();
    const first = await post(handler, {
      requests: [
        { type: 'store_sql', sql_id: 3, sql: 'SELECT 3' },
        { type: 'execute', stmt: { sql_id: 3 } },
      ],
    });
    expect(first.body.results[1].response.result.rows).toEqual([[integer(3)]]);
    const second = await post(handler, {
      baton: first.body.baton,
      requests: [
        { type: 'sequence', sql_id: 3 },
        { type: 'close_sql', sql_id: 3 },
      ],
    });
    expect(second.body.results.map((result: Json) => result.type)).toEqual(['ok', 'ok']);
    const third = await post(handler, { baton: second.body.baton, requests: [{ type: 'describe', sql_id: 3 }] });
    expect(third).toMatchObject({ status: 400, body: { code: 'SQL_NOT_FOUND' } });
  });

  it('stores no text twice under one id, and none that is very long', async () => {
    const store = (sql: string) => ({ type: 'store_sql', sql_id: 1, sql });
    const long = await post(testHandler(), { requests: [store('x'.repeat(5001))] });
    expect(long.body.results[0].error.code).toBe('SQL_STORE_TOO_LARGE');
    const twice = await post(testHandler(), { requests: [store('SELECT 1'), store('SELECT 2')] });
    expect(twice).toMatchObject({ status: 400, body: { code: 'SQL_EXISTS' } });
  });

  it('describes a statement without running it', async () => {
    const handler = testHandler();
    await testClient(handler).execute('CREATE TABLE t (a TEXT)');
    const sql = 'INSERT INTO t VALUES (:a) RETURNING a, 1';
    const { body } = await post(handler, { requests: [{ type: 'describe', sql }] });
    expect(body.results[0].response.result).toEqual({
      params: [{ name: ':a' }],
      cols: [
        { name: 'a', decltype: 'TEXT' },
        { name: '1', decltype: null },
      ],
      is_explain: false,
      is_readonly: false,
    });
    expect((await testClient(handler).execute('SELECT count(*) AS n FROM t')).rows[0]!.n).toBe(0);
  });

  it('keeps the settings of one stream from the next, also when they were only described', async () => {
    const handler = testHandler();
    await post(handler, { requests: [{ type: 'describe', sql: 'PRAGMA foreign_keys = off' }, { type: 'close' }] });
    expect((await testClient(handler).execute('PRAGMA foreign_keys')).rows[0]!.foreign_keys).toBe(1);
  });

  it('tells whether the stream is in a transaction', async () => {
    const asked = { type: 'get_autocommit' };
    const { body } = await post(testHandler(), {
      requests: [asked, execute('BEGIN'), asked, execute('COMMIT'), asked],
    });
    const told = body.results.filter((result: Json) => result.response.type === 'get_autocommit');
    expect(told.map((result: Json) => result.response.is_autocommit)).toEqual([true, false, true]);
  });

  it('runs the steps of a batch as their conditions say', async () => {
    const step = (sql: string, condition?: object) => ({ stmt: { sql }, condition });
    const steps = [
      step('SELECT 1'),
      step('SELECT * FROM nowhere', { type: 'ok', step: 0 }),
      step('SELECT 2', { type: 'ok', step: 1 }),
      step('SELECT 3', { type: 'and', conds: [{ type: 'error', step: 1 }, { type: 'is_autocommit' }] }),
      step('SELECT 4', { type: 'not', cond: { type: 'or', conds: [{ type: 'ok', step: 0 }] } }),
    ];
    const { body } = await post(testHandler(), { requests: [{ type: 'batch', batch: { steps } }] });
    const { step_results, step_errors } = body.results[0].response.result;
    expect(step_results.map((result: Json) => result?.rows[0][0].value ?? null)).toEqual(['1', null, null, '3', null]);
    expect(step_errors.map((error: Json) => error?.code ?? null)).toEqual([null, 'SQLITE_ERROR', null, null, null]);
  });
});

describe('a baton', () => {
  const select = { requests: [execute('SELECT 1')] };

  it('is good for one request', async () => {
    const handler = testHandler();
    const { baton } = (await post(handler, select)).body;
    const again = await post(handler, { baton, ...select });
    expect(again.status).toBe(200);
    expect(again.body.baton).not.toBe(baton);
    expect(await post(handler, { baton, ...select })).toMatchObject({ status: 400, body: { code: 'BATON_INVALID' } });
  });

  it('expires with its stream', async () => {
    const handler = testHandler({ idleMs: 5 });
    const { baton } = (await post(handler, select)).body;
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect((await post(handler, { baton, ...select })).body.code).toBe('BATON_INVALID');
  });

  it('cannot be made up, nor used for another database', async () => {
    const handler = testHandler();
    const { baton } = (await post(handler, select)).body;
    const forged = `${baton.slice(0, -1)}${baton.endsWith('A') ? 'B' : 'A'}`;
    expect((await post(handler, { baton: forged, ...select })).body.code).toBe('BATON_INVALID');
    const url = 'http://p33.turso.local/v2/pipeline';
    expect((await post(handler, { baton, ...select }, { url })).body.code).toBe('BATON_INVALID');
  });

  it('is not given for a stream that is closed', async () => {
    const { body } = await post(testHandler(), { requests: [execute('SELECT 1'), { type: 'close' }] });
    expect(body.baton).toBeNull();
  });
});

describe('a request that breaks the protocol', () => {
  const condition = { type: 'ok', step: 1 };
  test.each([
    ['is not JSON', '{', 'JSON_INVALID'],
    ['has no requests', {}, 'REQUEST_INVALID'],
    ['has a request of an unknown type', { requests: [{ type: 'drop' }] }, 'REQUEST_INVALID'],
    ['names no SQL', { requests: [{ type: 'execute', stmt: {} }] }, 'REQUEST_INVALID'],
    ['names SQL twice', { requests: [execute('SELECT 1', { sql_id: 1 })] }, 'REQUEST_INVALID'],
    [
      'has an integer as a number',
      { requests: [execute('SELECT ?', { args: [{ type: 'integer', value: 1 }] })] },
      'REQUEST_INVALID',
    ],
    [
      'refers to a later step',
      { requests: [{ type: 'batch', batch: { steps: [{ stmt: { sql: 'SELECT 1' }, condition }] } }] },
      'BATCH_CONDITION_INVALID',
    ],
  ])('because it %s gets 400 and a reason', async (_, body, code) => {
    const reply = await post(testHandler(), body);
    expect(reply).toEqual({ status: 400, body: { code, message: expect.not.stringMatching(/\.ts|at /) } });
  });

  it('loses its transaction', async () => {
    const handler = testHandler();
    await testClient(handler).execute('CREATE TABLE t (a)');
    const opened = await post(handler, { requests: [execute('BEGIN IMMEDIATE'), execute('INSERT INTO t VALUES (1)')] });
    await post(handler, { baton: opened.body.baton, requests: [{ type: 'execute', stmt: { sql_id: 9 } }] });
    await testClient(handler).execute('INSERT INTO t VALUES (2)');
    expect((await testClient(handler).execute('SELECT a FROM t')).rows.map((row) => row.a)).toEqual([2]);
  });

  it('is refused unless it is sent as JSON', async () => {
    const headers = { 'content-type': 'text/plain' };
    expect((await post(testHandler(), { requests: [] }, { headers })).status).toBe(415);
  });

  test.each([
    ['GET', '/v2', 200],
    ['GET', '/v3', 200],
    ['GET', '/health', 200],
    ['GET', '/v3-protobuf', 404],
    ['GET', '/v2/pipeline', 405],
    ['POST', '/v4/pipeline', 404],
  ])('%s %s answers %i', async (method, path, status) => {
    const response = await testHandler().fetch(new Request(`http://p12.turso.local${path}`, { method }));
    expect(response.status).toBe(status);
    expect(await response.json()).toBeTypeOf('object');
  });

  test.each(['P_12', '..', 'a%2Fb'])('is refused for a database called %s', async (database) => {
    const call = { method: 'GET', path: '/v2', authorization: null, contentType: null, requestId: null, body: '' };
    expect(await testHandler().answer({ ...call, database })).toMatchObject({ status: 400 });
  });
});

describe('the token', () => {
  const authorize = (database: string, token: string | null) => token === `${database}-token`;

  it('opens its own database only', async () => {
    const handler = testHandler({ authorize });
    const p12 = testClient(handler, { authToken: 'p12-token' });
    await expect(p12.execute('SELECT 1')).resolves.toBeDefined();
    const other = testClient(handler, { url: 'http://p33.turso.local', authToken: 'p12-token' });
    await expect(other.execute('SELECT 1')).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
    await expect(testClient(handler).execute('SELECT 1')).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
  });
});

describe('round trips', () => {
  it('are counted by database and by the request that caused them', async () => {
    const handler = testHandler();
    const pipeline = { requests: [execute('SELECT 1'), { type: 'close' }] };
    await post(handler, pipeline, { headers: { 'x-request-id': 'a' } });
    await post(handler, pipeline, { headers: { 'x-request-id': 'a' }, url: 'http://p33.turso.local/v2/pipeline' });
    await post(handler, pipeline);
    const { pipelines } = handler;
    expect([pipelines.total, pipelines.ofDatabase('p12'), pipelines.ofDatabase('p33')]).toEqual([3, 2, 1]);
    expect([pipelines.ofRequest('a'), pipelines.ofRequest('b')]).toEqual([2, 0]);
  });

  it('are shown to an observer before they run', async () => {
    const events: PipelineEvent[] = [];
    const handler = testHandler({ onPipeline: (event) => void events.push(event) });
    await testClient(handler).batch(['SELECT 1', 'SELECT 2'], 'read');
    expect(events).toEqual([
      {
        database: 'p12',
        statements: ['BEGIN TRANSACTION READONLY', 'SELECT 1', 'SELECT 2', 'COMMIT', 'ROLLBACK'],
        requestId: null,
      },
    ]);
  });
});
