import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';

/** Everything the fill page may run, and what pages with passkeys and those that close a link run; all in `web/client/`. */
const PAGE = 'web/client/fill.tsx';
const SERVICE_WORKER = 'web/client/service-worker.ts';
const PASSKEY = 'web/client/passkey.ts';
const CLOSE_LINK = 'web/client/close-link.ts';

/** Of 2022: a phone of 2016 has Chrome 106. What that lacks in its library `web/client/older-browsers.ts` brings. */
const TARGET = 'chrome98';

/** Parts of the engine of which the page has another that does what it needs in fewer bytes; each says why. */
const REPLACED = [
  ['/forms/expression/regex/regex.ts', 'web/client/native-regex.ts'],
  ['/forms/expression/parse-checked.ts', 'web/client/published-expression.ts'],
  ['/forms/scoring/criterion-result.ts', 'web/client/plain-results.ts'],
  ['/forms/scoring/index-of.ts', 'web/client/plain-results.ts'],
] as const;

/**
 * What the page does without, because every byte counts there: the sentences on what can be wrong with an expression and what the
 * checker knows of a function, since a published form has been checked; and what `REPLACED` names.
 */
function withoutChecker(root: string): Plugin {
  return {
    name: 'without-checker',
    transform(code, id) {
      if (id.endsWith('/forms/expression/faults.ts')) {
        const names = [...code.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name]) => `fault as ${name}`);
        return { code: `const fault = () => null;\nexport { ${names.join(', ')} };`, map: null };
      }
      const instead = REPLACED.find(([module]) => id.endsWith(module))?.[1];
      if (instead) return { code: `export * from ${JSON.stringify(join(root, instead))};`, map: null };
      if (!id.includes('/forms/expression/functions/')) return null;
      return {
        code: code.replace(/^(\t*)(argumentNames|parameters|returns|check): .*(\n\1[\t}\])].*)*,$/gm, ''),
        map: null,
      };
    },
  };
}

async function bundle(root: string, entry: string, fileName: string): Promise<Rolldown.OutputChunk[]> {
  const built = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    plugins: [withoutChecker(root)],
    resolve: { alias: { 'preact/jsx-runtime': join(root, 'web/client/jsx.ts') } },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
    build: {
      write: false,
      target: TARGET,
      // The page's script may be split; modern browsers need no help with preloading.
      modulePreload: false,
      rolldownOptions: {
        input: join(root, entry),
        // Style sheets among them: the worker inlines those. What only runs for its effect is named here.
        treeshake: { moduleSideEffects: (id) => id.endsWith('/older-browsers.ts') || id === join(root, entry) },
        output: { entryFileNames: fileName, chunkFileNames: 'fill-[hash].js' },
      },
    },
  });
  return (built as Rolldown.RolldownOutput).output.filter((part) => part.type === 'chunk');
}

/**
 * Builds the scripts of pages before the worker, which learns them as `import.meta.env.FILL_SCRIPT` and the like, and
 * writes them to the static files after it. Scripts carry a hash of what is in them, so that a browser may keep them for ever; the
 * service worker does not, because its address must stay the same.
 */
export function clientScripts(): Plugin {
  let root = '';
  let chunks: Rolldown.OutputChunk[] = [];
  return {
    name: 'client-scripts',
    async config(config) {
      root = config.root ?? process.cwd();
      if (!existsSync(join(root, PAGE))) return {};
      const page = await bundle(root, PAGE, 'fill-[hash].js');
      const passkey = await bundle(root, PASSKEY, 'passkey-[hash].js');
      const closeLink = await bundle(root, CLOSE_LINK, 'close-[hash].js');
      chunks = [...page, ...passkey, ...closeLink, ...(await bundle(root, SERVICE_WORKER, 'fill-sw.js'))];
      const pathOf = (built: Rolldown.OutputChunk[]) =>
        JSON.stringify(`/${built.find(({ isEntry }) => isEntry)?.fileName}`);
      return {
        define: {
          'import.meta.env.FILL_SCRIPT': pathOf(page),
          'import.meta.env.PASSKEY_SCRIPT': pathOf(passkey),
          'import.meta.env.CLOSE_SCRIPT': pathOf(closeLink),
        },
      };
    },
    writeBundle: {
      sequential: true,
      async handler() {
        if (chunks.length === 0) return;
        const target = join(root, 'dist/assets');
        await mkdir(target, { recursive: true });
        for (const { fileName, code } of chunks) await writeFile(join(target, fileName), code);
      },
    },
  };
}
