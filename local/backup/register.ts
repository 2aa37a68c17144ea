import { provinceMigrations } from '../../migrations/bundle.gen.ts';
import { controlEvent } from '../../worker/audit/event.ts';
import { provinces } from '../../worker/db/control.ts';
import { newId } from '../../worker/db/id.ts';
import { sealToken } from '../../worker/tenancy/sealed-token.ts';
import { operator, type Place } from './place.ts';
import type { Target } from './target.ts';

interface Registration extends Target {
  code: string;
  name: string;
  suspended: boolean;
  /** Of the file. */
  sha256: string;
}

/** Leads the service to a restored database, in one batch with its event. */
export async function register(place: Place, restored: Registration, now: Date): Promise<void> {
  const { code, name, url, token, replaces, suspended, sha256 } = restored;
  const at = now.toISOString();
  const row = {
    databaseUrl: url,
    sealedToken: token === null ? null : await sealToken(token, code, place.secret!),
    suspendedAt: suspended ? at : null,
    // As of a database that an operator registered: whoever made this one looks after it.
    ...{ databaseHost: null, databaseName: null, databaseGroup: null, tokenRotatedAt: null },
    // A restore migrates before it registers.
    schemaVersion: provinceMigrations.length,
  };
  const db = place.control;
  const by = { actor: operator, requestId: newId(), now: at };
  const detail = { sha256, databaseUrl: url, replaces, suspended };
  await db.write.batch([
    db.write
      .insert(provinces)
      .values({ code, name, createdAt: at, ...row })
      .onConflictDoUpdate({ target: provinces.code, set: row }),
    controlEvent(db, by, 'province.from-backup', `province:${code}`, detail),
  ]);
}
