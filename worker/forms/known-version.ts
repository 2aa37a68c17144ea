import { eq } from 'drizzle-orm';
import type { FormDefinition } from '../../forms/index.ts';
import type { ProvinceDb } from '../db/open.ts';
import { formVersions } from '../db/province/forms.ts';
import { sameDocument } from './same-document.ts';

/** A published version of a form: it never changes, so an isolate may keep it for as long as it lives. */
export interface KnownVersion {
  id: string;
  hash: string;
  document: FormDefinition;
}

/** Versions that one isolate keeps, of all provinces together. */
const KEPT = 64;
const versions = new Map<string, KnownVersion>();

const keyOf = (provinceCode: string, id: string) => `${provinceCode}/${id}`;

/** Keeps a published version that was read anyway, so that a save need not read it (submissions/autosave.ts). */
export function rememberVersion(provinceCode: string, { id, hash, document }: KnownVersion): void {
  const key = keyOf(provinceCode, id);
  const oldest = versions.keys().next();
  if (!versions.has(key) && versions.size >= KEPT && !oldest.done) versions.delete(oldest.value);
  versions.set(key, { id, hash, document });
}

/** A published version by its id: known to this isolate, or read in one round trip; null when the province has none. */
export async function knownVersion(db: ProvinceDb, provinceCode: string, id: string): Promise<KnownVersion | null> {
  const known = versions.get(keyOf(provinceCode, id));
  if (known) return known;
  const row = await db.read.select().from(formVersions).where(eq(formVersions.id, id)).get();
  if (!row || row.publishedAt === null) return null;
  const version = sameDocument(row);
  rememberVersion(provinceCode, version);
  return version;
}
