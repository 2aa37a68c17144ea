import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { documentExpressions } from '../../forms/expression/document/document.ts';

it('docs/expressions.md says what the registry of functions says; if not, run npm run expressions', async () => {
  const page = await readFile(new URL('../../docs/expressions.md', import.meta.url), 'utf8');
  expect(page).toBe(documentExpressions());
});
