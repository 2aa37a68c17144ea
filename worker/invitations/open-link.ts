import type { Context } from 'hono';
import { type SignedIn, signedInNow } from '../auth/staff.ts';
import { sha256 } from '../db/hash.ts';
import type { ControlDb } from '../db/open.ts';
import type { App } from '../env.ts';
import { Problem } from '../http/problem.ts';
import { failedTry } from '../links/tries.ts';
import { control } from '../tenancy/tenant.ts';
import { openedLink } from './accept-store.ts';
import { type Door, doorOf } from './door.ts';
import { type InvitationRow, stillWaiting } from './state.ts';
import { readToken } from './token.ts';

export interface OpenedLink {
  db: ControlDb;
  row: InvitationRow;
  token: string;
  door: Door;
  user: SignedIn | null;
  /** Whom the link is for; null for the set-up link. */
  email: string | null;
  invitedBy: string | null;
  provinces: { code: string; name: string }[];
}

/** The link of the request's address, while it still opens; what no link has is counted as a try of the caller's address. */
export async function openLink(c: Context<App>): Promise<OpenedLink> {
  const token = readToken(c.req.param('token') ?? '');
  if (token === null) throw await failedTry(c, new Problem('invitation_unknown'));
  const db = control(c.env, c.get('requestId'));
  const { found, places } = await openedLink(db, await sha256(token));
  if (!found) throw await failedTry(c, new Problem('invitation_unknown'));
  const row = stillWaiting(found.row, new Date().toISOString());
  if (row instanceof Problem) throw row;
  // Of the database and not of the cookie: a session that was ended takes no roles.
  const user = await signedInNow(c);
  const door = doorOf(row, found.isKnown === 1, user?.email ?? null);
  const email = row.purpose === 'reset' ? found.ownerEmail : row.email;
  return { db, row, token, door, user, email, invitedBy: found.invitedBy, provinces: places };
}
