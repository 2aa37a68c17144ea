import type { Context } from 'hono';
import { sha256 } from '../db/hash.ts';
import type { ProvinceDb } from '../db/open.ts';
import type { App } from '../env.ts';
import { Problem } from '../http/problem.ts';
import { tenantOf } from '../tenancy/tenant.ts';
import { readToken } from './token.ts';
import { failedTry } from './tries.ts';

/** What a token in a path claims; whether there is such a link is for the province's database to say. */
export interface Claim {
  db: ProvinceDb;
  tokenHash: string;
  /** The link's own path, `/s/{token}`. */
  base: string;
}

/** The database that a token in a path leads to. Throws `link_unknown` for what is no token of a province here. */
export async function claimLink(c: Context<App>, tokenInPath: string): Promise<Claim> {
  const claim = readToken(tokenInPath);
  if (!claim) throw await unknownLink(c);
  const { db } = await tenantOf(c.env, claim.provinceCode, c.get('requestId')).catch(async (error: unknown) => {
    throw error instanceof Problem && error.code === 'province_unknown' ? await unknownLink(c) : error;
  });
  return { db, tokenHash: await sha256(claim.token), base: `/s/${claim.token}` };
}

/** The refusal of a token that no link has, counted as a try of the caller's address. */
export const unknownLink = (c: Context<App>): Promise<Problem> => failedTry(c, new Problem('link_unknown'));
