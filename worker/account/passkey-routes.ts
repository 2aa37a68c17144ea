import { Hono } from 'hono';
import { textField } from '../auth/calling.ts';
import { giveChallenge } from '../auth/passkey/challenge.ts';
import { partyOf } from '../auth/passkey/routes.ts';
import { passkeysOf, removePasskey } from '../auth/passkey/store.ts';
import { makeOptions } from '../auth/passkey/wire.ts';
import type { App } from '../env.ts';
import { writing } from '../http/writing.ts';
import { control } from '../tenancy/tenant.ts';
import { addPasskeyOf } from './add-passkey.ts';
import { enterProved } from './enter.ts';
import { accountView } from './show.ts';

const HOME = '/tai-khoan';

/** A person's passkeys: made by the page's script and then sent as a form, and removed. Both want a proof of who is there. */
export const accountPasskeys = new Hono<App>()
  .post('/options', async (c) => {
    const person = await enterProved(c);
    const party = partyOf(c);
    const has = await passkeysOf(control(c.env, c.get('requestId')), person.id);
    const challenge = await giveChallenge(c, `make:${person.id}`, new Date());
    const ids = has.map(({ credentialId }) => credentialId);
    return c.json(makeOptions(challenge, party, person, ids));
  })

  .post('/', async (c) => {
    const person = await enterProved(c);
    const typed = { name: await textField(c, 'name'), credential: await textField(c, 'credential') };
    // Sent again after the proof, without what only the script can add: it is asked for on the page.
    if (typed.credential === '') return c.redirect(HOME, 303);
    const isAdded = await addPasskeyOf(c, person, partyOf(c), typed);
    if (!isAdded) return c.html(await accountView(c, person, 'passkey_refused'), 422);
    return c.redirect(`${HOME}?notice=passkey_added`, 303);
  })

  .post('/:id/xoa', async (c) => {
    const person = await enterProved(c);
    const db = control(c.env, c.get('requestId'));
    const id = c.req.param('id');
    const own = await passkeysOf(db, person.id);
    if (own.some((passkey) => passkey.id === id)) await removePasskey(db, person.id, id, writing(c));
    return c.redirect(`${HOME}?notice=passkey_removed`, 303);
  });
