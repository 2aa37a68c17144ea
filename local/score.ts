/** `npm run score`: computes a scorecard from a file, with the same engine and without any service. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  type CommuneInput,
  checkDefinition,
  engineVersion,
  type FormDefinition,
  scoreCommune,
  templates,
} from '../forms/index.ts';
import { hashOf } from '../worker/db/hash.ts';

const USAGE = `Usage:
  npm run score -- --template NAME INPUT.json
  npm run score -- --form DEFINITION.json INPUT.json

INPUT.json holds { commune, attributes, villages: [{ id, answers }], previous?, baseline? }.
Templates: ${Object.keys(templates).join(', ')}`;

function fail(message: string): never {
  console.error(`${message}\n\n${USAGE}`);
  process.exit(2);
}

function read(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    return fail(`${path} cannot be read as JSON: ${error instanceof Error ? error.message : error}`);
  }
}

function formOf({ template, form }: { template?: string; form?: string }): FormDefinition {
  if (template !== undefined) return templates[template] ?? fail(`There is no template "${template}".`);
  if (form === undefined) fail('Which form?');
  const { definition, issues } = checkDefinition(read(form));
  if (definition) return definition;
  for (const { path, message } of issues) console.error(`${path}: ${message.en}`);
  return fail(`${form} is no valid form.`);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { template: { type: 'string' }, form: { type: 'string' } },
});
const [inputPath] = positionals;
if (!inputPath) fail('Which input?');
const form = formOf(values);
const input = read(inputPath) as CommuneInput;
if (!Array.isArray(input?.villages)) fail(`${inputPath} has no list of villages.`);
const full: CommuneInput = { ...input, commune: input.commune ?? {}, attributes: input.attributes ?? {} };
const provenance = { formHash: await hashOf(form), answersHash: await hashOf(full), engineVersion };
console.log(JSON.stringify({ ...scoreCommune(form, full), provenance }, null, 2));
