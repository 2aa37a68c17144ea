import type { Writing } from '../audit/event.ts';
import type { ProvinceDb } from '../db/open.ts';
import { failedPrecondition, isUniqueViolation, type Precondition } from '../db/precondition.ts';
import { knownVersion } from '../forms/known-version.ts';
import { accept, Problem } from '../http/problem.ts';
import { type Autosave, currentOf, decideAutosave, levelOf, patchesOf } from './decide-autosave.ts';
import type { CommuneFile, FrozenUnit } from './file.ts';
import type { LinkClaim } from './link-access.ts';
import { unitsOf } from './open-file.ts';
import { type Saved, type SaveRow, saveById, savedInstead, saveUnit, type UnitSave } from './save-store.ts';

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

/** Saves, or says what does not hold of what the save took for granted. An id that is another save's is found when reading. */
const trySave = ({ db, claim, by }: Saver, save: UnitSave): Promise<Saved | Precondition> =>
  saveUnit(db, claim, save, by).catch((error: unknown) => {
    const failed = failedPrecondition(error);
    if (failed) return failed;
    if (isUniqueViolation(error)) return 'state';
    throw error;
  });

/** What an id saved before, if that was this unit; an id is never that of two saves. */
function sameSave(save: SaveRow | null, unit: { roundId: string; unitId: string }): Saved | null {
  if (!save) return null;
  if (save.roundId !== unit.roundId || save.unitId !== unit.unitId) {
    throw new Problem('invalid_request', [{ path: 'id', code: 'already_used', detail: save.id }]);
  }
  const { revision, savedAt, formVersionId } = save;
  return { revision, savedAt, formVersionId };
}

/** The same save sent again, or null for an id that is new. */
export async function replayed(db: ProvinceDb, id: string, unit: FrozenUnit): Promise<Saved | null> {
  return sameSave((await saveById(db, id).get()) ?? null, unit);
}

/** After everything but the revision was found to hold: the same save sent again, or who comes too late learns what is there. */
async function overtaken({ db, claim }: Saver, { id, unitId, formVersionId }: Autosave): Promise<Saved> {
  const { save, roundId, response } = await savedInstead(db, claim, unitId, id);
  const before = sameSave(save, { roundId, unitId });
  if (before) return before;
  throw new Problem('revision_mismatch', [], { current: currentOf(response, formVersionId) });
}

/**
 * Saves what changed on a page, in one round trip where the form is known to this isolate and nothing stands against it. Only when
 * it is refused for another reason than its revision the whole file is read, to say why, or to save in a way for which it must be
 * known.
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
    if (done === 'revision') return overtaken(saver, save);
    if (done !== 'state') return done;
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
    if (typeof done !== 'string') return done;
  }
  throw new Problem('conflict');
}
