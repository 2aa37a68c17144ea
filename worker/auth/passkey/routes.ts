import { type Context, Hono } from 'hono';
import type { App } from '../../env.ts';
import { Problem } from '../../http/problem.ts';
import { textField } from '../calling.ts';
import { comeIn, goingOn } from '../come-in.ts';
import { refusedSignIn } from '../refused-sign-in.ts';
import { giveChallenge } from './challenge.ts';
import { type RelyingParty, relyingParty } from './relying-party.ts';
import { signInByPasskey } from './sign-in.ts';
import { useOptions } from './wire.ts';

/** Whom passkeys are made for; throws `not_found` where there can be none. */
export function partyOf(c: Context<App>): RelyingParty {
  const party = relyingParty(c.env);
  if (!party) throw new Problem('not_found');
  return party;
}

/** Signing in by a passkey: the page's script asks for a challenge, then sends the page's form with the answer to it. */
export const passkeySignIn = new Hono<App>()
  .post('/options', async (c) => {
    const party = partyOf(c);
    return c.json(useOptions(await giveChallenge(c, 'use', new Date()), party));
  })

  .post('/', async (c) => {
    const on = await goingOn(c);
    const refusal = await signInByPasskey(c, await textField(c, 'credential'), partyOf(c));
    return refusal ? refusedSignIn(c, refusal.code, on) : comeIn(c, on);
  });
