import { type Context, Hono } from 'hono';
import { recordAct } from '../account/store.ts';
import { bySelf } from '../audit/event.ts';
import type { App } from '../env.ts';
import { Problem } from '../http/problem.ts';
import { control } from '../tenancy/tenant.ts';
import { auth } from './better-auth.ts';
import { answerOf, headersForAuth } from './calling.ts';
import { newRun, OIDC, oidcName } from './oidc.ts';
import { ownPath } from './own-path.ts';
import { refusedSignIn } from './refused-sign-in.ts';

const PROVED = '/sign-in/again?by=provider&next=';

/** Puts it on record that somebody is known by their subject at the provider from now on. */
async function recordLink(c: Context<App>, userId: string): Promise<void> {
  const requestId = c.get('requestId');
  await recordAct(control(c.env, requestId), userId, 'account.provider.link', bySelf(userId, requestId));
}

/** Signing in by the operator's OpenID provider. Both are reading requests: the provider sends people here from its own site. */
export const oidcSignIn = new Hono<App>()
  .use(async function oidcConfigured(c, next) {
    if (oidcName(c.env) === null) throw new Problem('not_found');
    await next();
  })

  .get('/', async (c) => {
    const next = ownPath(c.req.query('next'));
    const anew = c.req.query('again') !== undefined;
    const { api } = auth(c.env, c.get('requestId'), newRun(anew));
    // Who proves again who they are comes back to where that is looked at.
    const callbackURL = anew ? `${PROVED}${encodeURIComponent(next)}` : next;
    const body = { provider: OIDC, callbackURL, disableRedirect: true };
    const answer = await answerOf(c, api.signInSocial({ body, headers: headersForAuth(c), asResponse: true }));
    // The provider did not say what it is and where.
    if (!answer.ok || typeof answer.body.url !== 'string') return refusedSignIn(c, 'provider_failed');
    return c.redirect(answer.body.url, 303);
  })

  .get('/callback', async (c) => {
    const run = newRun();
    const { api } = auth(c.env, c.get('requestId'), run);
    const asked = api.callbackOAuth({
      method: 'GET',
      params: { id: OIDC },
      query: c.req.query(),
      headers: headersForAuth(c),
      asResponse: true,
    });
    const answer = await answerOf(c, asked);
    if (run.linked) await recordLink(c, run.linked);
    const location = new URL(answer.location ?? '/', c.env.PUBLIC_URL);
    const next = ownPath(location.pathname + location.search);
    if (answer.body.twoFactorRedirect === true)
      return c.redirect(`/sign-in/code?next=${encodeURIComponent(next)}`, 303);
    const error = location.searchParams.get('error');
    if (!answer.signedIn)
      return refusedSignIn(c, UNKNOWN.has(error ?? '') ? 'provider_person_unknown' : 'provider_failed');
    return c.redirect(next, 303);
  });

/** better-auth's words for who has no account here, or whose address the provider has not verified. */
const UNKNOWN = new Set(['signup_disabled', 'account_not_linked', 'email_not_found']);
