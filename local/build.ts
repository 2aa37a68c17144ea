import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));

/**
 * Builds what would be deployed, `dist/worker/index.js` and `dist/assets/`. Silent unless it fails.
 * @param root the folder with `worker/index.ts` and `web/assets/`
 */
export async function buildWorker(root: string = PROJECT): Promise<void> {
  await build({ root, configFile: join(PROJECT, 'vite.config.ts'), logLevel: 'error' });
}
