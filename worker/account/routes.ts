import { type Context, Hono } from 'hono';
import { factorSetupPage } from '../../web/account/factor-setup.tsx';
import { recoveryCodesPage } from '../../web/account/recovery-codes.tsx';
import type { AccountFault } from '../../web/account/view.ts';
import { auth } from '../auth/better-auth.ts';
import { answerOf, headersForAuth, textField } from '../auth/calling.ts';
import { passwordFault } from '../auth/password-policy.ts';
import { pageView } from '../console/enter.ts';
import type { App } from '../env.ts';
import { writing } from '../http/writing.ts';
import { control } from '../tenancy/tenant.ts';
import { enterAccount, type Person, recorded } from './enter.ts';
import { withPassword } from './own-password.ts';
import { accountView } from './show.ts';
import { endOtherSessions, endSession, recordFactorOff, sessionsOf } from './store.ts';

const HOME = '/tai-khoan';

/** The page again, with why nothing was done. */
const refused = async (c: Context<App>, person: Person, fault: AccountFault) =>
  c.html(await accountView(c, person, fault), fault === 'locked' ? 429 : 422);

/** A person's own account: second factor, password, sessions. Plain forms, no script. */
export const account = new Hono<App>()
  .get('/', async (c) => c.html(await accountView(c, await enterAccount(c))))

  .post('/xac-thuc', async (c) => {
    const person = await enterAccount(c);
    if (person.twoFactorEnabled) return c.redirect(HOME, 303);
    const body = { password: await textField(c, 'password') };
    const { api } = auth(c.env, c.get('requestId'));
    const answer = await withPassword(c, person, () =>
      api.enableTwoFactor({ body, headers: headersForAuth(c), asResponse: true }),
    );
    if (typeof answer === 'string') return refused(c, person, answer);
    await recorded(c, person, 'account.factor.begin');
    return c.html(factorSetupPage({ ...pageView(c, person), uri: String(answer.body.totpURI), wrong: false }));
  })

  .post('/xac-thuc/ma-dau-tien', async (c) => {
    const person = await enterAccount(c);
    // Once it is on, a session is no place to try codes.
    if (person.twoFactorEnabled) return c.redirect(HOME, 303);
    const { api } = auth(c.env, c.get('requestId'));
    const body = { code: (await textField(c, 'code')).replace(/\D/g, '') };
    const answer = await answerOf(c, api.verifyTOTP({ body, headers: headersForAuth(c), asResponse: true }));
    if (!answer.ok) {
      // The address of the set-up, as the page before showed it: nobody else sees this page again.
      const uri = await textField(c, 'uri');
      if (answer.code !== 'INVALID_CODE' || !uri.startsWith('otpauth://totp/')) return c.redirect(HOME, 303);
      return c.html(factorSetupPage({ ...pageView(c, person), uri, wrong: true }), 422);
    }
    const { backupCodes } = await api.viewBackupCodes({ body: { userId: person.id } });
    await recorded(c, person, 'account.factor.enable');
    return c.html(recoveryCodesPage({ ...pageView(c, person), codes: backupCodes, isNew: true }));
  })

  .post('/xac-thuc/tat', async (c) => {
    const person = await enterAccount(c);
    const body = { password: await textField(c, 'password') };
    const { api } = auth(c.env, c.get('requestId'));
    const answer = await withPassword(c, person, () =>
      api.disableTwoFactor({ body, headers: headersForAuth(c), asResponse: true }),
    );
    if (typeof answer === 'string') return refused(c, person, answer);
    await recordFactorOff(control(c.env, c.get('requestId')), person.id, writing(c));
    return c.redirect(`${HOME}?notice=factor_off`, 303);
  })

  .post('/xac-thuc/ma-khoi-phuc', async (c) => {
    const person = await enterAccount(c);
    const body = { password: await textField(c, 'password') };
    const { api } = auth(c.env, c.get('requestId'));
    const answer = await withPassword(c, person, () =>
      api.generateBackupCodes({ body, headers: headersForAuth(c), asResponse: true }),
    );
    if (typeof answer === 'string') return refused(c, person, answer);
    await recorded(c, person, 'account.recovery_codes.renew');
    const codes = answer.body.backupCodes as string[];
    return c.html(recoveryCodesPage({ ...pageView(c, person), codes, isNew: false }));
  })

  .post('/mat-khau', async (c) => {
    const person = await enterAccount(c);
    const body = {
      currentPassword: await textField(c, 'password'),
      newPassword: await textField(c, 'newPassword'),
      revokeOtherSessions: true,
    };
    // Looked at before the present one is tried, since it says nothing about that.
    const fault = passwordFault(body.newPassword, person.email);
    if (fault) return refused(c, person, fault);
    const { api } = auth(c.env, c.get('requestId'));
    const answer = await withPassword(c, person, () =>
      api.changePassword({ body, headers: headersForAuth(c), asResponse: true }),
    );
    if (typeof answer === 'string') return refused(c, person, answer);
    await recorded(c, person, 'account.password.change');
    return c.redirect(`${HOME}?notice=password_changed`, 303);
  })

  .post('/phien/:sessionId/ket-thuc', async (c) => {
    const person = await enterAccount(c);
    const db = control(c.env, c.get('requestId'));
    const sessionId = c.req.param('sessionId');
    const own = await sessionsOf(db, person.id, new Date());
    if (own.some(({ id }) => id === sessionId)) await endSession(db, person.id, sessionId, writing(c));
    return c.redirect(`${HOME}?notice=session_ended`, 303);
  })

  .post('/phien/ket-thuc-cac-phien-khac', async (c) => {
    const person = await enterAccount(c);
    const db = control(c.env, c.get('requestId'));
    await endOtherSessions(db, person.id, person.sessionId, writing(c));
    return c.redirect(`${HOME}?notice=sessions_ended`, 303);
  });
