import { buildWorker } from '../../local/build.ts';

/** Builds the worker once for a run: tests drive the bundle that would be deployed. */
export async function setup(): Promise<void> {
  await buildWorker();
}
