import type { Context } from 'hono';
import {
  type FleetView,
  type NewProvinceError,
  type NewProvinceFields,
  type ProvinceAct,
  type ProvinceView,
  provinceActs,
} from '../../web/platform/view.ts';
import { type EnteredService, pageView } from '../console/enter.ts';
import type { App } from '../env.ts';
import { Problem } from '../http/problem.ts';
import { GRACE_DAYS } from './decide.ts';
import { openFleet } from './fleet.ts';
import { offeredActs } from './offered-acts.ts';
import { NO_FIELDS } from './province-fields.ts';
import { allProvinces, provinceByCode } from './store.ts';
import { provinceToWire } from './wire.ts';

const fleetOf = (c: Context<App>) => openFleet(c.env, c.get('requestId'));

interface Typed {
  fields: NewProvinceFields;
  errors: NewProvinceError[];
}

/** What the page of all provinces shows. */
export async function fleetView(
  c: Context<App>,
  { user, may }: EnteredService,
  { typed, refusal }: { typed?: Typed; refusal?: string } = {},
): Promise<FleetView> {
  const fleet = fleetOf(c);
  const rows = await allProvinces(fleet.control);
  const host = fleet.host?.kind ?? null;
  return {
    ...pageView(c, user),
    provinces: rows.map((row) => provinceToWire(row, fleet.now())),
    form: may('province.write') ? { ...(typed ?? { fields: NO_FIELDS, errors: [] }), host } : null,
    refusal: refusal ?? null,
    staffHref: may('staff.read') ? '/console/he-thong/can-bo' : null,
    logHref: may('event.read') ? '/console/he-thong/nhat-ky' : null,
  };
}

const isNotice = (name: string | undefined): name is ProvinceAct | 'create' =>
  name === 'create' || provinceActs.some((act) => act === name);

/** What the page of one province shows; throws `province_unknown`. */
export async function provinceView(
  c: Context<App>,
  { user, may }: EnteredService,
  more: Partial<Pick<ProvinceView, 'typedCode' | 'errors' | 'refusal'>> = {},
): Promise<ProvinceView> {
  const fleet = fleetOf(c);
  const code = c.req.param('province') ?? '';
  const row = /^\d{2}$/.test(code) ? await provinceByCode(fleet.control, code).get() : undefined;
  if (!row) throw new Problem('province_unknown');
  const now = fleet.now();
  const notice = c.req.method === 'GET' ? c.req.query('notice') : undefined;
  return {
    ...pageView(c, user),
    province: provinceToWire(row, now),
    acts: may('province.write') ? offeredActs(row, now) : [],
    wouldGoAt: new Date(Date.parse(now) + GRACE_DAYS * 86_400_000).toISOString(),
    ...{ typedCode: '', errors: [], refusal: null, ...more },
    notice: isNotice(notice) ? notice : null,
    staffHref: may('staff.read') && row.deletedAt === null ? `/console/${row.code}/can-bo` : null,
    logHref: may('event.read') && row.deletedAt === null ? `/console/${row.code}/nhat-ky` : null,
  };
}
