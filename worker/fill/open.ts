import type { Context } from 'hono';
import type { Writing } from '../audit/event.ts';
import { sha256 } from '../db/hash.ts';
import type { ProvinceDb } from '../db/open.ts';
import type { App } from '../env.ts';
import { accept, Problem } from '../http/problem.ts';
import { readToken } from '../links/token.ts';
import { assessFile } from '../submissions/assess.ts';
import { openFile, unitsOf } from '../submissions/open-file.ts';
import { fileByToken } from '../submissions/store.ts';
import { tenantOf } from '../tenancy/tenant.ts';
import { languageFor } from './language.ts';
import type { Opened } from './views.ts';

/** What a link opened, and what a write needs beside it. */
export interface OpenedForWriting extends Opened {
  db: ProvinceDb;
  by: Writing;
}

/** Opens what a token leads to, in one round trip to its province's database. */
export async function open(c: Context<App>, tokenInPath: string): Promise<OpenedForWriting> {
  const requestId = c.get('requestId');
  const claim = readToken(tokenInPath);
  if (!claim) throw new Problem('link_unknown');
  const { db } = await tenantOf(c.env, claim.provinceCode, requestId).catch((error: unknown) => {
    throw error instanceof Problem && error.code === 'province_unknown' ? new Problem('link_unknown') : error;
  });
  const now = new Date().toISOString();
  const found = await fileByToken(db, await sha256(claim.token));
  if (found) c.set('definition', found.version.document);
  const file = accept(openFile(found, now));
  const visible = new Set(unitsOf(file).map(({ unitId }) => unitId));
  return {
    db,
    by: { actor: { kind: 'link', id: file.link.id }, requestId, now },
    file,
    assessments: assessFile(file, now).filter(({ unit }) => visible.has(unit.unitId)),
    base: `/s/${claim.token}`,
    language: languageFor(c, file.version.document),
    nonce: c.get('nonce'),
    now,
  };
}
