import type { Context } from 'hono';
import type { Writing } from '../audit/event.ts';
import { sha256 } from '../db/hash.ts';
import type { ProvinceDb } from '../db/open.ts';
import type { App } from '../env.ts';
import { rememberVersion } from '../forms/known-version.ts';
import { accept, Problem } from '../http/problem.ts';
import { readToken } from '../links/token.ts';
import { assessFile } from '../submissions/assess.ts';
import { commentsFor } from '../submissions/comments.ts';
import { fileByToken } from '../submissions/file-store.ts';
import type { LinkClaim } from '../submissions/link-access.ts';
import { openFile, unitsOf } from '../submissions/open-file.ts';
import { tenantOf } from '../tenancy/tenant.ts';
import type { Opened } from './views.ts';

/** A link as its token claims it, before anything was read of it. */
export interface Claimed {
  db: ProvinceDb;
  provinceCode: string;
  token: string;
  claim: LinkClaim;
}

/** What a link opened, and what a write needs beside it. */
export interface OpenedForWriting extends Opened {
  db: ProvinceDb;
  by: Writing;
}

/** The province and the link that a token claims; costs no round trip once the province is known to this isolate. */
export async function claim(c: Context<App>, tokenInPath: string): Promise<Claimed> {
  const claimed = readToken(tokenInPath);
  if (!claimed) throw new Problem('link_unknown');
  const { provinceCode, token } = claimed;
  const { db } = await tenantOf(c.env, provinceCode, c.get('requestId')).catch((error: unknown) => {
    throw error instanceof Problem && error.code === 'province_unknown' ? new Problem('link_unknown') : error;
  });
  // A link with a PIN is saved to only after it was read (submissions/autosave.ts).
  return { db, provinceCode, token, claim: { tokenHash: await sha256(token), pinShown: false } };
}

/** Opens what a token leads to, in one round trip to its province's database. */
export async function open(c: Context<App>, tokenInPath: string): Promise<OpenedForWriting> {
  const requestId = c.get('requestId');
  const { db, provinceCode, token, claim: link } = await claim(c, tokenInPath);
  const now = new Date().toISOString();
  const found = await fileByToken(db, link.tokenHash);
  if (found) {
    c.set('definition', found.version.document);
    rememberVersion(provinceCode, found.version);
  }
  const file = accept(openFile(found, now));
  const visible = new Set(unitsOf(file).map(({ unitId }) => unitId));
  return {
    db,
    by: { actor: { kind: 'link', id: file.link.id }, requestId, now },
    file,
    assessments: assessFile(file, now).filter(({ unit }) => visible.has(unit.unitId)),
    comments: commentsFor(file),
    base: `/s/${token}`,
    nonce: c.get('nonce'),
    now,
  };
}
