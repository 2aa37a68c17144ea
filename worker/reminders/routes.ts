import { Hono } from 'hono';
import { readGuard } from '../auth/guard.ts';
import { guardedRead } from '../auth/guarded-read.ts';
import { completenessRows } from '../completeness/store.ts';
import type { App } from '../env.ts';
import { operation } from '../http/operation.ts';
import { Problem } from '../http/problem.ts';
import { valid } from '../http/valid.ts';
import { RoundPath } from '../rounds/wire.ts';
import { reminderFiles } from './reminder-files.ts';
import { remindersDue } from './reminders-due.ts';
import { reminderQueries } from './store.ts';
import { ReminderList, remindersToWire } from './wire.ts';

export const reminders = new Hono<App>().get(
  '/',
  operation({
    id: 'listReminders',
    tag: 'Submissions',
    summary: 'Which communes of a round were or are to be reminded, and of what',
    description:
      'One of each kind for a commune. They are recorded once a day from eight in the morning, with an event each, and mailed where the commune has an address. A commune for which the round is closed is not reminded any more.',
    permission: 'submission.read',
    keys: true,
    success: { status: 200, schema: ReminderList, description: 'The reminders in the order of the round' },
    problems: ['round_unknown', 'invalid_request'],
  }),
  readGuard('submission.read'),
  valid('param', RoundPath),
  async (c) => {
    const queries = reminderQueries(c.get('tenant').db, c.req.valid('param').roundId);
    const [recorded, ...rest] = await guardedRead(c, 'submission.read', queries);
    const found = completenessRows(rest);
    if (!found) throw new Problem('round_unknown');
    const now = new Date().toISOString();
    const files = reminderFiles({ ...found, recorded }, now);
    return c.json(remindersToWire(files, recorded, remindersDue(found.round, files, now)));
  },
);
