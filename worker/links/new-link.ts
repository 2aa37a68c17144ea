import { sha256 } from '../db/hash.ts';
import { newId } from '../db/id.ts';
import { newPin, pinHasher } from './pin.ts';
import type { LinkRow } from './store.ts';
import { newToken } from './token.ts';

/** A link with what leaves the server once, with the answer that makes it, and is not stored. */
export interface NewLink {
  row: LinkRow;
  token: string;
  pin: string | null;
}

export interface Maker {
  provinceCode: string;
  /** The worker's secret. */
  secret: string;
  /** The account that is shown the tokens. */
  createdBy: string;
}

/** New links, each with a token of its own and, where asked, a PIN. */
export async function newLinks(
  wanted: (Pick<LinkRow, 'roundId' | 'unitId' | 'communeId' | 'expiresAt'> & { withPin: boolean })[],
  { provinceCode, secret, createdBy }: Maker,
  now: string,
): Promise<NewLink[]> {
  const hashPin = await pinHasher(secret);
  return Promise.all(
    wanted.map(async ({ roundId, unitId, communeId, expiresAt, withPin }) => {
      const id = newId();
      const token = newToken(provinceCode);
      const pin = withPin ? newPin() : null;
      const row = {
        id,
        roundId,
        unitId,
        communeId,
        tokenHash: await sha256(token),
        pinHash: pin && (await hashPin(id, pin)),
        pinFailures: 0,
        pinLockedUntil: null,
        createdBy,
        createdAt: now,
        expiresAt,
        revokedAt: null,
        lastUsedAt: null,
      };
      return { row, token, pin };
    }),
  );
}
