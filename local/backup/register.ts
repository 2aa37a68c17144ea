import { controlEvent } from '../../worker/audit/event.ts';
import { provinces } from '../../worker/db/control.ts';
import { newId } from '../../worker/db/id.ts';
import { expecting, failedPrecondition } from '../../worker/db/precondition.ts';
import { asDecided } from '../../worker/provinces/store.ts';
import { sealToken } from '../../worker/tenancy/sealed-token.ts';
import { SCHEMA_VERSION } from '../../worker/tenancy/standing.ts';
import { BackupError } from './format.ts';
import { operator, type Place } from './place.ts';
import type { Return } from './settle.ts';
import type { Target } from './target.ts';

interface Registration extends Pick<Target, 'url' | 'token' | 'before'>, Return {
  code: string;
  name: string;
  suspended: boolean;
}

/**
 * Leads the service to a restored database, in one batch with its event. Throws where the province was taken into service, or
 * something else was done with it, since the restore began: what was saved meanwhile would be lost.
 */
export async function register(place: Place, restored: Registration, now: Date): Promise<void> {
  const { code, name, url, token, before, suspended, act, detail } = restored;
  const at = now.toISOString();
  const row = {
    databaseUrl: url,
    sealedToken: token === null ? null : await sealToken(token, code, place.secrets!.current),
    tokenRotatedAt: token === null ? null : at,
    // Whoever made the database keeps it: nothing is done with it through a host's interface.
    ...{ databaseHost: null, databaseName: null, databaseGroup: null },
    ...{ job: null, jobStep: null, jobLease: null, jobError: null, deleteAfter: null, deletedAt: null },
    schemaVersion: SCHEMA_VERSION,
    suspendedAt: suspended ? at : null,
  };
  const db = place.control;
  const by = { actor: operator, requestId: newId(), now: at };
  const batch = db.write.batch([
    db.write.run(expecting('state', asDecided(before, code))),
    db.write
      .insert(provinces)
      .values({ code, name, createdAt: at, ...row })
      .onConflictDoUpdate({ target: provinces.code, set: row }),
    controlEvent(db, by, act, `province:${code}`, detail),
  ]);
  await batch.catch((error: unknown) => {
    if (failedPrecondition(error) === null) throw error;
    throw new BackupError(
      `Something was done with province ${code} meanwhile; it stays as it is. See what, and try again.`,
    );
  });
}
