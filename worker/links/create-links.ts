import { sha256 } from '../db/hash.ts';
import { newId } from '../db/id.ts';
import type { rounds, roundUnits } from '../db/province/rounds.ts';
import { Problem } from '../http/problem.ts';
import { roundState } from '../rounds/state.ts';
import type { LinkRow } from './store.ts';
import { newToken } from './token.ts';

const DAY = 24 * 60 * 60 * 1000;
/** How long a link lives at most, in days: from now, or from the round's end when that is later. */
const DAYS = 90;

interface State {
  round: typeof rounds.$inferSelect | undefined;
  units: (typeof roundUnits.$inferSelect)[];
}

export interface CreatedLink {
  row: LinkRow;
  token: string;
  unit: State['units'][number];
}

/** One new link for each unit. The tokens leave the server with this answer and are not stored. */
export async function createLinks(
  { round, units }: State,
  command: { unitIds?: string[] | undefined; expiresAt?: string | undefined },
  { provinceCode, createdBy }: { provinceCode: string; createdBy: string },
  now: string,
): Promise<CreatedLink[] | Problem> {
  if (!round) return new Problem('round_unknown');
  const state = roundState(round, now);
  if (state !== 'open') return new Problem(state === 'draft' ? 'round_not_open' : 'round_closed');

  const found = new Set(units.map(({ unitId }) => unitId));
  const missing = (command.unitIds ?? []).filter((id) => !found.has(id));
  if (missing.length > 0) {
    return new Problem(
      'unit_unknown',
      missing.map((id) => ({ path: 'unitIds', code: 'unit_unknown', detail: id })),
    );
  }

  const latest = new Date(Math.max(Date.parse(now), Date.parse(round.closesAt ?? now)) + DAYS * DAY).toISOString();
  const expiresAt = command.expiresAt ?? latest;
  if (expiresAt <= now || expiresAt > latest) {
    const detail = `must lie between ${now} and ${latest}`;
    return new Problem('invalid_request', [{ path: 'expiresAt', code: 'out_of_range', detail }]);
  }

  return Promise.all(
    units.map(async (unit) => {
      const token = newToken(provinceCode);
      const row = {
        id: newId(),
        roundId: round.id,
        unitId: unit.unitId,
        communeId: unit.communeId,
        tokenHash: await sha256(token),
        pinHash: null,
        pinFailures: 0,
        pinLockedUntil: null,
        createdBy,
        createdAt: now,
        expiresAt,
        revokedAt: null,
        lastUsedAt: null,
      };
      return { row, token, unit };
    }),
  );
}
