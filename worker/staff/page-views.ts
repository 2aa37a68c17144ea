import type { Context } from 'hono';
import { personPage } from '../../web/staff/person-page.tsx';
import { staffPage } from '../../web/staff/staff-page.tsx';
import type { InvitationLine, PersonView, PlaceView, ShownLink, StaffView } from '../../web/staff/view.ts';
import { allows, type Permission, platformRoles, provinceRoles, roles } from '../auth/permissions.ts';
import { EVERYWHERE, heldIn } from '../auth/session-roles.ts';
import { type EnteredService, enter, enterService, pageView } from '../console/enter.ts';
import type { App } from '../env.ts';
import { Problem } from '../http/problem.ts';
import type { Invited } from '../invitations/invite.ts';
import { invitationsTo } from '../invitations/store.ts';
import { invitationToWire } from '../invitations/wire.ts';
import { control } from '../tenancy/tenant.ts';
import type { Place } from './place.ts';
import { staffAt, staffRow } from './store.ts';
import { staffToWire } from './wire.ts';

/** Who is on a page of people, and where: a province, by its code, or the service (`*`). */
export interface EnteredPlace extends EnteredService {
  here: string;
  place: PlaceView;
}

const lines = (names: readonly (keyof typeof roles)[]) => names.map((role) => ({ role, permissions: roles[role] }));

export async function enterPlace(
  c: Context<App>,
  { ofPlatform }: Place,
  permission: Permission,
): Promise<EnteredPlace> {
  if (ofPlatform) {
    const home = '/console/he-thong';
    const place = { province: null, home, path: `${home}/can-bo`, roles: lines(platformRoles) };
    return { ...(await enterService(c, permission)), here: EVERYWHERE, place };
  }
  const { tenant, home, ...entered } = await enter(c, c.req.param('code') ?? '', permission);
  const { code, name } = tenant;
  const place = { province: { code, name }, home, path: `/console/${code}/can-bo`, roles: lines(provinceRoles) };
  return { ...entered, here: code, place };
}

/** How long an invitation that ran out is still shown, in milliseconds. */
const STILL_SHOWN = 30 * 86_400_000;

const isShown = ({ state, expiresAt }: InvitationLine, now: number) =>
  state === 'waiting' || (state === 'expired' && now - Date.parse(expiresAt) < STILL_SHOWN);

export const NO_FIELDS = { email: '', name: '', roles: [] };

/** The page of a place's people. */
export async function peoplePage(
  c: Context<App>,
  { user, may, here, place }: EnteredPlace,
  more: Partial<Pick<StaffView, 'form' | 'shown' | 'refusal'>> = {},
): Promise<string> {
  const now = new Date();
  const db = control(c.env, c.get('requestId'));
  const [people, invitations] = await db.read.batch([staffAt(db, here), invitationsTo(db, here)] as const);
  const notice = c.req.method === 'GET' ? c.req.query('notice') : undefined;
  return staffPage({
    ...pageView(c, user),
    place,
    people: people.map((row) => staffToWire(staffRow(row, here))),
    invitations: invitations
      .map((row) => invitationToWire(row, here, now.toISOString()))
      .filter((line) => isShown(line, now.getTime())),
    ownId: user.id,
    ...{ shown: null, refusal: null, ...more },
    form: may('staff.write') ? (more.form ?? { fields: NO_FIELDS, errors: [] }) : null,
    notice: notice === 'roles' || notice === 'removed' || notice === 'revoked' ? notice : null,
  });
}

type Typed = Partial<Pick<PersonView, 'ticked' | 'noRole' | 'outdated' | 'shown' | 'refusal'>>;

/** A person with a role in the place; throws `staff_unknown` for who holds none there. */
export async function personAt(c: Context<App>, { here }: EnteredPlace, userId: string) {
  const rows = await staffAt(control(c.env, c.get('requestId')), here);
  const found = rows.find(({ id }) => id === userId);
  if (!found) throw new Problem('staff_unknown');
  return staffToWire(staffRow(found, here));
}

/** The page of one person's roles in a place; throws `staff_unknown` for who holds none there. */
export async function rolesPage(c: Context<App>, entered: EnteredPlace, more: Typed = {}): Promise<string> {
  const { user, may, place } = entered;
  const person = await personAt(c, entered, c.req.param('userId') ?? '');
  const isSelf = person.id === user.id;
  return personPage({
    ...pageView(c, user),
    ...{ place, person, canChange: may('staff.write'), isSelf },
    ...{
      ticked: person.roles,
      noRole: false,
      outdated: false,
      canReset: !isSelf && allows(heldIn(user.held, null), 'staff.write'),
      shown: null,
      refusal: null,
      ...more,
    },
  });
}

/** A link as a page shows it once. */
export const shownLink = ({ row, url, mailed }: Invited): ShownLink => ({
  ...{ name: row.name ?? '', email: row.email ?? '', url, expiresAt: row.expiresAt, mailed },
});
