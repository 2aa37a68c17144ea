import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import { keysPage } from '../../web/keys/keys-page.tsx';
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
import { commandOf, keyFields, NO_FIELDS } from './key-fields.ts';
import { rotateKey } from './rotate-key.ts';
import { allKeys, keyById, revokeKey } from './store.ts';
import { Rotation } from './wire.ts';

const codeOf = (c: Context<App>) => c.req.param('code') ?? '';

/** What one answer shows beside the list. */
interface Shown {
  shown?: KeysView['shown'];
  typed?: { fields: NewKeyFields; errors: KeyError[] };
  refusal?: string;
}

function lineOf(row: KeyRow, now: string): KeyLine {
  const { id, name, scopes, expiresAt, lastUsedAt, allowedAddresses, revokedAt } = row;
  const ended = expiresAt !== null && expiresAt <= now;
  const state = revokedAt !== null ? 'revoked' : ended ? 'expired' : 'active';
  const opens = state === 'active' && row.previousEndsAt !== null && row.previousEndsAt > now;
  const previousEndsAt = opens ? row.previousEndsAt : null;
  return { id, name, scopes, state, expiresAt, lastUsedAt, allowedAddresses, previousEndsAt };
}

async function page(c: Context<App>, { user, tenant, may }: Entered, { shown, typed, refusal }: Shown = {}) {
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
    notice: c.req.method === 'GET' && c.req.query('notice') === 'revoked' ? 'revoked' : null,
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

  .post('/:keyId/doi', async (c) => {
    const entered = await enter(c, codeOf(c), 'key.write');
    const overlapHours = Number(fieldOf(await typedFields(c), 'overlapHours'));
    const command = v.safeParse(Rotation, { overlapHours });
    if (!command.success) throw new Problem('invalid_request');
    try {
      const { row, key } = await rotateKey(entered.tenant, c.req.param('keyId'), command.output, writing(c));
      return c.html(await page(c, entered, { shown: { name: row.name, key } }));
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 409) throw error;
      return c.html(await page(c, entered, { refusal: problems[error.code].vi }), 409);
    }
  })

  .post('/:keyId/thu-hoi', async (c) => {
    const { tenant } = await enter(c, codeOf(c), 'key.write');
    const row = await keyById(tenant.db, c.req.param('keyId')).get();
    if (!row) throw new Problem('key_unknown');
    if (row.revokedAt === null) await revokeKey(tenant.db, row, writing(c));
    return c.redirect(`/console/${tenant.code}/tich-hop?notice=revoked`, 303);
  });
