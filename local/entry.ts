import { readdirSync } from 'node:fs';
import { sep } from 'node:path';

/**
 * The module that workerd starts with: the built worker behind its static files. Cloudflare answers a path that is a
 * file before the worker is asked. Miniflare can do the same, but through three more workers for every request, which
 * halves the throughput; here a set of the few paths does it.
 *
 * @param assetsDir the folder of the static files, or null when there are none
 */
export function entryModule(assetsDir: string | null): string {
  return `
    import worker from './index.js';
    const files = new Set(${JSON.stringify(assetsDir ? assetPaths(assetsDir) : [])});
    export default {
      fetch(request, env, context) {
        const isFile = files.size > 0 && files.has(new URL(request.url).pathname);
        return isFile ? env.ASSETS.fetch(request) : worker.fetch(request, env, context);
      },
      scheduled(controller, env, context) {
        return worker.scheduled(controller, env, context);
      },
    };`;
}

function assetPaths(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath.slice(folder.length)}/${entry.name}`.split(sep).join('/'))
    .map((path) => encodeURI(path));
}
