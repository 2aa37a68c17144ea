import type { Context } from 'hono';
import type { App, Env } from '../env.ts';
import { networksAround, normalAddress } from './networks.ts';

/**
 * What tries and requests are counted by for an address. Whoever has an IPv6 address has 2^64 of them, so those of one network
 * count as one.
 */
export function addressKey(address: string): string {
  const normal = normalAddress(address);
  if (!normal) return address.trim().toLowerCase();
  return normal.includes(':') ? networksAround(normal)[64]! : normal;
}

/** The header that the operator trusts, Cloudflare's unless another is named; null where none can be trusted. */
const trustedHeader = ({ CLIENT_ADDRESS_HEADER: named = 'cf-connecting-ip' }: Env) => (named === '' ? null : named);

/** Whether this deployment knows where its callers are. */
export const knowsAddresses = (env: Env): boolean => trustedHeader(env) !== null;

/**
 * The address that a request comes from, by the header that the operator trusts. A list of addresses ends with the one that the
 * nearest proxy saw. Null where no header can be trusted.
 */
export function callerAddress(c: Context<App>): string | null {
  const header = trustedHeader(c.env);
  return (header && c.req.header(header)?.split(',').at(-1)?.trim()) || null;
}

/** Where a request comes from, as tries are counted; null where no header can be trusted. */
export function clientAddress(c: Context<App>): string | null {
  const address = callerAddress(c);
  return address && addressKey(address);
}
