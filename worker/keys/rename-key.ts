import type { Writing } from '../audit/event.ts';
import type { KeyRow } from '../auth/api-key.ts';
import type { ProvinceDb } from '../db/open.ts';
import { accept } from '../http/problem.ts';
import { editing, refusing } from '../http/refusing.ts';
import { decideRename } from './decide-rename.ts';
import { keyById, updateName } from './store.ts';

/** Gives a key another name over the revision that was seen; throws `key_unknown`, `key_ended` or `revision_mismatch`. */
export async function renameKey(
  db: ProvinceDb,
  keyId: string,
  command: { name: string; over: number },
  by: Writing,
): Promise<KeyRow> {
  const before = await keyById(db, keyId).get();
  const after = accept(decideRename(before, command));
  if (after !== before) await refusing(updateName(db, before!, after, by), editing);
  return after;
}
