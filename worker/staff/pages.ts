import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import type { InvitationError } from '../../web/staff/view.ts';
import { enterService } from '../console/enter.ts';
import type { App } from '../env.ts';
import { fieldOf, typedFields } from '../fill/typed-fields.ts';
import { Problem } from '../http/problem.ts';
import { problems } from '../http/problems.ts';
import { writing } from '../http/writing.ts';
import { invite } from '../invitations/invite.ts';
import { invitationUrl } from '../invitations/token.ts';
import { NewInvitation } from '../invitations/wire.ts';
import { withdrawInvitation } from '../invitations/withdraw.ts';
import type { TypedFields } from '../submissions/decide-save.ts';
import { control } from '../tenancy/tenant.ts';
import { changeRoles } from './change-roles.ts';
import { type EnteredPlace, enterPlace, NO_FIELDS, peoplePage, personAt, rolesPage, shownLink } from './page-views.ts';
import { inProvince, onPlatform, type Place } from './place.ts';
import { makeResetLink } from './reset-link.ts';
import { rolesOfRevision } from './roles-tag.ts';
import { NewRoles } from './wire.ts';

const dbOf = (c: Context<App>) => control(c.env, c.get('requestId'));
const tickedIn = (fields: TypedFields) => [fields.roles ?? []].flat();

const FIELDS: readonly InvitationError[] = ['email', 'name', 'roles'];

/** Invites, and shows the link; what is wrong is said beside what was typed. */
async function inviteHere(c: Context<App>, place: Place, entered: EnteredPlace, typed: TypedFields): Promise<Response> {
  const fields = { email: fieldOf(typed, 'email'), name: fieldOf(typed, 'name'), roles: tickedIn(typed) };
  const command = v.safeParse(NewInvitation(place), fields);
  const wrong = new Set((command.issues ?? []).map((issue) => issue.path?.[0]?.key));
  const form = { fields, errors: FIELDS.filter((field) => wrong.has(field)) };
  if (!command.success) return c.html(await peoplePage(c, entered, { form }), 422);
  try {
    const invited = await invite(c, entered.here, command.output);
    return c.html(await peoplePage(c, entered, { shown: shownLink(invited) }), 201);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return c.html(await peoplePage(c, entered, { form, refusal: problems[error.code].vi }), error.status);
  }
}

async function withdraw(c: Context<App>, entered: EnteredPlace, id: string): Promise<Response> {
  try {
    await withdrawInvitation(dbOf(c), entered.here, id, writing(c));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const form = { fields: NO_FIELDS, errors: [] };
    return c.html(await peoplePage(c, entered, { form, refusal: problems[error.code].vi }), error.status);
  }
  return c.redirect(`${entered.place.path}?notice=revoked`, 303);
}

/** Sets a person's roles over those that the form was made with, or takes all away. */
async function setRoles(c: Context<App>, place: Place, entered: EnteredPlace, typed: TypedFields): Promise<Response> {
  const ticked = tickedIn(typed);
  const isRemoval = fieldOf(typed, 'act') === 'remove';
  const chosen = v.safeParse(NewRoles(place), { roles: ticked });
  if (!isRemoval && !chosen.success) return c.html(await rolesPage(c, entered, { ticked, noRole: true }), 422);
  const wanted = isRemoval || !chosen.success ? [] : chosen.output.roles;
  const expected = rolesOfRevision(fieldOf(typed, 'seen')) ?? [];
  try {
    await changeRoles(dbOf(c), entered.here, c.req.param('userId') ?? '', { wanted, expected }, writing(c));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const refusal = problems[error.code].vi;
    // Somebody else has taken all roles away: there is no page of this person here any more.
    if (error.code === 'staff_unknown') return c.html(await peoplePage(c, entered, { refusal }), 404);
    const more = error.code === 'revision_mismatch' ? { outdated: true } : { refusal };
    return c.html(await rolesPage(c, entered, { ticked, ...more }), error.status);
  }
  return c.redirect(`${entered.place.path}?notice=${isRemoval ? 'removed' : 'roles'}`, 303);
}

/** Makes a link by which a person sets another password: operators do, whatever place they are looking at. */
async function reset(c: Context<App>, entered: EnteredPlace, typed: TypedFields): Promise<Response> {
  await enterService(c, 'staff.write');
  const removesFactor = fieldOf(typed, 'removeSecondFactor') === 'yes';
  const userId = c.req.param('userId') ?? '';
  // Also that this person is one of those of the page.
  const { name, email } = await personAt(c, entered, userId);
  const { row, token } = await makeResetLink(dbOf(c), userId, removesFactor, writing(c));
  const url = invitationUrl(c.env.PUBLIC_URL, token);
  c.header('Cache-Control', 'no-store');
  const shown = { name, email, url, expiresAt: row.expiresAt, mailed: false };
  return c.html(await rolesPage(c, entered, { shown }), 201);
}

/** The console's pages of who holds which role in a place; plain forms, no script. */
const staffPagesOf = (place: Place) =>
  new Hono<App>()
    .get('/', async (c) => c.html(await peoplePage(c, await enterPlace(c, place, 'staff.read'))))

    .post('/', async (c) => {
      const entered = await enterPlace(c, place, 'staff.write');
      const typed = await typedFields(c);
      const act = fieldOf(typed, 'act');
      if (act === 'revoke') return withdraw(c, entered, fieldOf(typed, 'invitation'));
      if (act !== 'invite') throw new Problem('invalid_request');
      return inviteHere(c, place, entered, typed);
    })

    .get('/:userId', async (c) => c.html(await rolesPage(c, await enterPlace(c, place, 'staff.read'))))

    .post('/:userId', async (c) => {
      const entered = await enterPlace(c, place, 'staff.write');
      const typed = await typedFields(c);
      const act = fieldOf(typed, 'act');
      if (act === 'reset') return reset(c, entered, typed);
      if (act !== 'roles' && act !== 'remove') throw new Problem('invalid_request');
      return setRoles(c, place, entered, typed);
    });

export const provinceStaffPages = staffPagesOf(inProvince);
export const platformStaffPages = staffPagesOf(onPlatform);
