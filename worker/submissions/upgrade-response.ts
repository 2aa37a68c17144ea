import {
  type Answers,
  type FormDefinition,
  formatNumber,
  isBlank,
  type Level,
  readInput,
  upgradeAnswers,
} from '../../forms/index.ts';

/** A unit's answers, and what was typed and could not be read as an answer. */
export interface Given {
  answers: Answers;
  raw: Record<string, string>;
}

/** An answer as a clerk would type it. */
const asTyped = (value: Answers[string]): string =>
  typeof value === 'number' ? formatNumber(value, 'vi') : Array.isArray(value) ? value.join(' ') : String(value ?? '');

/** What a question is called in the later version; its own name where that does not ask it any more. */
export function newNameOf(before: FormDefinition, after: FormDefinition, level: Level, name: string): string {
  return Object.keys(upgradeAnswers(before, after, level, { [name]: null }).answers)[0] ?? name;
}

/**
 * Takes one unit's answers to a later version of the form. What that cannot take over stays in `raw`, as it would have been
 * typed: beside its question where there still is one, under its old name where there is none (`assess` reports both). Text
 * that could not be read becomes an answer where the later version can read it.
 */
export function upgradeResponse(before: FormDefinition, after: FormDefinition, level: Level, given: Given): Given {
  const upgraded = upgradeAnswers(before, after, level, given.answers);
  const answers = Object.fromEntries(Object.entries(upgraded.answers).filter(([, value]) => !isBlank(value)));
  const raw: Record<string, string> = {};
  for (const [oldName, text] of Object.entries(given.raw)) {
    const name = newNameOf(before, after, level, oldName);
    const answer = readInput(after, level, { [name]: text }).answers[name];
    if (!isBlank(answer) && isBlank(answers[name])) answers[name] = answer as Answers[string];
    else raw[name] = text;
  }
  for (const [name, value] of Object.entries(upgraded.kept)) raw[name] ??= asTyped(value);
  return { answers, raw };
}

interface Stored extends Given {
  unitId: string;
  communeId: string;
  formVersionId: string;
}

/** Responses as a round's version of the form has them; `older` are the other versions that some of them were given to. */
export function upgradeResponses<Response extends Stored>(
  version: { id: string; document: FormDefinition },
  older: readonly { id: string; document: FormDefinition }[],
  responses: readonly Response[],
): Response[] {
  const documents = new Map(older.map(({ id, document }) => [id, document]));
  return responses.map((response) => {
    const before = response.formVersionId === version.id ? undefined : documents.get(response.formVersionId);
    if (!before) return response;
    const level = response.unitId === response.communeId ? 'commune' : 'village';
    const upgraded = upgradeResponse(before, version.document, level, response);
    return { ...response, ...upgraded, formVersionId: version.id };
  });
}
