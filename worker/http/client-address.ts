import type { Context } from 'hono';
import type { App } from '../env.ts';

/** The eight groups of an IPv6 address; its `::` stands for as many zeros as are missing. */
function groupsOf(address: string): string[] {
  const [head = '', tail] = address.split('::');
  const before = head.split(':').filter(Boolean);
  const after = (tail ?? '').split(':').filter(Boolean);
  const missing = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  return [...before, ...Array<string>(missing).fill('0'), ...after];
}

/**
 * What tries are counted by for an address. Whoever has an IPv6 address has 2^64 of them, so those of one network count as one;
 * an IPv4 address written as IPv6 is itself.
 */
export function addressKey(address: string): string {
  const text = address.trim().toLowerCase();
  const embedded = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(text)?.[1];
  if (embedded) return embedded;
  if (!text.includes(':')) return text;
  const network = groupsOf(text).slice(0, 4);
  return `${network.map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`;
}

/**
 * Where a request comes from: the header that the operator trusts, Cloudflare's unless another is named. A list of addresses
 * ends with the one that the nearest proxy saw. Null where no header can be trusted.
 */
export function clientAddress(c: Context<App>): string | null {
  const header = c.env.CLIENT_ADDRESS_HEADER ?? 'cf-connecting-ip';
  const address = header === '' ? undefined : c.req.header(header)?.split(',').at(-1)?.trim();
  return address ? addressKey(address) : null;
}
