import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import { linksPage } from '../../web/links/links-page.tsx';
import type { LinksView, NewLinksFields } from '../../web/links/view.ts';
import { type Entered, enter, pageView } from '../console/enter.ts';
import { addDays, endOfDay, isDay, localDay } from '../db/local-time.ts';
import type { App } from '../env.ts';
import { fieldOf, typedFields } from '../fill/typed-fields.ts';
import { Problem } from '../http/problem.ts';
import { problems } from '../http/problems.ts';
import { Level } from '../http/wire.ts';
import { writing } from '../http/writing.ts';
import { roundState } from '../rounds/state.ts';
import { roundById } from '../rounds/store.ts';
import { csvAnswer, sheetAnswer } from './answer.ts';
import { createLinks } from './create-links.ts';
import { latestExpiry } from './decide-create.ts';
import { rowView } from './page-row.ts';
import { reissueLink } from './reissue-link.ts';
import { linkCoverage, linkOfRound, linksOfRound, revokeLink } from './store.ts';
import { Cursor, cursorAt, linkStates, placeOf } from './wire.ts';

/** Lines of one page of the list. */
const LINES = 200;

/** An address that was changed by hand shows everything instead of an error. */
const PageQuery = v.object({
  state: v.fallback(v.nullable(v.picklist(linkStates)), null),
  level: v.fallback(v.nullable(Level), null),
  cursor: v.fallback(v.optional(Cursor), undefined),
  notice: v.fallback(v.nullable(v.picklist(['none_made', 'revoked'])), null),
});

const pathOf = (code: string, roundId: string) => `/console/${code}/rounds/${roundId}/duong-dan`;

/** The parameters of the path that these pages are mounted on (app.ts). */
const pathOfPage = (c: Context<App>) => ({ code: c.req.param('code') ?? '', roundId: c.req.param('roundId') ?? '' });

const NO_FIELDS: NewLinksFields = { level: 'commune', onlyWithout: true, pin: false, lastDay: '' };

/** The page as it stands now; `typed` shows the form again with what was wrong with it. */
async function page(
  c: Context<App>,
  { user, tenant, may }: Entered,
  roundId: string,
  typed: { fields: NewLinksFields; error: string } | null = null,
): Promise<string> {
  const { db, code, name } = tenant;
  const { state, level, cursor, notice } = v.parse(PageQuery, c.req.query());
  const now = new Date().toISOString();
  const place = placeOf(cursor);
  const after = place && { position: place.position, linkId: place.unitId };
  const [[round], rows, coverage] = await db.read.batch([
    roundById(db, roundId),
    linksOfRound(db, roundId, { state: state ?? undefined, level: level ?? undefined, after, limit: LINES }, now),
    linkCoverage(db, roundId, now),
  ]);
  if (!round) throw new Problem('round_unknown');
  const last = rows.length === LINES ? rows.at(-1) : undefined;
  const query = { ...(state && { state }), ...(level && { level }) };
  const more = last && new URLSearchParams({ ...query, cursor: cursorAt(last.unit.position, last.link.id) });
  const canChange = may('link.write');
  // The last day that is over by then.
  const latestDay = addDays(localDay(latestExpiry(round, now)), -1);
  const view: LinksView = {
    ...pageView(c, user),
    province: { code, name },
    round: { id: roundId, name: round.name },
    coverage,
    filter: { state, level },
    rows: rows.map((row) => rowView(row, now)),
    next: more ? `${pathOf(code, roundId)}?${more}` : null,
    canChange,
    form:
      canChange && roundState(round, now) === 'open'
        ? { fields: typed?.fields ?? NO_FIELDS, error: typed?.error ?? null, today: localDay(now), latestDay }
        : null,
    notice,
  };
  return linksPage(view);
}

async function chosenFields(c: Context<App>): Promise<NewLinksFields & { as: string }> {
  const fields = await typedFields(c);
  return {
    level: v.parse(v.fallback(v.picklist(['commune', 'village', 'all']), 'commune'), fields.level),
    onlyWithout: fieldOf(fields, 'onlyWithout') !== '',
    pin: fieldOf(fields, 'pin') !== '',
    lastDay: fieldOf(fields, 'lastDay'),
    as: fieldOf(fields, 'as'),
  };
}

/** The console's page of a round's links; plain forms, no script. */
export const linkPages = new Hono<App>()
  .get('/', async (c) => {
    const { code, roundId } = pathOfPage(c);
    return c.html(await page(c, await enter(c, code, 'link.read'), roundId));
  })

  .post('/', async (c) => {
    const { code, roundId } = pathOfPage(c);
    const entered = await enter(c, code, 'link.write');
    const { as, ...fields } = await chosenFields(c);
    const { level, onlyWithout, pin, lastDay } = fields;
    const only = onlyWithout ? ('without-active-link' as const) : undefined;
    try {
      if (lastDay !== '' && !isDay(lastDay)) throw new Problem('invalid_request');
      const expiresAt = lastDay === '' ? undefined : endOfDay(lastDay);
      const maker = { provinceCode: code, secret: c.env.SECRET };
      const command = { level, only, pin, expiresAt };
      const created = await createLinks(entered.tenant.db, roundId, command, maker, writing(c));
      if (created.links.length === 0) return c.redirect(`${pathOf(code, roundId)}?notice=none_made`, 303);
      return as === 'csv' ? csvAnswer(c, created) : await sheetAnswer(c, created, pathOf(code, roundId));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const sentence = error.code === 'invalid_request' ? 'day' : problems[error.code].vi;
      return c.html(await page(c, entered, roundId, { fields, error: sentence }), error.status);
    }
  })

  .post('/:linkId/cap-lai', async (c) => {
    const { code, roundId } = pathOfPage(c);
    const linkId = c.req.param('linkId');
    const { tenant } = await enter(c, code, 'link.write');
    const maker = { provinceCode: code, secret: c.env.SECRET };
    const { created, round } = await reissueLink(tenant.db, { roundId, linkId }, maker, writing(c));
    const alone = { links: [created], round, total: 1, done: 1, nextCursor: null };
    return sheetAnswer(c, alone, pathOf(code, roundId));
  })

  .post('/:linkId/thu-hoi', async (c) => {
    const { code, roundId } = pathOfPage(c);
    const linkId = c.req.param('linkId');
    const { tenant } = await enter(c, code, 'link.write');
    const found = await linkOfRound(tenant.db, roundId, linkId).get();
    if (!found) throw new Problem('link_unknown');
    if (found.link.revokedAt === null) await revokeLink(tenant.db, linkId, writing(c));
    return c.redirect(`${pathOf(code, roundId)}?notice=revoked`, 303);
  });
