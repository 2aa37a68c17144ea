import { APIError } from 'better-auth/api';
import { Hono } from 'hono';
import { signInPage } from '../../web/console/sign-in.tsx';
import type { App } from '../env.ts';
import { Problem } from '../http/problem.ts';
import { problems } from '../http/problems.ts';
import { auth } from './better-auth.ts';
import { ownPath } from './own-path.ts';
import { trySignIn } from './try-sign-in.ts';

export const signIn = new Hono<App>()
  .get('/sign-in', (c) => {
    const next = ownPath(c.req.query('next'));
    return c.html(signInPage({ language: 'vi', nonce: c.get('nonce'), user: null, email: '', next, error: null }));
  })

  .post('/sign-in', async (c) => {
    const body = await c.req.parseBody();
    const text = (name: string) => (typeof body[name] === 'string' ? body[name] : '');
    const email = text('email').trim();
    const next = ownPath(body.next);
    const options = {
      body: { email, password: text('password') },
      headers: c.req.raw.headers,
      asResponse: true as const,
    };
    const { api } = auth(c.env, c.get('requestId'));
    const answer = await trySignIn(c, email, () => api.signInEmail(options));
    if (answer instanceof Problem || !answer.ok) {
      const { vi: error, status } = problems[answer instanceof Problem ? answer.code : 'sign_in_failed'];
      return c.html(signInPage({ language: 'vi', nonce: c.get('nonce'), user: null, email, next, error }), status);
    }
    for (const cookie of answer.headers.getSetCookie()) c.header('Set-Cookie', cookie, { append: true });
    return c.redirect(next, 303);
  })

  .post('/sign-out', async (c) => {
    try {
      const options = { headers: c.req.raw.headers, asResponse: true as const };
      const answer = await auth(c.env, c.get('requestId')).api.signOut(options);
      for (const cookie of answer.headers.getSetCookie()) c.header('Set-Cookie', cookie, { append: true });
    } catch (error) {
      // Signing out twice is no error for the person who does it.
      if (!(error instanceof APIError)) throw error;
    }
    return c.redirect('/sign-in', 303);
  });
