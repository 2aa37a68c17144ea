import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { CLEAN } from '../../web/fill/clean-address.ts';
import { sha256 } from '../db/hash.ts';
import type { ProvinceDb } from '../db/open.ts';
import type { App } from '../env.ts';
import { Problem } from '../http/problem.ts';
import type { LinkClaim } from '../submissions/link-access.ts';
import { secretsOf } from '../tenancy/secrets.ts';
import { tenantOf } from '../tenancy/tenant.ts';
import { readOwnAddress } from './address.ts';
import { rememberedLink } from './link-cookie.ts';
import { isPinCookie, PIN_COOKIE } from './pin-cookie.ts';
import { failedTry } from './tries.ts';

/** What a request claims by its token; whether there is such a link is for the province's database to say. */
export interface Claimed {
  db: ProvinceDb;
  provinceCode: string;
  claim: LinkClaim;
  /** The path under which the link's pages stand: clean, or its own, `/s/{token}` (address.ts, web/fill/clean-address.ts). */
  base: string;
}

/**
 * The database that a token leads to: the one in the path, or under a clean address (whose `segment` is a part of the hash) the
 * one that the browser keeps. Throws `link_unknown` for what is no token of a province here, `link_needed` without one.
 */
export async function claimLink(c: Context<App>, segment: string): Promise<Claimed> {
  const address = c.req.path.startsWith(CLEAN) ? await rememberedLink(c, segment) : readOwnAddress(segment);
  if (!address) throw await unknownLink(c);
  const { provinceCode, token, base } = address;
  const { db } = await tenantOf(c.env, provinceCode, c.get('requestId')).catch(async (error: unknown) => {
    throw error instanceof Problem && error.code === 'province_unknown' ? await unknownLink(c) : error;
  });
  const tokenHash = await sha256(token);
  const pinShown = await isPinCookie(getCookie(c, PIN_COOKIE), tokenHash, secretsOf(c.env), new Date().toISOString());
  return { db, provinceCode, claim: { tokenHash, pinShown }, base };
}

/** The refusal of a token that no link has, counted as a try of the caller's address. */
export const unknownLink = (c: Context<App>): Promise<Problem> => failedTry(c, new Problem('link_unknown'));
