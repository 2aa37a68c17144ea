import { readFileSync } from 'node:fs';
import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { apiDescription, endOfBracket } from './api-description.ts';
import { clientScripts } from './client-scripts.ts';
import { templates } from './forms/index.ts';

/**
 * `dist/assets/`: the files that are served as they are, from the root of the site. They are those of `web/assets/`, and the
 * ready-made forms, which the worker reads one at a time and would otherwise carry all along (worker/forms/template.ts).
 */
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
        await mkdir(join(target, 'templates'));
        for (const [id, template] of Object.entries(templates)) {
          await writeFile(join(target, `templates/${id}.json`), JSON.stringify(template));
        }
      },
    },
  };
}

/** Exports without a value: for what others pass on, or would call only in what is never called. */
const nothing = (...names: string[]) => names.map((name) => `export const ${name} = undefined;`).join('');
const nothingOf = (path: string) => {
  const exported = readFileSync(path, 'utf8').matchAll(/^export (?:const|class|function) (\w+)/gm);
  return nothing(...Array.from(exported, ([, name]) => name!));
};

const closed = (...names: string[]) => `export { ${names.map((name) => `ok as ${name}`).join(', ')} } from "./ok.mjs";`;

/**
 * Modules of better-auth, of its zod and of hono-openapi that no request of ours reaches, each with what stands in its place. They
 * come along because these libraries list everything they have in one object, or load it by a name that they are told.
 */
const UNREACHED: { path: RegExp; instead?: string }[] = [
  // Schemas of other libraries than valibot, of which ours are. The one for zod asks for all of zod.
  {
    path: /\/@standard-community\/standard-(json|openapi)\/dist\/(arktype|effect|sury|typebox|zod)-[\w-]+\.js$/,
    instead: 'export default () => undefined;',
  },
  // Messages in fifty languages.
  { path: /\/zod\/v4\/locales\/index\.js$/, instead: 'export {}' },
  // Schemas compiled with `new Function`, which Workers forbid, and schemas described as JSON Schema, in a method of each.
  { path: /\/zod\/v4\/core\/(compile|json-schema-generator|json-schema-processors)\.js$/ },
  {
    path: /\/zod\/v4\/core\/to-json-schema\.js$/,
    instead: 'export const createToJSONSchemaMethod = () => () => {}, createStandardJSONSchemaMethod = () => () => {};',
  },
  // Thirty-five companies to sign in with; the operator's own provider is configured by discovery.
  {
    path: /\/@better-auth\/core\/dist\/social-providers\/index\.mjs$/,
    instead: 'import { string } from "zod"; export const socialProviders = {}, SocialProviderListEnum = string();',
  },
  // Reports to better-auth's makers, which are switched off.
  {
    path: /\/@better-auth\/telemetry\/dist\/\w+\.mjs$/,
    instead: `export const createTelemetry = async () => ({ publish: async () => {} }); ${nothing('getTelemetryAuthConfig')}`,
  },
  // Addresses that are closed and whose acts we do not call either: `ok` stands for each, since all are listed in one object.
  {
    path: /\/better-auth\/dist\/api\/routes\/account\.mjs$/,
    instead: closed(
      'accountInfo',
      'getAccessToken',
      'linkSocialAccount',
      'listUserAccounts',
      'refreshToken',
      'unlinkAccount',
    ),
  },
  { path: /\/better-auth\/dist\/api\/routes\/error\.mjs$/, instead: closed('error') },
  // A forgotten password, by a link in a mail of its own.
  {
    path: /\/better-auth\/dist\/api\/routes\/password\.mjs$/,
    instead: closed('requestPasswordReset', 'requestPasswordResetCallback', 'resetPassword', 'verifyPassword'),
  },
  {
    path: /\/better-auth\/dist\/api\/routes\/(sign-up|update-session)\.mjs$/,
    instead: 'import { ok } from "./ok.mjs"; export const signUpEmail = () => ok, updateSession = () => ok;',
  },
  {
    path: /\/better-auth\/dist\/api\/routes\/email-verification\.mjs$/,
    instead: `${closed('sendVerificationEmail', 'verifyEmail')} ${nothing('createEmailVerificationToken', 'sendVerificationEmailFn')}`,
  },
  // Sessions as encrypted tokens: ours are signed.
  {
    path: /\/better-auth\/dist\/crypto\/jwt\.mjs$/,
    instead: nothing('signJWT', 'verifyJWT', 'symmetricEncodeJWT', 'symmetricDecodeJWT'),
  },
  // Its addresses, a page about them, and limits of its own for them: nothing is asked over HTTP there.
  { path: /\/better-call\/dist\/router\.mjs$/, instead: nothing('createRouter') },
  { path: /\/better-call\/dist\/openapi\.mjs$/, instead: nothing('generator', 'getHTML') },
  {
    path: /\/better-auth\/dist\/api\/rate-limiter\/index\.mjs$/,
    instead: 'export const onRequestRateLimit = async () => undefined;',
  },
  // Codes sent by mail or telephone.
  {
    path: /\/better-auth\/dist\/plugins\/two-factor\/otp\/index\.mjs$/,
    instead: 'export const otp2fa = () => ({ id: "otp", endpoints: {} });',
  },
  // Asking a database in protocol buffers: its client speaks version 2 of Hrana, which is JSON.
  { path: /\/@libsql\/hrana-client\/lib-esm\/((http|shared)\/protobuf_(en|de)code|encoding\/protobuf\/\w+)\.js$/ },
  // Relational queries, which ask to be told the schema when a database is opened; ours is not told.
  {
    path: /\/drizzle-orm\/relations\.js$/,
    instead: nothing(
      ...['Many', 'One', 'Relation', 'Relations', 'createMany', 'createOne', 'createTableRelationsHelpers'],
      ...['extractTablesRelationalConfig', 'getOperators', 'getOrderByOperators', 'mapRelationalRow'],
      ...['normalizeRelation', 'relations'],
    ),
  },
  // Which colours a terminal has.
  { path: /\/@better-auth\/core\/dist\/env\/color-depth\.mjs$/, instead: 'export const getColorDepth = () => 1;' },
  // A store for who has no database.
  { path: /\/@better-auth\/memory-adapter\/dist\/index\.mjs$/, instead: nothing('memoryAdapter') },
];

/** Leaves out how better-auth would describe its own addresses, which are closed: none of it is ever read. */
function withoutDescriptions(): Plugin {
  return {
    name: 'without-descriptions',
    transform(code, id) {
      if (!/\/better-auth\/dist\/(api|plugins)\//.test(id)) return null;
      let shorter = '';
      let from = 0;
      for (const { index } of code.matchAll(/\bopenapi: \{/g)) {
        if (index < from) continue;
        shorter += `${code.slice(from, index)}openapi: undefined`;
        from = endOfBracket(code, index + 'openapi: '.length);
      }
      return from === 0 ? null : { code: shorter + code.slice(from), map: null };
    },
  };
}

function withoutUnreached(): Plugin {
  return {
    name: 'without-unreached',
    enforce: 'pre',
    load(id) {
      const unreached = UNREACHED.find(({ path }) => path.test(id));
      return unreached && (unreached.instead ?? nothingOf(id));
    },
  };
}

/** The worker as one module for workerd: everything inside except what the runtime itself provides. */
export default defineConfig({
  // Known to Vite, so that style sheets may refer to its files, but not copied beside the worker.
  publicDir: 'web/assets',
  plugins: [copyAssets(), withoutUnreached(), withoutDescriptions(), apiDescription(), clientScripts()],
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
