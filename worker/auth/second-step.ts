import type { Context } from 'hono';
import { recordAct } from '../account/store.ts';
import { bySelf } from '../audit/event.ts';
import type { App } from '../env.ts';
import { control } from '../tenancy/tenant.ts';
import { auth } from './better-auth.ts';
import { answerOf, headersForAuth } from './calling.ts';

/** Why the second step was refused; `sign_in_expired` sends back to the first. */
export type StepRefusal = 'factor_code_wrong' | 'factor_locked' | 'sign_in_expired';

const refusals: Record<string, StepRefusal> = {
  INVALID_CODE: 'factor_code_wrong',
  INVALID_BACKUP_CODE: 'factor_code_wrong',
  ACCOUNT_TEMPORARILY_LOCKED: 'factor_locked',
};

/** The six digits of an app, or a recovery code as it was printed: capitals, spaces and a missing hyphen are forgiven. */
export function codeTyped(text: string): { totp: string } | { recovery: string } {
  const plain = text.toLowerCase().replace(/[^0-9a-z]/g, '');
  return /^\d{6}$/.test(plain) ? { totp: plain } : { recovery: `${plain.slice(0, 5)}-${plain.slice(5)}` };
}

/** Tries the code of the second step, for whoever gave the right password; null when they are in. */
export async function takeSecondStep(c: Context<App>, text: string): Promise<StepRefusal | null> {
  const typed = codeTyped(text);
  const { api } = auth(c.env, c.get('requestId'));
  const headers = headersForAuth(c);
  const asked =
    'totp' in typed
      ? api.verifyTOTP({ body: { code: typed.totp }, headers, asResponse: true })
      : api.verifyBackupCode({ body: { code: typed.recovery }, headers, asResponse: true });
  const answer = await answerOf(c, asked);
  if (!answer.ok) return refusals[answer.code ?? ''] ?? 'sign_in_expired';
  const userId = (answer.body.user as { id: string }).id;
  if ('recovery' in typed) {
    const requestId = c.get('requestId');
    await recordAct(control(c.env, requestId), userId, 'account.recovery_code.use', bySelf(userId, requestId));
  }
  return null;
}
