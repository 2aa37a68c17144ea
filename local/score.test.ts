import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { scoreCommune, templates } from '../forms/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'score-'));
afterAll(() => rmSync(folder, { recursive: true }));

const script = fileURLToPath(new URL('./score.ts', import.meta.url));
const run = (...args: string[]) =>
  new Promise<{ code: unknown; out: string; err: string }>((resolve) => {
    execFile(process.execPath, [script, ...args], (error, out, err) => resolve({ code: error?.code ?? 0, out, err }));
  });

test('a file is scored as the service would score it, with what it takes to say so again', async () => {
  const input = { commune: {}, attributes: {}, villages: [{ id: 'a', answers: { hotspots: 1 } }] };
  const path = join(folder, 'input.json');
  writeFileSync(path, JSON.stringify(input));
  const { code, out } = await run('--template', 'tra-vinh-2025', path);
  const { provenance, ...scorecard } = JSON.parse(out) as Record<string, unknown>;
  expect(code).toBe(0);
  expect(scorecard).toEqual(JSON.parse(JSON.stringify(scoreCommune(templates['tra-vinh-2025']!, input))));
  expect(provenance).toMatchObject({
    engineVersion: expect.any(String),
    formHash: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
});

test.each([
  [['--template', 'nothing', 'x.json'], 'There is no template "nothing".'],
  [['--template', 'tra-vinh-2025'], 'Which input?'],
  [['--template', 'tra-vinh-2025', 'nowhere.json'], 'nowhere.json cannot be read as JSON'],
])('%j ends with how to call it', async (args, message) => {
  const { code, err } = await run(...args);
  expect(code).toBe(2);
  expect(err).toContain(message);
  expect(err).toContain('Usage:');
});
