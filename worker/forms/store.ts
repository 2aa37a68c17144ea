import { and, asc, eq, isNull } from 'drizzle-orm';
import { event, type Writing } from '../audit/event.ts';
import type { ProvinceDb } from '../db/open.ts';
import { forms, formVersions } from '../db/province/forms.ts';
import type { FormVersionRow } from './wire.ts';

export const allVersions = (db: ProvinceDb) =>
  db.read.select().from(formVersions).orderBy(asc(formVersions.formId), asc(formVersions.number));

export const versionById = (db: ProvinceDb, id: string) =>
  db.read.select().from(formVersions).where(eq(formVersions.id, id));

/** Two versions at once, to be compared; either may be missing. */
export async function twoVersions(db: ProvinceDb, first: string, second: string) {
  const rows = await db.read.batch([versionById(db, first), versionById(db, second)]);
  return rows.map(([row]) => row);
}

/** The versions of the form with this key, oldest first; none when the form is new. */
export const versionsOfKey = (db: ProvinceDb, key: string) =>
  db.read
    .select({ version: formVersions })
    .from(formVersions)
    .innerJoin(forms, eq(forms.id, formVersions.formId))
    .where(eq(forms.key, key))
    .orderBy(asc(formVersions.number));

/** Fails on a unique index when the same number or the same document was written meanwhile. */
export async function insertVersion(db: ProvinceDb, row: FormVersionRow, isNew: boolean, by: Writing): Promise<void> {
  const form = { id: row.formId, key: row.document.id, createdAt: by.now };
  const detail = { key: row.document.id, number: row.number, hash: row.hash };
  await db.write.batch([
    event(db, by, 'form.write', `form-version:${row.id}`, detail, { after: row }),
    ...(isNew ? [db.write.insert(forms).values(form)] : []),
    db.write.insert(formVersions).values(row),
  ]);
}

export async function publishVersion(db: ProvinceDb, id: string, hash: string, by: Writing): Promise<void> {
  await db.write.batch([
    event(
      db,
      by,
      'form.publish',
      `form-version:${id}`,
      { hash },
      { before: { hash, publishedAt: null }, after: { hash, publishedAt: by.now } },
    ),
    db.write
      .update(formVersions)
      .set({ publishedAt: by.now })
      .where(and(eq(formVersions.id, id), isNull(formVersions.publishedAt))),
  ]);
}
