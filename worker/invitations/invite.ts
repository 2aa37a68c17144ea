import type { Context } from 'hono';
import { staffOnly } from '../auth/caller.ts';
import type { App } from '../env.ts';
import { writing } from '../http/writing.ts';
import { control } from '../tenancy/tenant.ts';
import { createInvitation, type InvitationCommand } from './create-invitation.ts';
import { sendInvitation } from './send-invitation.ts';
import type { InvitationRow } from './state.ts';
import { invitationUrl } from './token.ts';

/** An invitation with its link, which is told once, and whether it went out by mail. */
export interface Invited {
  row: InvitationRow;
  url: string;
  mailed: boolean;
}

/** Invites somebody to roles in a place, in the name of who calls. Throws `own_account`. */
export async function invite(c: Context<App>, place: string, command: InvitationCommand): Promise<Invited> {
  const { email } = staffOnly(c.get('caller'));
  const db = control(c.env, c.get('requestId'));
  const { row, token } = await createInvitation(db, place, command, email, writing(c));
  const url = invitationUrl(c.env.PUBLIC_URL, token);
  // The link is for the person who asked for it, and not for the way back to where it is shown.
  c.header('Cache-Control', 'no-store');
  return { row, url, mailed: await sendInvitation(c, row, url) };
}
