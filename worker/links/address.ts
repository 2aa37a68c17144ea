import { readToken } from './token.ts';

/** Behind a token: stay under it, for a browser that keeps no cookies ("mở"). */
const STAY = '-mo';

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
