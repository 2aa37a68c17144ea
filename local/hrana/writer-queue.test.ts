import { expect, it } from 'vitest';
import { WriterQueue } from './writer-queue.ts';

it('lets writers go one at a time, in the order they came', async () => {
  const queue = new WriterQueue(1000);
  const order: string[] = [];
  const write = async (name: string) => {
    const end = await queue.take();
    order.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve, 1));
    order.push(`${name} ends`);
    end();
  };
  await Promise.all(['a', 'b', 'c'].map(write));
  expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
});

it('refuses a writer that has waited too long, and forgets it', async () => {
  const queue = new WriterQueue(5);
  const end = await queue.take();
  await expect(queue.take()).rejects.toMatchObject({ code: 'SQLITE_BUSY' });
  end();
  await expect(queue.take()).resolves.toBeTypeOf('function');
});

it('gives the turn on once, however often its end is told', async () => {
  const queue = new WriterQueue(5);
  const end = await queue.take();
  const second = queue.take();
  end();
  await second;
  end();
  await expect(queue.take()).rejects.toMatchObject({ code: 'SQLITE_BUSY' });
});
