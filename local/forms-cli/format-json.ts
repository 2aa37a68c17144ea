import { checkDefinition, type Issue } from '../../forms/index.ts';
import type { FileFormat } from './format.ts';

/** A definition as it is published: one JSON document. */
export const jsonFormat: FileFormat = {
  extension: '.json',
  async read(bytes) {
    let json: unknown;
    try {
      json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    } catch (error) {
      return { definition: null, issues: [notJson(error)] };
    }
    return { ...checkDefinition(json), json };
  },
  async write(definition) {
    return new TextEncoder().encode(`${JSON.stringify(definition, null, 2)}\n`);
  },
};

function notJson(error: unknown): Issue {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    code: 'not_json',
    severity: 'error',
    path: '',
    message: { vi: `Tệp không phải là JSON: ${reason}.`, en: `The file is not JSON: ${reason}.` },
  };
}
