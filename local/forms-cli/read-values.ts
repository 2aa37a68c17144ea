import type { Answers, Value } from '../../forms/index.ts';
import { UsageError } from './command.ts';
import { readBytes } from './files.ts';

/**
 * Answers by name from a JSON file; a village question has a list, `null` in it being a village that has not answered.
 *
 * @throws UsageError when the file holds anything else.
 */
export async function readValues(path: string): Promise<Answers> {
  const text = new TextDecoder().decode(await readBytes(path));
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${path} is not JSON: ${(error as Error).message}.`);
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw new UsageError(`${path} must hold an object of answers, such as {"addicts_total": 3}.`);
  }
  for (const [name, value] of Object.entries(json)) {
    const single = Array.isArray(value) ? value : [value];
    if (!single.every(isAnswer))
      throw new UsageError(`${path}: "${name}" is not a text, number, true, false, null or a list.`);
  }
  return json as Answers;
}

function isAnswer(value: unknown): value is Exclude<Value, string[]> {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
