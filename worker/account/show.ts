import type { Context } from 'hono';
import { accountPage } from '../../web/account/account-page.tsx';
import { type AccountFault, type AccountNotice, notices } from '../../web/account/view.ts';
import { auth } from '../auth/better-auth.ts';
import { passkeyScriptFor } from '../auth/passkey/relying-party.ts';
import { passkeysOf } from '../auth/passkey/store.ts';
import { lacksFactor } from '../auth/required-factor.ts';
import type { App } from '../env.ts';
import { control } from '../tenancy/tenant.ts';
import { deviceOf, shortAddress } from './device.ts';
import type { Person } from './enter.ts';
import { sessionsOf } from './store.ts';

const noticeOf = (c: Context<App>): AccountNotice | null =>
  notices.find((notice) => notice === c.req.query('notice')) ?? null;

async function codesLeft(c: Context<App>, { id }: Person): Promise<number> {
  const { backupCodes } = await auth(c.env, c.get('requestId')).api.viewBackupCodes({ body: { userId: id } });
  return backupCodes.length;
}

/** The account page as things stand now; `fault` says what was refused. */
export async function accountView(c: Context<App>, person: Person, fault: AccountFault | null = null): Promise<string> {
  const db = control(c.env, c.get('requestId'));
  const rows = await sessionsOf(db, person.id, new Date());
  const script = passkeyScriptFor(c.env);
  const passkeys = script ? await passkeysOf(db, person.id) : [];
  return accountPage({
    language: 'vi',
    nonce: c.get('nonce'),
    user: { name: person.name, email: person.email },
    wanted: lacksFactor(c.env, person) ? (passkeys.length > 0 ? 'use_passkey' : 'set_up') : null,
    factor: person.twoFactorEnabled ? { codesLeft: await codesLeft(c, person) } : null,
    passkeys: script
      ? {
          script,
          items: passkeys.map(({ id, name, createdAt, isBackedUp }) => ({
            ...{ id, name: name ?? '', isBackedUp },
            madeAt: createdAt?.toISOString() ?? null,
          })),
        }
      : null,
    sessions: rows.map(({ id, createdAt, updatedAt, ipAddress, userAgent }) => ({
      id,
      begunAt: createdAt.toISOString(),
      seenAt: updatedAt.toISOString(),
      address: shortAddress(ipAddress),
      ...deviceOf(userAgent),
      isThis: id === person.sessionId,
    })),
    notice: fault ? null : noticeOf(c),
    fault,
  });
}
