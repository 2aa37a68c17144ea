import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import { fleetPage } from '../../web/platform/fleet-page.tsx';
import { provincePage } from '../../web/platform/province-page.tsx';
import { type ProvinceAct, provinceActs } from '../../web/platform/view.ts';
import { enterService } from '../console/enter.ts';
import type { App } from '../env.ts';
import { fieldOf, typedFields } from '../fill/typed-fields.ts';
import { Problem } from '../http/problem.ts';
import { problems } from '../http/problems.ts';
import {
  type By,
  continueJob,
  createProvince,
  deleteProvince,
  migrateByJob,
  replaceToken,
  restoreProvince,
  resumeProvince,
  rotateToken,
  suspendProvince,
} from './acts.ts';
import { type Fleet, openFleet } from './fleet.ts';
import type { ProvinceRow } from './job.ts';
import { fleetView, provinceView } from './page-views.ts';
import { commandOf, provinceFields } from './province-fields.ts';
import { NewToken } from './wire.ts';

const HOME = '/console/he-thong';

const fleetOf = (c: Context<App>) => openFleet(c.env, c.get('requestId'));
const byOf = (c: Context<App>): By => ({ actor: c.get('actor'), requestId: c.get('requestId') });

/** The commands of the API (routes.ts), but for the one that wants a token. */
const commands: Record<Exclude<ProvinceAct, 'token'>, (fleet: Fleet, code: string, by: By) => Promise<ProvinceRow>> = {
  continue: continueJob,
  migrate: migrateByJob,
  restore: restoreProvince,
  resume: resumeProvince,
  rotate: rotateToken,
  suspend: suspendProvince,
  delete: deleteProvince,
};

/** The operator's pages of all provinces; plain forms, no script. Every form leads to the address of the page that it stands on. */
export const fleetPages = new Hono<App>()
  .get('/', async (c) => c.html(fleetPage(await fleetView(c, await enterService(c, 'province.read')))))

  .post('/', async (c) => {
    const entered = await enterService(c, 'province.write');
    const form = await typedFields(c);
    const fields = provinceFields(form);
    const command = commandOf(fields, fieldOf(form, 'token').trim());
    if (Array.isArray(command)) {
      return c.html(fleetPage(await fleetView(c, entered, { typed: { fields, errors: command } })), 422);
    }
    const page = `${HOME}/tinh/${command.code}`;
    try {
      await createProvince(fleetOf(c), command, byOf(c));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      // The province is registered all the same; its page says what failed.
      if (error.code === 'database_step_failed') return c.redirect(page, 303);
      const typed = { fields, errors: [] };
      return c.html(fleetPage(await fleetView(c, entered, { typed, refusal: problems[error.code].vi })), error.status);
    }
    return c.redirect(`${page}?notice=create`, 303);
  })

  .get('/tinh/:province', async (c) =>
    c.html(provincePage(await provinceView(c, await enterService(c, 'province.read')))),
  )

  .post('/tinh/:province', async (c) => {
    const entered = await enterService(c, 'province.write');
    const code = c.req.param('province');
    const form = await typedFields(c);
    const act = provinceActs.find((name) => name === fieldOf(form, 'act'));
    if (!act) throw new Problem('invalid_request');
    const again = async (more: Parameters<typeof provinceView>[2], status: Problem['status']) =>
      c.html(provincePage(await provinceView(c, entered, more)), status);
    const typedCode = fieldOf(form, 'code').trim();
    if (act === 'delete' && typedCode !== code) return again({ typedCode, errors: ['code'] }, 422);
    const token = v.safeParse(NewToken, { token: fieldOf(form, 'token').trim() });
    if (act === 'token' && !token.success) return again({ errors: ['token'] }, 422);
    try {
      if (act !== 'token') await commands[act](fleetOf(c), code, byOf(c));
      else if (token.success) await replaceToken(fleetOf(c), code, token.output.token, byOf(c));
    } catch (error) {
      if (!(error instanceof Problem) || error.code === 'province_unknown') throw error;
      return again({ typedCode, refusal: problems[error.code].vi }, error.status);
    }
    return c.redirect(`${HOME}/tinh/${code}?notice=${act}`, 303);
  });
