/** `npm run expressions`: writes docs/expressions.md anew from the registry of functions. */
import { writeFile } from 'node:fs/promises';
import { documentExpressions } from '../../forms/expression/document/document.ts';

await writeFile(new URL('../../docs/expressions.md', import.meta.url), documentExpressions());
