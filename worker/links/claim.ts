import type { Context } from 'hono';
import { sha256 } from '../db/hash.ts';
import type { ProvinceDb } from '../db/open.ts';
import type { App } from '../env.ts';
import { Problem } from '../http/problem.ts';
import type { LinkClaim } from '../submissions/link-access.ts';
import { tenantOf } from '../tenancy/tenant.ts';
import { readToken } from './token.ts';
import { failedTry } from './tries.ts';

/** What a token in a path claims; whether there is such a link is for the province's database to say. */
export interface Claimed {
  db: ProvinceDb;
  provinceCode: string;
  /** A link with a PIN is saved to only after it was read (submissions/autosave.ts). */
  claim: LinkClaim;
  /** The link's own path, `/s/{token}`. */
  base: string;
}

/** The database that a token in a path leads to. Throws `link_unknown` for what is no token of a province here. */
export async function claimLink(c: Context<App>, tokenInPath: string): Promise<Claimed> {
  const read = readToken(tokenInPath);
  if (!read) throw await unknownLink(c);
  const { provinceCode, token } = read;
  const { db } = await tenantOf(c.env, provinceCode, c.get('requestId')).catch(async (error: unknown) => {
    throw error instanceof Problem && error.code === 'province_unknown' ? await unknownLink(c) : error;
  });
  return { db, provinceCode, claim: { tokenHash: await sha256(token), pinShown: false }, base: `/s/${token}` };
}

/** The refusal of a token that no link has, counted as a try of the caller's address. */
export const unknownLink = (c: Context<App>): Promise<Problem> => failedTry(c, new Problem('link_unknown'));
