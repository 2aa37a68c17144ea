import { APIError } from 'better-auth/api';
import { type Context, Hono } from 'hono';
import { secondStepPage } from '../../web/console/second-step.tsx';
import { signInPage } from '../../web/console/sign-in.tsx';
import type { App } from '../env.ts';
import { Problem } from '../http/problem.ts';
import { type ProblemCode, problems } from '../http/problems.ts';
import { auth } from './better-auth.ts';
import { answerOf, headersForAuth, textField } from './calling.ts';
import { oidcName } from './oidc.ts';
import { ownPath } from './own-path.ts';
import { nobody, refusedSignIn } from './refused-sign-in.ts';
import { takeSecondStep } from './second-step.ts';
import { ofEmail, trySignIn } from './try-sign-in.ts';

const codePath = (next: string) => `/sign-in/code?next=${encodeURIComponent(next)}`;

function refusedStep(c: Context<App>, next: string, code: ProblemCode) {
  const { vi, status } = problems[code];
  return c.html(secondStepPage({ ...nobody(c), next, error: vi }), status);
}

export const signIn = new Hono<App>()
  .get('/sign-in', (c) => {
    const next = ownPath(c.req.query('next'));
    return c.html(signInPage({ ...nobody(c), email: '', next, error: null, provider: oidcName(c.env) }));
  })

  .post('/sign-in', async (c) => {
    const email = (await textField(c, 'email')).trim();
    const next = ownPath(await textField(c, 'next'));
    const body = { email, password: await textField(c, 'password') };
    const { api } = auth(c.env, c.get('requestId'));
    const asked = () => answerOf(c, api.signInEmail({ body, headers: headersForAuth(c), asResponse: true }));
    const answer = await trySignIn(c, ofEmail(email), asked);
    if (answer instanceof Problem) return refusedSignIn(c, answer.code, { email, next });
    if (!answer.ok) return refusedSignIn(c, 'sign_in_failed', { email, next });
    return c.redirect(answer.body.twoFactorRedirect === true ? codePath(next) : next, 303);
  })

  .get('/sign-in/code', (c) => {
    const next = ownPath(c.req.query('next'));
    return c.html(secondStepPage({ ...nobody(c), next, error: null }));
  })

  .post('/sign-in/code', async (c) => {
    const next = ownPath(await textField(c, 'next'));
    const refusal = await takeSecondStep(c, await textField(c, 'code'));
    if (refusal === 'sign_in_expired') return c.redirect(`/sign-in?next=${encodeURIComponent(next)}`, 303);
    return refusal ? refusedStep(c, next, refusal) : c.redirect(next, 303);
  })

  .post('/sign-out', async (c) => {
    try {
      const { api } = auth(c.env, c.get('requestId'));
      await answerOf(c, api.signOut({ headers: c.req.raw.headers, asResponse: true }));
    } catch (error) {
      // Signing out twice is no error for the person who does it.
      if (!(error instanceof APIError)) throw error;
    }
    return c.redirect('/sign-in', 303);
  });
