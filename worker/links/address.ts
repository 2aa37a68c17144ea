import { readToken } from './token.ts';

/** Behind a token: stay under it, for a browser that keeps no cookies ("mở"). */
const STAY = '-mo';

/** What clean addresses begin with. */
export const CLEAN = '/p/';

/**
 * Where a link is used once it was opened: an address that follows from the token by its hash alone and gives nothing of it away.
 * Twelve digits of hex keep the links of one browser apart; they open nothing.
 */
export const cleanBase = (tokenHash: string): string => `${CLEAN}${tokenHash.slice(0, 12)}`;

export const isClean = (path: string): boolean => path.startsWith(CLEAN);

export interface OwnAddress {
  provinceCode: string;
  token: string;
  /** The path under which the link's pages stand, without a closing slash. */
  base: string;
  /** Whether its reader wants to stay there. */
  stays: boolean;
}

/** The part of a path behind `/s/`: a token, with or without the wish to stay; null for what is no token. */
export function readOwnAddress(segment: string): OwnAddress | null {
  const stays = segment.toLowerCase().endsWith(STAY);
  const read = readToken(stays ? segment.slice(0, -STAY.length) : segment);
  return read && { ...read, base: `/s/${read.token}${stays ? STAY : ''}`, stays };
}
