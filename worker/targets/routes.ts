import { Hono } from 'hono';
import { readGuard } from '../auth/guard.ts';
import { guardedRead } from '../auth/guarded-read.ts';
import { localDay } from '../db/local-time.ts';
import { withheldFrom } from '../disclosure/withheld.ts';
import type { App } from '../env.ts';
import { operation } from '../http/operation.ts';
import { Problem } from '../http/problem.ts';
import { valid } from '../http/valid.ts';
import { RoundPath } from '../rounds/wire.ts';
import { settingsOf, settingsRow } from '../settings/store.ts';
import { roundTargets, sharedTargets } from './round-targets.ts';
import { targetQueries } from './store.ts';
import { TargetList } from './wire.ts';

export const targets = new Hono<App>().get(
  '/',
  operation({
    id: 'listTargets',
    tag: 'Readiness',
    summary: "How far the province has come towards its plan's targets",
    description:
      'Counts communes that are recognised, or units that have reached what the target names, against the number that the plan wants. Recognised communes count among those that stand on the last day of the target, by decisions up to that day; before it comes, as of today. Beside them stands how many are ready. A target about an answer that the province does not share is given to no key.',
    permission: 'readiness.read',
    keys: true,
    success: { status: 200, schema: TargetList, description: 'One item a target' },
    problems: ['round_unknown', 'invalid_request'],
  }),
  readGuard('readiness.read'),
  valid('param', RoundPath),
  async (c) => {
    const { db } = c.get('tenant');
    const { roundId } = c.req.valid('param');
    const today = localDay(new Date().toISOString());
    const queries = [settingsRow(db), ...targetQueries(db, roundId, today)] as const;
    const [settings, ...rows] = await guardedRead(c, 'readiness.read', queries);
    const found = roundTargets(rows, today);
    if (!found) throw new Problem('round_unknown');
    const withheld = withheldFrom(c.get('caller').kind, settingsOf(settings));
    return c.json({ items: sharedTargets(found, withheld) });
  },
);
