import { Hono } from 'hono';
import { staffOnly } from '../auth/caller.ts';
import type { App } from '../env.ts';
import { operation } from '../http/operation.ts';
import { valid } from '../http/valid.ts';
import { writing } from '../http/writing.ts';
import { inProvince, onPlatform, type Place } from '../staff/place.ts';
import { control } from '../tenancy/tenant.ts';
import { invite } from './invite.ts';
import { invitationsTo } from './store.ts';
import {
  CreatedInvitation,
  InvitationList,
  InvitationPath,
  InvitationWire,
  invitationToWire,
  NewInvitation,
} from './wire.ts';
import { withdrawInvitation } from './withdraw.ts';

const tag = 'Invitations';

/** Inviting people to roles in a province, or for the service as a whole: the same operations, over another set of roles. */
function invitationsOf(place: Place) {
  const kind = place.ofPlatform ? 'PlatformInvitation' : 'Invitation';
  const where = place.ofPlatform ? 'for the service as a whole' : 'in the province';
  return new Hono<App>()
    .get(
      '/',
      operation({
        ...{ id: `list${kind}s`, tag, summary: `List who was invited to a role ${where}, without the links` },
        permission: 'staff.read',
        success: {
          status: 200,
          schema: InvitationList(place),
          description: 'Invitations of the last year, newest first',
        },
      }),
      place.guard('staff.read'),
      async (c) => {
        const here = place.of(c);
        const now = new Date().toISOString();
        const rows = await invitationsTo(control(c.env, c.get('requestId')), here);
        return c.json({ items: rows.map((row) => invitationToWire(row, here, now)) });
      },
    )
    .post(
      '/',
      operation({
        ...{ id: `create${kind}`, tag, summary: `Invite somebody to roles ${where}`, body: true },
        description:
          'Gives a link that works once, within seven days, and mails it where mail is set up. Who has an account signs in and takes the roles, who has none makes one. Another invitation of the same address takes the place of the one before. The answer is the same whether the address is known or not.',
        permission: 'staff.write',
        success: { status: 201, schema: CreatedInvitation(place), description: 'The invitation, with its link' },
        problems: ['own_account'],
      }),
      place.guard('staff.write'),
      valid('json', NewInvitation(place)),
      async (c) => {
        const { userId, name } = staffOnly(c.get('caller'));
        const here = place.of(c);
        const { row, url, mailed } = await invite(c, here, c.req.valid('json'));
        const shown = invitationToWire({ invitation: row, invitedBy: { id: userId, name } }, here, row.createdAt);
        return c.json({ ...shown, url, mailed }, 201);
      },
    )
    .delete(
      '/:invitationId',
      operation({
        ...{ id: `revoke${kind}`, tag, summary: 'Revoke an invitation: its link opens no longer' },
        description: 'Revoking a revoked one changes nothing. Of one that was accepted the roles are taken instead.',
        permission: 'staff.write',
        success: { status: 200, schema: InvitationWire(place), description: 'The invitation as it is now' },
        problems: ['invitation_unknown', 'invitation_used', 'conflict', 'invalid_request'],
      }),
      place.guard('staff.write'),
      valid('param', InvitationPath),
      async (c) => {
        const here = place.of(c);
        const by = writing(c);
        const db = control(c.env, c.get('requestId'));
        const taken = await withdrawInvitation(db, here, c.req.valid('param').invitationId, by);
        return c.json(invitationToWire(taken, here, by.now));
      },
    );
}

export const provinceInvitations = invitationsOf(inProvince);
export const platformInvitations = invitationsOf(onPlatform);
