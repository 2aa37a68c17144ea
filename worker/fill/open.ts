import type { Context } from 'hono';
import type { Writing } from '../audit/event.ts';
import type { ProvinceDb } from '../db/open.ts';
import type { App } from '../env.ts';
import { rememberVersion } from '../forms/known-version.ts';
import { accept } from '../http/problem.ts';
import { claimLink, unknownLink } from '../links/claim.ts';
import { assessFile } from '../submissions/assess.ts';
import { commentsFor } from '../submissions/comments.ts';
import { fileByToken } from '../submissions/file-store.ts';
import { openFile, unitsOf } from '../submissions/open-file.ts';
import { languageFor } from './language.ts';
import { requirePin } from './pin.ts';
import type { Opened } from './views.ts';

/** What a link opened, and what a write needs beside it. */
export interface OpenedForWriting extends Opened {
  db: ProvinceDb;
  by: Writing;
}

/** Opens what a token leads to, in one round trip to its province's database. */
export async function open(c: Context<App>, tokenInPath: string): Promise<OpenedForWriting> {
  const requestId = c.get('requestId');
  const claimed = await claimLink(c, tokenInPath);
  const { db, provinceCode, base, claim } = claimed;
  const now = new Date().toISOString();
  const found = await fileByToken(db, claim.tokenHash);
  if (!found) throw await unknownLink(c);
  c.set('definition', found.version.document);
  rememberVersion(provinceCode, found.version);
  const file = accept(openFile(found, now));
  requirePin(c, file, claimed, now);
  const visible = new Set(unitsOf(file).map(({ unitId }) => unitId));
  return {
    db,
    by: { actor: { kind: 'link', id: file.link.id }, requestId, now },
    file,
    assessments: assessFile(file, now).filter(({ unit }) => visible.has(unit.unitId)),
    comments: commentsFor(file),
    base,
    language: languageFor(c, file.version.document),
    nonce: c.get('nonce'),
    now,
  };
}
