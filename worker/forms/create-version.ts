import type { FormDefinition } from '../../forms/index.ts';
import { newId } from '../db/id.ts';
import type { FormVersionRow } from './wire.ts';

/** The next version of the form, or the version that already holds exactly this document: writing it twice changes nothing. */
export function createVersion(
  versions: FormVersionRow[],
  document: FormDefinition,
  hash: string,
  now: string,
): { row: FormVersionRow; isNewForm: boolean; isNewVersion: boolean } {
  const same = versions.find((version) => version.hash === hash);
  if (same) return { row: same, isNewForm: false, isNewVersion: false };
  const last = versions.at(-1);
  const row = {
    id: newId(),
    formId: last?.formId ?? newId(),
    number: (last?.number ?? 0) + 1,
    document,
    hash,
    createdAt: now,
    publishedAt: null,
  };
  return { row, isNewForm: last === undefined, isNewVersion: true };
}
