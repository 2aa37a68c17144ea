import type { Writing } from '../audit/event.ts';
import type { ProvinceDb } from '../db/open.ts';
import { failedPrecondition, isUniqueViolation } from '../db/precondition.ts';
import { knownVersion } from '../forms/known-version.ts';
import { accept, Problem } from '../http/problem.ts';
import { type Autosave, decideAutosave, levelOf, patchesOf } from './decide-autosave.ts';
import type { CommuneFile, FrozenUnit } from './file.ts';
import type { LinkClaim } from './link-access.ts';
import { unitsOf } from './open-file.ts';
import { type Saved, saveById, saveUnit, type UnitSave } from './save-store.ts';

/** What a request through a link needs in order to save. */
export interface Saver {
  db: ProvinceDb;
  provinceCode: string;
  claim: LinkClaim;
  by: Omit<Writing, 'actor'>;
  language: 'vi' | 'en';
}

/** How often a save is decided anew when others save the same unit at the same moment. */
const TRIES = 3;

/** Saves, or null when what the save took for granted does not hold. */
const trySave = ({ db, claim, by }: Saver, save: UnitSave): Promise<Saved | null> =>
  saveUnit(db, claim, save, by).catch((error: unknown) => {
    if (failedPrecondition(error) === null && !isUniqueViolation(error)) throw error;
    return null;
  });

/** What an id saved before: the same save sent again, or null for an id that is new. */
export async function replayed(db: ProvinceDb, id: string, unit: FrozenUnit): Promise<Saved | null> {
  const row = await saveById(db, id);
  if (!row) return null;
  if (row.roundId !== unit.roundId || row.unitId !== unit.unitId) {
    throw new Problem('invalid_request', [{ path: 'id', code: 'already_used', detail: id }]);
  }
  return row;
}

/**
 * Saves what changed on a page, in one round trip where the form is known to this isolate and nothing stands against it. Only when
 * it is refused the file is read, to say why, or to save in a way for which it must be known.
 *
 * @param reopen reads the file behind the link; throws when the link does not open.
 */
export async function autosave(saver: Saver, save: Autosave, reopen: () => Promise<CommuneFile>): Promise<Saved> {
  const { db, provinceCode, by } = saver;
  const given = await knownVersion(db, provinceCode, save.formVersionId);
  const level = given && levelOf(given.document, save);
  if (level) {
    const { id, unitId, over, formVersionId } = save;
    const versions = { formVersionId, storedVersionId: formVersionId };
    const done = await trySave(saver, { id, unitId, level, over, ...versions, ...patchesOf(save) });
    if (done) return done;
  }
  for (let tries = 0; tries < TRIES; tries++) {
    const file = await reopen();
    const unit = unitsOf(file).find(({ unitId }) => unitId === save.unitId);
    if (!unit) throw new Problem('unit_unknown');
    const before = await replayed(db, save.id, unit);
    if (before) return before;
    const context = { now: by.now, language: saver.language };
    const decided = accept(decideAutosave(file, unit, given, save, context));
    // That the link opens for this caller was found by reading it.
    const done = await trySave({ ...saver, claim: { ...saver.claim, pinShown: true } }, decided);
    if (done) return done;
  }
  throw new Problem('conflict');
}
