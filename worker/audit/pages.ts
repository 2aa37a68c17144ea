import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import { logPage } from '../../web/log/log-page.tsx';
import type { LogView } from '../../web/log/view.ts';
import { type Entered, enter, pageView } from '../console/enter.ts';
import { endOfDay, startOfDay } from '../db/local-time.ts';
import type { App } from '../env.ts';
import { Day } from '../http/wire.ts';
import { control } from '../tenancy/tenant.ts';
import { accountNames, namesIn } from './names-store.ts';
import { idsIn, rowView } from './row-view.ts';
import { eventsAndSeal } from './store.ts';

/** Lines of one page. */
const LINES = 100;

const text = v.fallback(v.pipe(v.string(), v.maxLength(200)), '');
const day = v.fallback(v.union([Day, v.literal('')]), '');

/** An address that was changed by hand shows everything instead of an error. */
const PageQuery = v.object({
  ...{ act: text, subject: text, actor: text, from: day, to: day },
  cursor: v.fallback(v.nullable(v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number))), null),
});

type Filter = LogView['filter'];

const searchOf = (filter: Filter, more: Record<string, string> = {}): string =>
  String(new URLSearchParams([...Object.entries(filter), ...Object.entries(more)].filter(([, value]) => value !== '')));

/** The days of a filter as instants, as the API takes them. */
const conditionsOf = ({ from, to, act, subject, actor }: Filter) => ({
  act: act || undefined,
  subject: subject || undefined,
  actor: actor || undefined,
  from: from ? startOfDay(from) : undefined,
  to: to ? endOfDay(to) : undefined,
});

async function page(c: Context<App>, { user, tenant, home }: Entered): Promise<string> {
  const { db, code, name } = tenant;
  const { cursor, ...filter } = v.parse(PageQuery, c.req.query());
  const conditions = conditionsOf(filter);
  const { rows, seal, unsealed } = await eventsAndSeal(db, { ...conditions, before: cursor, limit: LINES });
  const ids = idsIn(rows);
  const [things, people] = await Promise.all([
    namesIn(db, ids.others),
    accountNames(control(c.env, c.get('requestId')), ids.accounts),
  ]);
  const names = new Map([...things, ...people]);
  const last = rows.length === LINES ? rows.at(-1) : undefined;
  const api = `/v1/provinces/${code}/events`;
  const asked = Object.entries(conditions).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const csv = new URLSearchParams([...asked, ['limit', String(LINES)], ['format', 'csv']]);
  if (cursor !== null) csv.set('cursor', String(cursor));
  return logPage({
    ...pageView(c, user),
    province: { code, name },
    home,
    filter,
    rows: rows.map((row) => rowView(row, names)),
    next: last ? `/console/${code}/nhat-ky?${searchOf(filter, { cursor: String(last.seq) })}` : null,
    csv: `${api}?${csv}`,
    sealed: seal ? { number: seal.number, at: seal.sealedAt, hash: seal.hash, checkpoint: `${api}/checkpoint` } : null,
    unsealed,
  });
}

/** The console's page of the province's log, for who may read it. */
export const logPages = new Hono<App>().get('/', async (c) =>
  c.html(await page(c, await enter(c, c.req.param('code') ?? '', 'event.read'))),
);
