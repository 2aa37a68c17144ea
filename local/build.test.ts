import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, vi } from 'vitest';
import { buildWorker } from './build.ts';
import { temporaryFolder } from './hrana/test-support.ts';
import { startRuntime } from './runtime.ts';

// Each test starts processes of its own.
vi.setConfig({ testTimeout: 30_000 });

const FILES = {
  'worker/index.ts': `
    import { createHash } from 'node:crypto';
    import { createClient } from '@libsql/client/http';
    import { page } from '../web/page.tsx';
    export default {
      async fetch(_request: Request, env: { CONTROL_DATABASE_URL: string }): Promise<Response> {
        const { rows } = await createClient({ url: env.CONTROL_DATABASE_URL }).execute("SELECT 'xã' AS unit");
        const hash = createHash('sha256').update('').digest('hex').slice(0, 8);
        return new Response(page([rows[0]!.unit, hash, process.env.NODE_ENV].join(' ')));
      },
    };`,
  'web/page.tsx': `
    import { renderToString } from 'preact-render-to-string';
    import style from './page.css?inline';
    import text from './text.txt?raw';
    export const page = (unit: string) => renderToString(<p title={text} class={style.trim()}>{unit}</p>);`,
  'web/page.css': `@font-face { font-family: a; src: url('/fonts/a.woff2'); }`,
  'web/text.txt': 'raw',
  'web/assets/fonts/a.woff2': 'font',
};

it('makes one module that workerd runs, and copies the static files', async () => {
  const root = temporaryFolder();
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  symlinkSync(fileURLToPath(new URL('../node_modules', import.meta.url)), join(root, 'node_modules'));
  await buildWorker(root);

  expect(readdirSync(join(root, 'dist/worker'))).toEqual(['index.js']);
  expect(existsSync(join(root, 'dist/assets/fonts/a.woff2'))).toBe(true);
  const bundle = readFileSync(join(root, 'dist/worker/index.js'), 'utf8');
  const imported = [...bundle.matchAll(/\bfrom\s*"([^"]+)"|\bimport\s*"([^"]+)"/g)].map(
    (match) => match[1] ?? match[2],
  );
  expect(imported.filter((name) => !name!.startsWith('node:'))).toEqual([]);

  const runtime = await startRuntime({ dataDir: temporaryFolder(), buildDir: join(root, 'dist') });
  const html = await (await runtime.dispatchFetch('/')).text();
  await runtime.stop();
  expect(html).toMatch(/^<p title="raw" class="@font-face\{.*url\(\/fonts\/a.woff2\).*">xã e3b0c442 production<\/p>$/);
});
