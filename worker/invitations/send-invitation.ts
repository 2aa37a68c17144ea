import type { Context } from 'hono';
import { staffOnly } from '../auth/caller.ts';
import type { App } from '../env.ts';
import { log, nameOf } from '../http/log.ts';
import { mailer } from '../mail/mail.ts';
import { invitationMail } from './mail-text.ts';
import type { InvitationRow } from './state.ts';

/** Mails an invitation's link where mail is set up; says whether it went out. The link is good either way, and whoever made it has it. */
export async function sendInvitation(c: Context<App>, row: InvitationRow, url: string): Promise<boolean> {
  const send = mailer(c.env);
  if (!send) return false;
  const invitedBy = staffOnly(c.get('caller')).name;
  const provinceName = c.get('tenant')?.name ?? null;
  const { name, email, expiresAt } = row;
  try {
    await send({ to: email!, ...invitationMail({ name: name!, invitedBy, provinceName, url, expiresAt }) });
    return true;
  } catch (error) {
    log('invitations.mail_failed', {
      requestId: c.get('requestId'),
      id: row.id,
      error: nameOf(error),
    });
    return false;
  }
}
