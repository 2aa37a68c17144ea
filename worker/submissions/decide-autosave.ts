import {
  type Answers,
  type FormDefinition,
  isBlank,
  type Level,
  readInput,
  refuseAnswers,
  upgradeAnswers,
} from '../../forms/index.ts';
import type { KnownVersion } from '../forms/known-version.ts';
import { Problem, problemErrors } from '../http/problem.ts';
import type { CommuneFile, FrozenUnit, ResponseRow } from './file.ts';
import { refuseWriting } from './open-file.ts';
import { applyPatch, type Patch } from './patch.ts';
import { saveOf } from './save-of.ts';
import type { UnitSave } from './save-store.ts';
import { personalDataIssues } from './screen-answers.ts';
import { newNameOf } from './upgrade-response.ts';

/** Answers that changed on somebody's page: values by question, and text that could not be read as one; null takes away. */
export interface Changes {
  changes: Answers;
  raw: Patch<string>;
}

/** An autosave as the page sends it. */
export interface Autosave extends Changes {
  id: string;
  unitId: string;
  /** The version of the form that the page works with. */
  formVersionId: string;
  /** The revision that it has seen. */
  over: number;
}

const levels: Level[] = ['commune', 'village'];

/** Everything that is wrong with what was sent, by question; a question has an answer, or unreadable text, or neither. */
export const refuseChanges = (definition: FormDefinition, level: Level, { changes, raw }: Changes) => [
  ...refuseAnswers(definition, level, {
    ...Object.fromEntries(Object.keys(raw).map((name) => [name, null])),
    ...changes,
  }),
  ...personalDataIssues({ answers: changes, raw }),
];

/** The level whose questions these all are, with answers that they take; null where there is none. */
export const levelOf = (definition: FormDefinition, sent: Changes): Level | null =>
  levels.find((level) => refuseChanges(definition, level, sent).length === 0) ?? null;

/** As merge patches: an answer replaces the text that could not be read, and the other way round. */
export function patchesOf({ changes, raw }: Changes): Pick<UnitSave, 'changes' | 'rawChanges'> {
  const patches: Pick<UnitSave, 'changes' | 'rawChanges'> = { changes: {}, rawChanges: {} };
  for (const name of new Set([...Object.keys(changes), ...Object.keys(raw)])) {
    const [answer, text] = [changes[name], raw[name] ?? null];
    patches.rawChanges[name] = text;
    if (text !== null) patches.changes[name] = null;
    else if (answer !== undefined) patches.changes[name] = isBlank(answer) ? null : answer;
  }
  return patches;
}

/** Changes made to an earlier version of the form, as the later one has them; null where that is not exactly what was said. */
function takenOver(before: FormDefinition, after: FormDefinition, level: Level, sent: Changes): Changes | null {
  const { answers, kept } = upgradeAnswers(before, after, level, sent.changes);
  if (Object.keys(kept).length > 0) return null;
  const raw: Patch<string> = {};
  const changes = { ...answers };
  for (const [oldName, text] of Object.entries(sent.raw)) {
    const name = newNameOf(before, after, level, oldName);
    const read = readInput(after, level, { [name]: text ?? '' });
    const isAsked = Object.hasOwn(read.answers, name) || Object.hasOwn(read.raw, name);
    if (!isAsked && text !== null) return null;
    if (text !== null && !isBlank(read.answers[name])) changes[name] = read.answers[name] ?? null;
    else if (isAsked) raw[name] = text;
  }
  return { changes, raw };
}

/** What is there, for somebody who works with another revision. */
export function currentOf(response: ResponseRow | null, formVersionId: string) {
  const { revision = 0, savedAt = null, answers = {}, raw = {} } = response ?? {};
  return { revision, savedAt, answers, raw, formVersionId };
}

/**
 * What becomes of an autosave once the file has been read, because it could not be done unread: the save to be done, or why not.
 * Answers that are stored by an older version of the form are written by the round's own with it.
 *
 * @param given the version of the form that the page works with, if the province has it.
 */
export function decideAutosave(
  file: CommuneFile,
  unit: FrozenUnit,
  given: KnownVersion | null,
  save: Autosave,
  { now, language }: { now: string; language: 'vi' | 'en' },
): UnitSave | Problem {
  const refusal = refuseWriting(file, now);
  if (refusal) return refusal;
  const { version } = file;
  const changed = new Problem('form_version_changed', [], { formVersionId: version.id });
  if (!given) return changed;
  const issues = refuseChanges(given.document, unit.level, save);
  if (issues.length > 0) return new Problem('invalid_request', problemErrors(issues, language));
  const response = file.responses.find(({ unitId }) => unitId === unit.unitId);
  const current = currentOf(response ?? null, version.id);
  if (save.over !== current.revision) return new Problem('revision_mismatch', [], { current });

  const sent = given.id === version.id ? save : takenOver(given.document, version.document, unit.level, save);
  if (!sent) return changed;
  const patches = patchesOf(sent);
  return saveOf(file, unit, save.id, {
    answers: applyPatch(current.answers, patches.changes) as Answers,
    raw: applyPatch(current.raw, patches.rawChanges),
  });
}
