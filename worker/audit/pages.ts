import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import { logPage } from '../../web/log/log-page.tsx';
import type { LogView } from '../../web/log/view.ts';
import { type Entered, enter, enterService, pageView } from '../console/enter.ts';
import { endOfDay, startOfDay } from '../db/local-time.ts';
import type { ProvinceDb } from '../db/open.ts';
import type { App } from '../env.ts';
import { Day } from '../http/wire.ts';
import { control } from '../tenancy/tenant.ts';
import { accountNames, namesIn, registryNames } from './names-store.ts';
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

/** One of the logs, as its page shows it. */
interface ShownLog extends Pick<LogView, 'province' | 'home' | 'path'> {
  user: Entered['user'];
  db: ProvinceDb;
  /** Where the API has the same events. */
  api: string;
  /** The names of what the events are about and of who acted. */
  namesOf(ids: ReturnType<typeof idsIn>): Promise<Map<string, string>>;
}

async function page(c: Context<App>, { user, db, api, namesOf, ...place }: ShownLog): Promise<string> {
  const { cursor, ...filter } = v.parse(PageQuery, c.req.query());
  const conditions = conditionsOf(filter);
  const { rows, seal, unsealed } = await eventsAndSeal(db, { ...conditions, before: cursor, limit: LINES });
  const names = await namesOf(idsIn(rows));
  const last = rows.length === LINES ? rows.at(-1) : undefined;
  const asked = Object.entries(conditions).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const csv = new URLSearchParams([...asked, ['limit', String(LINES)], ['format', 'csv']]);
  if (cursor !== null) csv.set('cursor', String(cursor));
  return logPage({
    ...pageView(c, user),
    ...place,
    filter,
    rows: rows.map((row) => rowView(row, names)),
    next: last ? `${place.path}?${searchOf(filter, { cursor: String(last.seq) })}` : null,
    csv: `${api}?${csv}`,
    sealed: seal ? { number: seal.number, at: seal.sealedAt, hash: seal.hash, checkpoint: `${api}/checkpoint` } : null,
    unsealed,
  });
}

const registry = (c: Context<App>) => control(c.env, c.get('requestId'));

/** The console's page of the province's log, for who may read it. */
export const logPages = new Hono<App>().get('/', async (c) => {
  const { user, tenant, home } = await enter(c, c.req.param('code') ?? '', 'event.read');
  const { db, code, name } = tenant;
  const namesOf: ShownLog['namesOf'] = async ({ others, accounts }) => {
    const found = await Promise.all([namesIn(db, others), accountNames(registry(c), accounts)]);
    return new Map(found.flatMap((names) => [...names]));
  };
  const path = `/console/${code}/nhat-ky`;
  const api = `/v1/provinces/${code}/events`;
  return c.html(await page(c, { user, db, province: { code, name }, home, path, api, namesOf }));
});

/** The same of the registry's log: accounts, roles and provinces. */
export const platformLogPages = new Hono<App>().get('/', async (c) => {
  const { user } = await enterService(c, 'event.read');
  const db = registry(c);
  const namesOf: ShownLog['namesOf'] = ({ others, accounts }) => registryNames(db, [...others, ...accounts]);
  const path = '/console/he-thong/nhat-ky';
  const log = { user, db, province: null, home: '/console/he-thong', path, api: '/v1/platform/events', namesOf };
  return c.html(await page(c, log));
});
