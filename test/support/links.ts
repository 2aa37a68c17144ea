import type { Site } from '../../local/demo/site.ts';

export interface MadeLink {
  id: string;
  unitId: string;
  unitName: string;
  level: 'commune' | 'village';
  expiresAt: string;
  url: string;
  pin: string | null;
}

export interface MadeLinks {
  items: MadeLink[];
  total: number;
  done: number;
  nextCursor: string | null;
}

export interface ListedLink {
  id: string;
  unitId: string;
  state: 'active' | 'expired' | 'revoked';
  pin: boolean;
  createdBy: string | null;
}

/** The links of one round as a designer handles them. */
export function linksOf(site: Site, roundId: string) {
  const path = `/provinces/12/rounds/${roundId}/links`;
  return {
    path,
    make: (command: object = {}) => site.api<MadeLinks>('POST', path, command),
    list: (query = '') => site.api<{ items: ListedLink[]; nextCursor: string | null }>('GET', `${path}${query}`),
    revoke: (scope: object) => site.api<{ revoked: string[] }>('POST', `${path}/revoke`, scope),
    reissue: (id: string) => site.api<MadeLink & { replaces: string }>('POST', `${path}/${id}/reissue`),
  };
}

/** The path of a link's page, `/s/{token}`. */
export const baseOf = ({ url }: Pick<MadeLink, 'url'>): string => new URL(url).pathname;

/** A PIN of the right form that is not the link's. */
export const wrongPin = ({ pin }: Pick<MadeLink, 'pin'>): string => (pin === '123456' ? '654321' : '123456');

/** Gives a link its PIN, with what else the page's form sends; the browser keeps what it is given for it. */
export async function givePin(
  site: Site,
  base: string,
  pin: string,
  { next = base, address = '' }: { next?: string; address?: string } = {},
): Promise<Response> {
  const answer = await site.post(`${base}/pin`, { pin, next }, { 'x-real-ip': address });
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]!);
  if (cookies.length > 0) site.cookie = cookies.join('; ');
  return answer;
}
