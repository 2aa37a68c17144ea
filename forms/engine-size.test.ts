import { build } from 'vite';
import { expect, test } from 'vitest';

/** What a fill page takes from the engine, as the browser gets it: minified, through the only door. */
async function browserCode(): Promise<string> {
  const entry = `${import.meta.dirname}/engine-size.entry.ts`;
  const result = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) =>
          id === entry ? "export { checkAnswers, openSession, scoreCommune } from './index.ts';" : undefined,
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
  return outputs.map((output) => (output.type === 'chunk' ? output.code : '')).join('\n');
}

async function gzipped(text: string): Promise<number> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return (await new Response(stream).arrayBuffer()).byteLength;
}

test('checking, filling in and scoring come to at most 25 KB gzipped, without templates and schema', async () => {
  const code = await browserCode();
  expect(code).toContain('checkAnswers');
  expect(code).not.toContain('tam-duong-2024');
  expect(code).not.toContain('strict_object');
  expect(await gzipped(code)).toBeLessThanOrEqual(25_000);
}, 30_000);
