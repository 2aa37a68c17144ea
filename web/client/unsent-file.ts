import type { FormDefinition } from '../../forms/index.ts';
import type { FillFile } from '../fill/file.ts';
import { type Entries, type Entry, entryOf } from './sync/entry.ts';
import { shown, type UnitSync, unsaved } from './sync/unit-sync.ts';

/**
 * Answers that could not be sent, as a file that a person carries to a new link of the same commune. For each question what was
 * typed (`now`) and what the server held when it was (`before`), so that a later change by somebody else is met as a conflict
 * (docs/guides/unsent-answers.md).
 */
export interface UnsentFile {
  kind: 'dia-ban/unsent-answers';
  version: 1;
  /** When it was made, ISO 8601 UTC. */
  madeAt: string;
  communeId: string;
  /** The form that the questions' names are of. */
  formHash: string;
  units: { unitId: string; answers: Record<string, { now: Entry; before: Entry }> }[];
}

/** Why a file's answers are not taken over. */
export type NotImported = 'unreadable' | 'version' | 'other_commune';

/** An answer to be typed as if the clerk typed it here; `seen` is what it was typed over. */
export interface Typed {
  unitId: string;
  name: string;
  entry: Entry;
  seen: Entry;
}

export function makeUnsentFile(file: FillFile, records: Iterable<UnitSync>, madeAt: string): UnsentFile {
  const units = [...records]
    .map((record) => ({ unitId: record.unitId, answers: pairs(unsaved(record), record) }))
    .filter(({ answers }) => Object.keys(answers).length > 0);
  return {
    ...{ kind: 'dia-ban/unsent-answers', version: 1, madeAt },
    ...{ communeId: file.commune.id, formHash: file.form.hash },
    units,
  };
}

function pairs(typed: Entries, { server }: UnitSync): UnsentFile['units'][number]['answers'] {
  return Object.fromEntries(Object.entries(typed).map(([name, now]) => [name, { now, before: entryOf(server, name) }]));
}

/**
 * Reads such a file for the file that is open now. Units and questions that are not in it are passed over: a village's link takes
 * that village's answers only, and a newer form may have dropped a question.
 */
export function readUnsentFile(
  text: string,
  file: FillFile,
  definition: FormDefinition,
  records: ReadonlyMap<string, UnitSync>,
): Typed[] | NotImported {
  const read = parsed(text);
  if (read?.kind !== 'dia-ban/unsent-answers' || !Array.isArray(read.units)) return 'unreadable';
  if (read.version !== 1) return 'version';
  if (read.communeId !== file.commune.id) return 'other_commune';
  return read.units.flatMap((unit) => {
    const { unitId = '', answers }: Partial<typeof unit> = unit ?? {};
    const level = file.units.find(({ id }) => id === unitId)?.level;
    const record = records.get(unitId);
    if (!level || !record || typeof answers !== 'object' || answers === null) return [];
    const questions = definition.sections
      .filter((section) => section.level === level)
      .flatMap((each) => each.questions);
    return questions.flatMap(({ name }) => {
      const answer = answers[name];
      if (!answer || !isEntry(answer.now) || !isEntry(answer.before)) return [];
      // A default that nobody has typed over is as good as the blank that the server held.
      const seen = record.server.revision === 0 ? entryOf(shown(record), name) : answer.before;
      return [{ unitId, name, entry: answer.now, seen }];
    });
  });
}

function parsed(text: string): Partial<UnsentFile> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}

function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null || !('answer' in value) || !('raw' in value)) return false;
  const { answer, raw } = value;
  const isAnswer = answer === null || ['string', 'number', 'boolean'].includes(typeof answer) || isTexts(answer);
  return isAnswer && (raw === null || typeof raw === 'string');
}

const isTexts = (value: unknown) => Array.isArray(value) && value.every((item) => typeof item === 'string');
