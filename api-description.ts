import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin, type Rolldown } from 'vite';

/** Works the API's description out, from the app with all its routes. */
const DOCUMENT = 'worker/docs/openapi.ts';
/** Where the service answers it; a file of the static files. */
const PATH = 'v1/openapi.json';

/** Where the bracket that opens at `start` closes; texts in between may hold brackets. */
export function endOfBracket(code: string, start: number): number {
  let depth = 0;
  let quote = '';
  for (let at = start; at < code.length; at += 1) {
    const letter = code[at]!;
    if (letter === '\\') at += 1;
    else if (quote) quote = letter === quote ? '' : quote;
    else if ('"\'`'.includes(letter)) quote = letter;
    else if ('({['.includes(letter)) depth += 1;
    else if (')}]'.includes(letter) && --depth === 0) return at + 1;
  }
  throw new Error('A bracket that does not close');
}

/** Every call of a function with nothing in its brackets. */
function withoutArguments(code: string, called: string, instead = ''): string {
  let shorter = '';
  let from = 0;
  for (const { index } of code.matchAll(new RegExp(`(?<![\\w.])${called.replace('.', '\\.')}\\(`, 'g'))) {
    if (index < from) continue;
    shorter += `${code.slice(from, index)}${called}(${instead})`;
    from = endOfBracket(code, index + called.length);
  }
  return shorter + code.slice(from);
}

async function describeApi(root: string): Promise<string> {
  const built = (await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
    build: { ssr: DOCUMENT, write: false, minify: false, rolldownOptions: { output: { codeSplitting: false } } },
  })) as Rolldown.RolldownOutput;
  const folder = await mkdtemp(join(tmpdir(), 'dia-ban-'));
  try {
    const module = join(folder, 'openapi.mjs');
    await writeFile(module, built.output[0].code);
    const { openApi } = (await import(pathToFileURL(module).href)) as { openApi(): Promise<unknown> };
    return JSON.stringify(await openApi());
  } finally {
    await rm(folder, { recursive: true });
  }
}

/**
 * Writes the API's description to the static files when the worker is built, and leaves out of the worker what only describes it:
 * the arguments of `operation` and `v.description`, the schemas of answers, and the library that makes a document of them. They are
 * a thirteenth of the worker's bytes and would be read by no request but the one for the document.
 */
export function apiDescription(): Plugin {
  let root = '';
  return {
    name: 'api-description',
    configResolved(config) {
      root = config.root;
    },
    load: {
      order: 'pre',
      handler(id) {
        if (id.endsWith('/worker/http/operation.ts')) return 'export const operation = () => (_, next) => next();';
        // All that is left of it for a request: what it calls itself to validate one.
        if (/\/hono-openapi\/dist\/index\.js$/.test(id)) {
          return 'export { sValidator as validator } from "@hono/standard-validator";';
        }
        return null;
      },
    },
    transform: {
      // While it is still as it was written.
      order: 'pre',
      handler(code, id) {
        if (!/\/worker\/.+\.ts$/.test(id)) return null;
        const shorter = withoutArguments(withoutArguments(code, 'operation'), 'v.description', "''");
        return shorter === code ? null : { code: shorter, map: null };
      },
    },
    writeBundle: {
      sequential: true,
      async handler() {
        if (!existsSync(join(root, DOCUMENT))) return;
        const target = join(root, 'dist/assets', PATH);
        await mkdir(join(target, '..'), { recursive: true });
        await writeFile(target, await describeApi(root));
      },
    },
  };
}
