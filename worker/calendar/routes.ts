import { Hono } from 'hono';
import { readGuard, staffGuard } from '../auth/guard.ts';
import { guardedRead } from '../auth/guarded-read.ts';
import { sha256 } from '../db/hash.ts';
import { newId } from '../db/id.ts';
import { localDay } from '../db/local-time.ts';
import type { App } from '../env.ts';
import { operation } from '../http/operation.ts';
import { Problem } from '../http/problem.ts';
import { valid } from '../http/valid.ts';
import { writing } from '../http/writing.ts';
import { newToken } from '../links/token.ts';
import { calendarEntries } from './entries.ts';
import { allFeeds, feedById, insertFeed, revokeFeed, roundsWithPlans } from './store.ts';
import { CalendarWire, CreatedFeed, entryToWire, FeedList, FeedPath, FeedWire, feedToWire, NewFeed } from './wire.ts';

export const calendar = new Hono<App>().get(
  '/',
  operation({
    id: 'getCalendar',
    tag: 'Calendar',
    summary: "What is due when: the rounds' dates and those of their plans, in order",
    description:
      'Rounds that are archived are left out. What a plan wants every year stands here for last year, this year and next year.',
    permission: 'round.read',
    keys: true,
    success: { status: 200, schema: CalendarWire, description: 'The calendar' },
  }),
  readGuard('round.read'),
  async (c) => {
    const [rows] = await guardedRead(c, 'round.read', [roundsWithPlans(c.get('tenant').db)]);
    const entries = calendarEntries(rows, localDay(new Date().toISOString()));
    return c.json({ items: entries.map(entryToWire) });
  },
);

/** The secret addresses under which calendar programs, which cannot sign in, read the calendar. */
export const calendarFeeds = new Hono<App>()
  .get(
    '/',
    operation({
      id: 'listCalendarFeeds',
      tag: 'Calendar',
      summary: 'List calendar feeds, without their addresses',
      permission: 'round.read',
      success: { status: 200, schema: FeedList, description: 'The feeds' },
    }),
    staffGuard('round.read'),
    async (c) => c.json({ items: (await allFeeds(c.get('tenant').db)).map(feedToWire) }),
  )
  .post(
    '/',
    operation({
      id: 'createCalendarFeed',
      tag: 'Calendar',
      summary: 'Create an address under which calendar programs read the calendar',
      description: 'iCalendar (RFC 5545). The address is shown once; whoever has it reads the dates and nothing else.',
      permission: 'round.write',
      success: { status: 201, schema: CreatedFeed, description: 'The feed with its address' },
      body: true,
    }),
    staffGuard('round.write'),
    valid('json', NewFeed),
    async (c) => {
      const { db, code } = c.get('tenant');
      const by = writing(c);
      const token = newToken(code);
      const row = {
        ...c.req.valid('json'),
        id: newId(),
        tokenHash: await sha256(token),
        createdAt: by.now,
        revokedAt: null,
      };
      await insertFeed(db, row, by);
      c.header('Cache-Control', 'no-store');
      return c.json({ ...feedToWire(row), url: `${c.env.PUBLIC_URL}/lich/${token}.ics` }, 201);
    },
  )
  .post(
    '/:feedId/revoke',
    operation({
      id: 'revokeCalendarFeed',
      tag: 'Calendar',
      summary: 'Revoke a calendar feed at once',
      description: 'Revoking a revoked feed changes nothing.',
      permission: 'round.write',
      success: { status: 200, schema: FeedWire, description: 'The revoked feed' },
      problems: ['feed_unknown', 'invalid_request'],
    }),
    staffGuard('round.write'),
    valid('param', FeedPath),
    async (c) => {
      const { db } = c.get('tenant');
      const by = writing(c);
      const row = await feedById(db, c.req.valid('param').feedId).get();
      if (!row) throw new Problem('feed_unknown');
      if (row.revokedAt === null) await revokeFeed(db, row.id, by);
      return c.json(feedToWire({ ...row, revokedAt: row.revokedAt ?? by.now }));
    },
  );
