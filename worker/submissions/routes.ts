import { Hono } from 'hono';
import { staffGuard } from '../auth/guard.ts';
import type { App } from '../env.ts';
import { operation } from '../http/operation.ts';
import { valid } from '../http/valid.ts';
import { RoundPath } from '../rounds/wire.ts';
import { submissionList } from './list-store.ts';
import { SubmissionList, submissionToWire } from './wire.ts';

export const submissions = new Hono<App>().get(
  '/',
  operation({
    id: 'listSubmissions',
    tag: 'Submissions',
    summary: "Every commune's file in a round: its state and how far it has come",
    permission: 'submission.read',
    success: { status: 200, schema: SubmissionList, description: 'One item a commune' },
    problems: ['invalid_request'],
  }),
  staffGuard('submission.read'),
  valid('param', RoundPath),
  async (c) => {
    const rows = await submissionList(c.get('tenant').db, c.req.valid('param').roundId);
    return c.json({ items: rows.map(submissionToWire) });
  },
);
