import { Hono } from 'hono';
import { platformGuard } from '../auth/guard.ts';
import type { App } from '../env.ts';
import { operation } from '../http/operation.ts';
import { valid } from '../http/valid.ts';
import { writing } from '../http/writing.ts';
import { invitationUrl } from '../invitations/token.ts';
import { control } from '../tenancy/tenant.ts';
import { makeResetLink } from './reset-link.ts';
import { ResetCommand, ResetLink, StaffPath } from './wire.ts';

/** What only operators do for people who cannot come in any more. */
export const passwordResets = new Hono<App>().post(
  '/:userId/reset-link',
  operation({
    ...{
      id: 'createResetLink',
      tag: 'Staff',
      summary: 'Make a link by which somebody sets a new password',
      body: true,
    },
    description:
      'Works once, within 24 hours, and takes the place of the one before. All sessions of the person end now. The second factor stays unless `removeSecondFactor` says that it goes with the old password.',
    permission: 'staff.write',
    success: { status: 201, schema: ResetLink, description: 'The link, shown once' },
    problems: ['staff_unknown', 'own_account'],
  }),
  platformGuard('staff.write'),
  valid('param', StaffPath),
  valid('json', ResetCommand),
  async (c) => {
    const { removeSecondFactor } = c.req.valid('json');
    const db = control(c.env, c.get('requestId'));
    const { row, token } = await makeResetLink(db, c.req.valid('param').userId, removeSecondFactor, writing(c));
    c.header('Cache-Control', 'no-store');
    const { expiresAt, removesSecondFactor } = row;
    return c.json({ url: invitationUrl(c.env.PUBLIC_URL, token), expiresAt, removesSecondFactor }, 201);
  },
);
