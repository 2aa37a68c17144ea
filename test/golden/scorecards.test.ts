import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  type CommuneInput,
  canonicalJson,
  engineVersion,
  explainClass,
  type Scorecard,
  scoreCommune,
  templates,
} from '../../forms/index.ts';

/** A worked example: an invented input, and what it came to with this form and this engine. */
interface Golden {
  note: string;
  template: string;
  input: CommuneInput;
  engineVersion?: string;
  definitionHash?: string;
  class?: { vi: string; en: string } | null;
  scorecard?: Scorecard;
}

const folder = new URL('./scorecards/', import.meta.url);
const files = readdirSync(folder).sort();

test('every template has a worked example', () => {
  const covered = new Set(files.map((file) => read(file).template));
  expect([...covered].sort()).toEqual(Object.keys(templates).sort());
});

/**
 * UPDATE_GOLDEN=1 writes the files anew where the form or the engine's version has changed. It never covers up that the same
 * form and answers score otherwise than before: stored scorecards would then differ from recomputed ones without anybody's
 * being told.
 */
test.each(files)('%s scores as it did', (file) => {
  const golden = read(file);
  const now = worked(golden);
  if (golden.engineVersion === engineVersion && golden.definitionHash === now.definitionHash) {
    const message =
      'The same form and answers give another scorecard than before. If that is meant, raise the engine version ' +
      '(forms/engine-version.ts) and run again with UPDATE_GOLDEN=1.';
    expect(now, message).toEqual(golden);
  } else if (process.env.UPDATE_GOLDEN === '1') {
    writeFileSync(new URL(file, folder), `${JSON.stringify(now, null, 2)}\n`);
  } else {
    const message = 'The form or the engine version has changed. Run with UPDATE_GOLDEN=1 and read the difference.';
    expect(now, message).toEqual(golden);
  }
});

function worked({ note, template, input }: Golden): Golden {
  const definition = templates[template];
  if (!definition) throw new Error(`There is no template ${template}`);
  return {
    note,
    template,
    engineVersion,
    definitionHash: createHash('sha256').update(canonicalJson(definition)).digest('hex'),
    input,
    class: explainClass(definition, input),
    scorecard: scoreCommune(definition, input),
  };
}

function read(file: string): Golden {
  return JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
}
