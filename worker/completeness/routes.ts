import { Hono } from 'hono';
import { readGuard } from '../auth/guard.ts';
import { guardedRead } from '../auth/guarded-read.ts';
import type { App } from '../env.ts';
import { operation } from '../http/operation.ts';
import { Problem } from '../http/problem.ts';
import { valid } from '../http/valid.ts';
import { refusePurged } from '../retention/refuse-purged.ts';
import { RoundPath } from '../rounds/wire.ts';
import { completenessOf } from './completeness.ts';
import { completenessQueries, completenessRows } from './store.ts';
import { CompletenessQuery, CompletenessWire, completenessToWire } from './wire.ts';

export const completeness = new Hono<App>().get(
  '/',
  operation({
    id: 'getCompleteness',
    tag: 'Submissions',
    summary: 'How far the answers of a round have come, by commune',
    description: 'Judged now, from the answers as they are saved, handed in or not. It carries no counts of people.',
    permission: 'submission.read',
    keys: true,
    success: { status: 200, schema: CompletenessWire, description: 'The province as a whole, then each commune' },
    problems: ['round_unknown', 'unit_unknown', 'answers_purged', 'invalid_request'],
  }),
  readGuard('submission.read'),
  valid('param', RoundPath),
  valid('query', CompletenessQuery),
  async (c) => {
    const { communeId } = c.req.valid('query');
    const queries = completenessQueries(c.get('tenant').db, c.req.valid('param').roundId, communeId);
    const found = completenessRows(await guardedRead(c, 'submission.read', queries));
    if (!found) throw new Problem('round_unknown');
    const purged = refusePurged(found.round);
    if (purged) throw purged;
    if (communeId !== undefined && found.rows.submissions.length === 0) throw new Problem('unit_unknown');
    const result = completenessOf(found.version.document, found.rows, new Date().toISOString());
    return c.json(completenessToWire(result, communeId !== undefined));
  },
);
