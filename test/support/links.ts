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

/** The path of a link's pages for a client without cookies, `/s/{token}-mo`. */
export const baseOf = ({ url }: { url: string }): string => `${new URL(url).pathname}-mo`;

/** The token in a link's address or in a path under it. */
export const tokenOf = (address: string): string => /\/s\/(\d\d-[0-9a-z]{26})/.exec(address)![1]!;

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
