import { APIError } from 'better-auth/api';
import { type Context, Hono } from 'hono';
import { secondStepPage } from '../../web/console/second-step.tsx';
import { signInPage } from '../../web/console/sign-in.tsx';
import type { App } from '../env.ts';
import { Problem } from '../http/problem.ts';
import { type ProblemCode, problems } from '../http/problems.ts';
import { auth } from './better-auth.ts';
import { answerOf, headersForAuth, textField } from './calling.ts';
import { comeIn, type GoingOn, goingOn, toSecondStep } from './come-in.ts';
import { oidcName } from './oidc.ts';
import { ownPath } from './own-path.ts';
import { nobody, refusedSignIn } from './refused-sign-in.ts';
import { takeSecondStep } from './second-step.ts';
import { ofEmail, trySignIn } from './try-sign-in.ts';

function refusedStep(c: Context<App>, on: GoingOn, code: ProblemCode) {
  const { vi, status } = problems[code];
  return c.html(secondStepPage({ ...nobody(c), ...on, error: vi }), status);
}

/** Back to the first step, which was too long ago. */
const fromTheStart = (c: Context<App>, on: GoingOn) =>
  on.kept
    ? c.html(signInPage({ ...nobody(c), ...on, email: '', error: null, again: true }))
    : c.redirect(`/sign-in?next=${encodeURIComponent(on.next)}`, 303);

export const signIn = new Hono<App>()
  .get('/sign-in', (c) => {
    const next = ownPath(c.req.query('next'));
    return c.html(signInPage({ ...nobody(c), email: '', next, error: null, provider: oidcName(c.env) }));
  })

  .post('/sign-in', async (c) => {
    const email = (await textField(c, 'email')).trim();
    const on = await goingOn(c);
    const body = { email, password: await textField(c, 'password') };
    const { api } = auth(c.env, c.get('requestId'));
    const asked = () => answerOf(c, api.signInEmail({ body, headers: headersForAuth(c), asResponse: true }));
    const answer = await trySignIn(c, ofEmail(email), asked);
    if (answer instanceof Problem) return refusedSignIn(c, answer.code, { email, ...on });
    if (!answer.ok) return refusedSignIn(c, 'sign_in_failed', { email, ...on });
    return answer.body.twoFactorRedirect === true ? toSecondStep(c, on) : comeIn(c, on);
  })

  .get('/sign-in/code', (c) => {
    const next = ownPath(c.req.query('next'));
    return c.html(secondStepPage({ ...nobody(c), next, error: null }));
  })

  .post('/sign-in/code', async (c) => {
    const on = await goingOn(c);
    const refusal = await takeSecondStep(c, await textField(c, 'code'));
    if (refusal === 'sign_in_expired') return fromTheStart(c, on);
    return refusal ? refusedStep(c, on, refusal) : comeIn(c, on);
  })

  .post('/sign-out', async (c) => {
    try {
      const { api } = auth(c.env, c.get('requestId'));
      await answerOf(c, api.signOut({ headers: c.req.raw.headers, asResponse: true }));
    } catch (error) {
      // Signing out twice is no error for the person who does it.
      if (!(error instanceof APIError)) throw error;
    }
    // Not `"storage"`: in the same browser a commune's answers may wait to be sent (docs/adr/0036-leaving-a-machine.md).
    c.header('Clear-Site-Data', '"cache"');
    return c.redirect('/sign-in', 303);
  });
