import { type Context, Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import { spokenTo } from '../../web/fill/language.ts';
import { pinPage } from '../../web/fill/pin.tsx';
import type { PinPrompt, PinView } from '../../web/fill/view.ts';
import type { App } from '../env.ts';
import { accept, Problem } from '../http/problem.ts';
import { problems } from '../http/problems.ts';
import { claimLink, unknownLink } from '../links/claim.ts';
import { cookieOfLink } from '../links/link-cookie.ts';
import { openLink } from '../links/open-link.ts';
import { readPin } from '../links/pin.ts';
import { PIN_COOKIE, PIN_COOKIE_SECONDS, pinCookie } from '../links/pin-cookie.ts';
import { lockedUntil, secondsUntil } from '../links/pin-tries.ts';
import { linkByToken } from '../links/store.ts';
import { failedTry } from '../links/tries.ts';
import { tryPin } from '../links/try-pin.ts';
import { secretsOf } from '../tenancy/secrets.ts';
import { languageFor } from './language.ts';
import { fieldOf, typedFields } from './typed-fields.ts';

/** Only addresses of this very link, so that its PIN page leads nowhere else. */
const within = (base: string, next: string): string =>
  next === base || (/^[\x21-\x7e]*$/.test(next) && next.startsWith(`${base}/`)) ? next : base;

async function remember(c: Context<App>, tokenHash: string, base: string, now: string): Promise<void> {
  const cookie = await pinCookie(tokenHash, c.env.SECRET, now);
  setCookie(c, PIN_COOKIE, cookie, cookieOfLink(c, base, PIN_COOKIE_SECONDS));
}

/** The page again, with what was wrong with the PIN that was typed. */
function refusedPage(
  c: Context<App>,
  prompt: PinPrompt,
  { code, status, extension }: Problem,
  now: string,
): Response | Promise<Response> {
  const until = (extension.lockedUntil as string | null | undefined) ?? prompt.lockedUntil;
  if (code === 'pin_locked' && until !== null) c.header('Retry-After', String(secondsUntil(until, now)));
  const language = languageFor(c);
  const view: PinView = {
    language,
    nonce: c.get('nonce'),
    ...prompt,
    lockedUntil: until,
    code,
    error: code === 'invalid_request' ? 'format' : problems[code][spokenTo(language)],
    triesLeft: (extension.triesLeft as number | undefined) ?? null,
    kept: [],
  };
  return c.html(pinPage(view), status);
}

/** Where a link's PIN is given. */
export const pinPages = new Hono<App>()
  // Reached by reloading after a wrong PIN: the link itself asks again.
  .get('/:token/pin', async (c) => c.redirect((await claimLink(c, c.req.param('token'))).base, 303))

  .post('/:token/pin', async (c) => {
    const fields = await typedFields(c);
    const { db, claim, base } = await claimLink(c, c.req.param('token'));
    const { tokenHash } = claim;
    const next = within(base, fieldOf(fields, 'next'));
    const pin = readPin(fieldOf(fields, 'pin'));
    const tried = pin
      ? await tryPin(db, tokenHash, { pin, secrets: secretsOf(c.env), requestId: c.get('requestId') })
      : new Problem('invalid_request');
    const now = new Date().toISOString();
    if (!(tried instanceof Problem)) {
      if (tried.pinHash !== null) await remember(c, tokenHash, base, now);
      return c.redirect(next, 303);
    }
    if (tried.code === 'link_unknown') throw await unknownLink(c);
    const found = await linkByToken(db, tokenHash).get();
    if (!found) throw await unknownLink(c);
    const link = accept(openLink(found.link, now));
    const prompt = { base, next, unit: found.unit, round: found.round, lockedUntil: lockedUntil(link, now) };
    return refusedPage(c, prompt, tried.code === 'pin_wrong' ? await failedTry(c, tried) : tried, now);
  });
