import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import { keysPage } from '../../web/keys/keys-page.tsx';
import { textOf } from '../../web/keys/text.ts';
import type { KeyError, KeyLine, KeysView, NewKeyFields } from '../../web/keys/view.ts';
import type { KeyRow } from '../auth/api-key.ts';
import { keyScopes } from '../auth/permissions.ts';
import { type Entered, enter, pageView } from '../console/enter.ts';
import { addDays, localDay } from '../db/local-time.ts';
import type { App } from '../env.ts';
import { fieldOf, typedFields } from '../fill/typed-fields.ts';
import { knowsAddresses } from '../http/client-address.ts';
import { Problem } from '../http/problem.ts';
import { problems } from '../http/problems.ts';
import { writing } from '../http/writing.ts';
import { createKey, usualEnd } from './create-key.ts';
import { commandOf, keyFields, NO_FIELDS, rotationOf } from './key-fields.ts';
import { renameKey } from './rename-key.ts';
import { rotateKey } from './rotate-key.ts';
import { allKeys, keyById, revokeKey } from './store.ts';
import { KeyPatch } from './wire.ts';

const Notice = v.fallback(v.nullable(v.picklist(['renamed', 'revoked'])), null);

const codeOf = (c: Context<App>) => c.req.param('code') ?? '';

/** What one answer shows beside the list. */
interface Shown {
  shown?: KeysView['shown'];
  typed?: { fields: NewKeyFields; errors: KeyError[] };
  refusal?: string;
  changing?: KeysView['changing'];
}

function lineOf(row: KeyRow, now: string): KeyLine {
  const { id, name, scopes, expiresAt, lastUsedAt, allowedAddresses, revokedAt, revision } = row;
  const ended = expiresAt !== null && expiresAt <= now;
  const state = revokedAt !== null ? 'revoked' : ended ? 'expired' : 'active';
  const opens = state === 'active' && row.previousEndsAt !== null && row.previousEndsAt > now;
  const previousEndsAt = opens ? row.previousEndsAt : null;
  return { id, name, scopes, state, expiresAt, lastUsedAt, allowedAddresses, previousEndsAt, revision };
}

async function page(c: Context<App>, { user, tenant, may }: Entered, { shown, typed, refusal, changing }: Shown = {}) {
  const now = new Date().toISOString();
  const rows = await allKeys(tenant.db);
  // The text of a key is for the person who asked for it, and not for the way back to this page.
  c.header('Cache-Control', 'no-store');
  return keysPage({
    ...pageView(c, user),
    province: { code: tenant.code, name: tenant.name },
    keys: rows.map((row) => lineOf(row, now)).reverse(),
    scopes: keyScopes,
    shown: shown ?? null,
    form: may('key.write')
      ? {
          fields: typed?.fields ?? NO_FIELDS,
          errors: typed?.errors ?? [],
          today: localDay(now),
          usualLastDay: addDays(localDay(usualEnd(now)), -1),
        }
      : null,
    knowsAddresses: knowsAddresses(c.env),
    refusal: refusal ?? null,
    changing: changing ?? null,
    notice: c.req.method === 'GET' ? v.parse(Notice, c.req.query('notice')) : null,
  });
}

/** The console's page of the province's API keys; plain forms, no script. */
export const keyPages = new Hono<App>()
  .get('/', async (c) => c.html(await page(c, await enter(c, codeOf(c), 'key.read'))))

  .post('/', async (c) => {
    const entered = await enter(c, codeOf(c), 'key.write');
    const fields = keyFields(await typedFields(c));
    const by = writing(c);
    const command = commandOf(fields, localDay(by.now));
    if (Array.isArray(command)) return c.html(await page(c, entered, { typed: { fields, errors: command } }), 422);
    const { row, key } = await createKey(entered.tenant, command, knowsAddresses(c.env), by);
    return c.html(await page(c, entered, { shown: { name: row.name, key } }), 201);
  })

  .post('/:keyId/ten', async (c) => {
    const entered = await enter(c, codeOf(c), 'key.write');
    const fields = await typedFields(c);
    const id = c.req.param('keyId');
    const parsed = v.safeParse(KeyPatch, { name: fieldOf(fields, 'name') });
    const text = textOf('vi');
    const again = async (refusal: string, wrong: 'name' | null, status: 409 | 412 | 422) =>
      c.html(await page(c, entered, { refusal, changing: { id, name: fieldOf(fields, 'name'), wrong } }), status);
    if (!parsed.success) return again(text.errors.name, 'name', 422);
    try {
      const command = { ...parsed.output, over: Number(fieldOf(fields, 'revision')) };
      await renameKey(entered.tenant.db, id, command, writing(c));
    } catch (error) {
      if (!(error instanceof Problem) || (error.status !== 409 && error.status !== 412)) throw error;
      return again(error.status === 412 ? text.change.outdated : problems[error.code].vi, null, error.status);
    }
    return c.redirect(`/console/${entered.tenant.code}/tich-hop?notice=renamed`, 303);
  })

  .post('/:keyId/doi', async (c) => {
    const entered = await enter(c, codeOf(c), 'key.write');
    const fields = await typedFields(c);
    const id = c.req.param('keyId');
    const by = writing(c);
    const command = rotationOf(fields, localDay(by.now));
    const changing = { id, lastDay: fieldOf(fields, 'lastDay'), overlapHours: fieldOf(fields, 'overlapHours') };
    if (!command) {
      const refusal = textOf('vi').errors.lastDay;
      return c.html(await page(c, entered, { refusal, changing: { ...changing, wrong: 'lastDay' } }), 422);
    }
    try {
      const { row, key } = await rotateKey(entered.tenant, id, command, by);
      return c.html(await page(c, entered, { shown: { name: row.name, key } }));
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 409) throw error;
      const refusal = problems[error.code].vi;
      return c.html(await page(c, entered, { refusal, changing: { ...changing, wrong: null } }), 409);
    }
  })

  .post('/:keyId/thu-hoi', async (c) => {
    const { tenant } = await enter(c, codeOf(c), 'key.write');
    const row = await keyById(tenant.db, c.req.param('keyId')).get();
    if (!row) throw new Problem('key_unknown');
    if (row.revokedAt === null) await revokeKey(tenant.db, row, writing(c));
    return c.redirect(`/console/${tenant.code}/tich-hop?notice=revoked`, 303);
  });
