import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { clientScripts } from './client-scripts.ts';

/** `web/assets/` → `dist/assets/`: the files that are served as they are, from the root of the site. */
function copyAssets(): Plugin {
  let root = '';
  return {
    name: 'copy-assets',
    configResolved(config) {
      root = config.root;
    },
    // One after the other, because this one empties the folder.
    writeBundle: {
      sequential: true,
      async handler() {
        const target = join(root, 'dist/assets');
        await mkdir(target, { recursive: true });
        // Emptied and not removed: a service that is running holds the folder open.
        for (const name of await readdir(target)) await rm(join(target, name), { recursive: true });
        await cp(join(root, 'web/assets'), target, { recursive: true });
      },
    },
  };
}

/** zod, inside better-auth, brings its messages in fifty languages that nobody reads: 45 KB gzipped. */
function withoutZodLocales(): Plugin {
  const empty = '\0zod-locales';
  return {
    name: 'without-zod-locales',
    enforce: 'pre',
    resolveId: (source, importer) =>
      source.endsWith('/locales/index.js') && importer?.includes('/node_modules/zod/') ? empty : undefined,
    load: (id) => (id === empty ? 'export {}' : undefined),
  };
}

/** The worker as one module for workerd: everything inside except what the runtime itself provides. */
export default defineConfig({
  // Known to Vite, so that style sheets may refer to its files, but not copied beside the worker.
  publicDir: 'web/assets',
  plugins: [copyAssets(), withoutZodLocales(), clientScripts()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
  define: { 'process.env.NODE_ENV': '"production"' },
  ssr: {
    target: 'webworker',
    noExternal: true,
    resolve: { conditions: ['workerd', 'worker', 'browser', 'import', 'default'] },
  },
  build: {
    ssr: 'worker/index.ts',
    outDir: 'dist/worker',
    copyPublicDir: false,
    target: 'es2024',
    // Phones of 2016 run browsers of 2021 at best: no media query ranges.
    cssTarget: 'chrome87',
    minify: true,
    rolldownOptions: {
      external: [/^node:/, /^cloudflare:/],
      output: { entryFileNames: 'index.js', codeSplitting: false },
    },
  },
});
