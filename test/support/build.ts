import { buildWorker } from '../../local/build.ts';

const build = Symbol.for('dia-ban.build');
const shared = globalThis as { [build]?: Promise<void> };

/** Builds the worker once for a run, however many projects ask: tests drive the bundle that would be deployed. */
export function setup(): Promise<void> {
  shared[build] ??= buildWorker();
  return shared[build];
}
