import type { FormDefinition } from '../../forms/index.ts';
import type { Writing } from '../audit/event.ts';
import { hashOf } from '../db/hash.ts';
import type { ProvinceDb } from '../db/open.ts';
import { isUniqueViolation } from '../db/precondition.ts';
import { Problem } from '../http/problem.ts';
import { createVersion } from './create-version.ts';
import { insertVersion, versionsOfKey } from './store.ts';

/** Saves a checked definition as the next version of its form; one that is there already is given back unchanged. */
export async function saveVersion(db: ProvinceDb, document: FormDefinition, by: Writing) {
  const versions = (await versionsOfKey(db, document.id)).map(({ version }) => version);
  const decision = createVersion(versions, document, await hashOf(document), by.now);
  if (decision.isNewVersion) {
    await insertVersion(db, decision.row, decision.isNewForm, by).catch((error: unknown) => {
      throw isUniqueViolation(error) ? new Problem('conflict') : error;
    });
  }
  return decision;
}
