import type { Writing } from '../audit/event.ts';
import { type KeyRow, newKey } from '../auth/api-key.ts';
import { sha256 } from '../db/hash.ts';
import { accept } from '../http/problem.ts';
import { acting, refusing } from '../http/refusing.ts';
import type { Tenant } from '../tenancy/tenant.ts';
import { decideRotate } from './decide-rotate.ts';
import { keyById, updateRotated } from './store.ts';
import type { RotationCommand } from './wire.ts';

/** Gives a key another text, which is returned here once; throws `key_unknown`, `key_ended` or `conflict`. */
export async function rotateKey(
  { db, code }: Tenant,
  keyId: string,
  command: RotationCommand,
  by: Writing,
): Promise<{ row: KeyRow; key: string }> {
  const key = newKey(code);
  const before = await keyById(db, keyId).get();
  const row = accept(decideRotate(before, await sha256(key), command, by.now));
  await refusing(updateRotated(db, before!, row, by), acting);
  return { row, key };
}
