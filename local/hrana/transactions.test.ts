import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { HranaHandler } from './handler.ts';
import { testClient, testHandler } from './test-support.ts';

async function handlerWithCounter(options: Parameters<typeof testHandler>[0] = {}): Promise<HranaHandler> {
  const handler = testHandler(options);
  await testClient(handler).executeMultiple('CREATE TABLE counter (n INTEGER); INSERT INTO counter VALUES (0)');
  return handler;
}

async function count(handler: HranaHandler): Promise<unknown> {
  return (await testClient(handler).execute('SELECT n FROM counter')).rows[0]!.n;
}

const increment = 'UPDATE counter SET n = n + 1';

describe('an interactive transaction', () => {
  it('commits what it did over several requests', async () => {
    const handler = await handlerWithCounter();
    const transaction = await testClient(handler).transaction('write');
    const { rows } = await transaction.execute('SELECT n FROM counter');
    await transaction.execute({ sql: 'UPDATE counter SET n = ?', args: [Number(rows[0]!.n) + 5] });
    await transaction.commit();
    expect(await count(handler)).toBe(5);
  });

  it.each(['rollback', 'close'] as const)('undoes everything on %s', async (ending) => {
    const handler = await handlerWithCounter();
    const transaction = await testClient(handler).transaction('write');
    await transaction.batch([increment, increment]);
    await transaction[ending]();
    await testClient(handler).execute('UPDATE counter SET n = n + 10');
    expect(await count(handler)).toBe(10);
  });

  it('goes on after a statement that failed', async () => {
    const handler = await handlerWithCounter();
    const transaction = await testClient(handler).transaction('write');
    await transaction.execute(increment);
    await expect(transaction.execute('SELECT * FROM nowhere')).rejects.toMatchObject({ code: 'SQLITE_ERROR' });
    await transaction.execute(increment);
    await transaction.commit();
    expect(await count(handler)).toBe(2);
  });

  it('runs several statements of one text', async () => {
    const handler = await handlerWithCounter();
    const transaction = await testClient(handler).transaction('write');
    await transaction.executeMultiple(`${increment}; ${increment};`);
    await transaction.commit();
    expect(await count(handler)).toBe(2);
  });

  it('refuses to write when it is read-only', async () => {
    const handler = await handlerWithCounter();
    const transaction = await testClient(handler).transaction('read');
    await transaction.execute('SELECT n FROM counter');
    await expect(transaction.execute(increment)).rejects.toMatchObject({ code: 'SQLITE_READONLY' });
    transaction.close();
  });

  it('lets readers see the last committed state meanwhile', async () => {
    const handler = await handlerWithCounter();
    const transaction = await testClient(handler).transaction('write');
    await transaction.execute(increment);
    expect(await count(handler)).toBe(0);
    const [batch] = await testClient(handler).batch(['SELECT n FROM counter'], 'read');
    expect(batch!.rows[0]!.n).toBe(0);
    await transaction.commit();
    expect(await count(handler)).toBe(1);
  });
});

describe('several writers', () => {
  it('all succeed, one after the other', async () => {
    const handler = await handlerWithCounter();
    const readAndWrite = async () => {
      const transaction = await testClient(handler).transaction('write');
      const { rows } = await transaction.execute('SELECT n FROM counter');
      await sleep(1);
      await transaction.execute({ sql: 'UPDATE counter SET n = ?', args: [Number(rows[0]!.n) + 1] });
      await transaction.commit();
    };
    const client = testClient(handler);
    await Promise.all([
      ...Array.from({ length: 8 }, readAndWrite),
      ...Array.from({ length: 8 }, () => client.execute(increment)),
      ...Array.from({ length: 8 }, () => client.batch(['SELECT n FROM counter', increment], 'deferred')),
    ]);
    expect(await count(handler)).toBe(24);
  });

  it('wait for a deferred transaction from its first write on', async () => {
    const handler = await handlerWithCounter();
    const deferred = await testClient(handler).transaction('deferred');
    await deferred.execute('SELECT n FROM counter');
    await testClient(handler).execute('CREATE TABLE other (a)');
    await deferred.rollback();

    const writing = await testClient(handler).transaction('deferred');
    await writing.execute(increment);
    const waiting = testClient(handler).execute(increment);
    await writing.execute(increment);
    await writing.commit();
    await waiting;
    expect(await count(handler)).toBe(3);
  });

  it('are refused as busy when they waited too long, and find the database free later', async () => {
    const handler = await handlerWithCounter({ writerWaitMs: 20 });
    const client = testClient(handler);
    const transaction = await client.transaction('write');
    await transaction.execute(increment);
    await expect(client.execute(increment)).rejects.toMatchObject({ code: 'SQLITE_BUSY' });
    await expect(client.batch([increment], 'write')).rejects.toMatchObject({ code: 'SQLITE_BUSY' });
    await transaction.commit();
    await client.execute(increment);
    expect(await count(handler)).toBe(2);
  });

  it('of other databases do not wait', async () => {
    const handler = await handlerWithCounter({ writerWaitMs: 20 });
    const transaction = await testClient(handler).transaction('write');
    await transaction.execute(increment);
    await testClient(handler, { url: 'http://p33.turso.local' }).execute('CREATE TABLE t (a)');
    await transaction.commit();
  });
});

describe('a client that vanishes in a transaction', () => {
  it('is rolled back, so that the writers that wait for it go on', async () => {
    const handler = await handlerWithCounter({ writerIdleMs: 20 });
    const vanished = await testClient(handler).transaction('write');
    await vanished.execute('UPDATE counter SET n = 1000');
    await Promise.all([testClient(handler).execute(increment), testClient(handler).batch([increment], 'write')]);
    expect(await count(handler)).toBe(2);
    await expect(vanished.execute(increment)).rejects.toMatchObject({ code: 'BATON_INVALID' });
  });

  it('does not keep the data folder busy when the server stops', async () => {
    const handler = await handlerWithCounter();
    const vanished = await testClient(handler).transaction('write');
    await vanished.execute(increment);
    const before = handler.pipelines.total;
    const waiting = testClient(handler).execute(increment);
    await expect.poll(() => handler.pipelines.total).toBe(before + 1);
    handler.close();
    await expect(waiting).rejects.toMatchObject({ code: 'STREAM_CLOSED' });
    await expect(count(handler)).rejects.toMatchObject({ code: 'SERVER_CLOSED' });
  });
});
