import { gzipSync } from 'node:zlib';
import { build } from 'vite';

/** What a browser downloads for `source`, minified: bytes as they are and gzipped. */
export async function bundleSize(source: string): Promise<{ bytes: number; gzip: number }> {
  const entry = 'virtual:entry';
  const result = await build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'error',
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? `${import.meta.dirname}/entry.ts` : undefined),
        load: (id) => (id === `${import.meta.dirname}/entry.ts` ? source : undefined),
      },
    ],
    build: {
      write: false,
      minify: true,
      target: 'es2022',
      rolldownOptions: { input: entry, preserveEntrySignatures: 'strict' },
    },
  });
  const outputs = [result].flat().flatMap((each) => ('output' in each ? each.output : []));
  const code = outputs.map((output) => (output.type === 'chunk' ? output.code : '')).join('\n');
  return { bytes: Buffer.byteLength(code), gzip: gzipSync(code, { level: 9 }).length };
}
