import { Hono } from 'hono';
import { readGuard, staffGuard } from '../../auth/guard.ts';
import { guardedRead } from '../../auth/guarded-read.ts';
import { hashOf } from '../../db/hash.ts';
import { failedPrecondition } from '../../db/precondition.ts';
import type { App } from '../../env.ts';
import { operation } from '../../http/operation.ts';
import { Problem } from '../../http/problem.ts';
import { valid } from '../../http/valid.ts';
import { writing } from '../../http/writing.ts';
import { type Kind, kindsOf } from './kinds.ts';
import { saveKinds, storedKinds } from './store.ts';
import { KindList, NewKinds } from './wire.ts';

/** A list without a number of its own: its content is its revision. */
const tagOf = async (stored: Kind[]) => `"${(await hashOf(stored)).slice(0, 16)}"`;

const toWire = (stored: Kind[]) => ({ items: kindsOf(stored), isDefault: stored.length === 0 });

export const unitKinds = new Hono<App>()
  .get(
    '/',
    operation({
      id: 'listUnitKinds',
      tag: 'Units',
      summary: "The province's words for its communes and villages",
      permission: 'unit.read',
      keys: true,
      success: { status: 200, schema: KindList, description: 'The kinds in the order in which they are offered' },
    }),
    readGuard('unit.read'),
    async (c) => {
      const [stored] = await guardedRead(c, 'unit.read', [storedKinds(c.get('tenant').db)]);
      c.header('ETag', await tagOf(stored));
      return c.json(toWire(stored));
    },
  )
  .put(
    '/',
    operation({
      id: 'saveUnitKinds',
      tag: 'Units',
      summary: 'Replace the words for communes and villages',
      description:
        'New units and imports have to use one of them; units that are called something else keep it. `If-Match` is the `ETag` of the list.',
      permission: 'unit.write',
      body: true,
      success: { status: 200, schema: KindList, description: 'The kinds as stored' },
      problems: ['precondition_required', 'revision_mismatch'],
    }),
    staffGuard('unit.write'),
    valid('json', NewKinds),
    async (c) => {
      const { db } = c.get('tenant');
      const expected = c.req.header('if-match')?.trim();
      if (!expected) throw new Problem('precondition_required');
      const stored = await storedKinds(db);
      if (expected !== (await tagOf(stored))) throw new Problem('revision_mismatch');
      // As the list is read: communes first.
      const items = c.req.valid('json').items.toSorted((a, b) => a.level.localeCompare(b.level));
      await saveKinds(db, stored, items, writing(c)).catch((error: unknown) => {
        throw failedPrecondition(error) ? new Problem('revision_mismatch') : error;
      });
      c.header('ETag', await tagOf(items));
      return c.json(toWire(items));
    },
  );
