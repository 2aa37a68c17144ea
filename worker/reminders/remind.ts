import type { Writing } from '../audit/event.ts';
import { localTime } from '../db/local-time.ts';
import { failedPrecondition } from '../db/precondition.ts';
import type { Env } from '../env.ts';
import { log, nameOf } from '../http/log.ts';
import { mailer, type SendMail } from '../mail/mail.ts';
import { activeProvinces, type Tenant, tenantOf } from '../tenancy/tenant.ts';
import { type Letter, lettersOf } from './letters.ts';
import { reminderFiles } from './reminder-files.ts';
import { remindersDue } from './reminders-due.ts';
import { markMailed, type RoundReminder, recordReminders, reminderState, roundsToRemindOf } from './store.ts';

/** Mail that arrives at night is not read, and wakes somebody. */
const FROM = '08:00';

interface Run {
  tenant: Tenant;
  by: Writing;
  /** Today in Asia/Ho_Chi_Minh, YYYY-MM-DD. */
  day: string;
  send: SendMail | null;
}

/** What falls due in one round, and the letters that go with it. */
async function dueIn({ tenant, by, day }: Run, roundId: string) {
  const state = await reminderState(tenant.db, roundId, day);
  if (!state) return { due: [], letters: [] };
  const files = reminderFiles(state, by.now);
  const due = remindersDue(state.round, files, by.now).map((reminder): RoundReminder => ({ roundId, ...reminder }));
  const recorded = [...state.recorded, ...due.map((reminder) => ({ ...reminder, mailedAt: null }))];
  return { due, letters: lettersOf({ ...state, provinceName: tenant.name, files, recorded }, by.now) };
}

async function mailLetters({ tenant, by, send }: Run, letters: readonly Letter[]): Promise<void> {
  if (!send) return;
  for (const { mail, kinds, ...place } of letters) {
    try {
      await send(mail);
      await markMailed(tenant.db, place, kinds, by);
    } catch (error) {
      log('reminders.mail_failed', {
        ...{ requestId: by.requestId, province: tenant.code, ...place },
        error: nameOf(error),
      });
    }
  }
}

/** One province's run of the day, unless it was done already or no round is open. */
async function remindProvince(run: Run): Promise<void> {
  const { tenant, by, day } = run;
  const due: RoundReminder[] = [];
  const letters: Letter[] = [];
  const rounds = await roundsToRemindOf(tenant.db, day);
  if (rounds.length === 0) return;
  for (const { id: roundId } of rounds) {
    try {
      const found = await dueIn(run, roundId);
      due.push(...found.due);
      letters.push(...found.letters);
    } catch (error) {
      // The other rounds of the province go on; this one is tried again tomorrow.
      log('reminders.round_failed', {
        ...{ requestId: by.requestId, province: tenant.code, roundId },
        error: nameOf(error),
      });
    }
  }
  await recordReminders(tenant.db, day, due, by);
  log('reminders.recorded', { requestId: by.requestId, province: tenant.code, due: due.length });
  await mailLetters(run, letters);
}

/**
 * Reminds the communes of every province, once a day from eight in the morning. The failure of one province does not stop the
 * others; it is logged and tried again by the next run, a minute later.
 */
export async function remind(env: Env, requestId: string): Promise<void> {
  const now = new Date().toISOString();
  const [day = '', time = ''] = localTime(now).split('T');
  if (time < (env.REMIND_FROM ?? FROM)) return;
  const by: Writing = { actor: { kind: 'system', id: 'reminders' }, requestId, now };
  for (const code of await activeProvinces(env, requestId)) {
    try {
      await remindProvince({ tenant: await tenantOf(env, code, requestId), by, day, send: mailer(env) });
    } catch (error) {
      // Another run of the same day was faster, and reminds.
      if (failedPrecondition(error) === 'state') continue;
      log('reminders.failed', { requestId, province: code, error: nameOf(error) });
    }
  }
}
