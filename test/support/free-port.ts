import { createServer } from 'node:http';
import { listen } from '../../local/listen.ts';

/** A port that nobody has, for who must know an address before anything listens there. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  const port = await listen(probe, 0, '127.0.0.1');
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
