import { type Context, Hono } from 'hono';
import { spokenTo } from '../../web/fill/language.ts';
import { invitationPage } from '../../web/invitations/invitation-page.tsx';
import { textOf } from '../../web/invitations/text.ts';
import type { InvitationFault, InvitationView } from '../../web/invitations/view.ts';
import { EVERYWHERE } from '../auth/session-roles.ts';
import type { App } from '../env.ts';
import { languageFor } from '../fill/language.ts';
import { fieldOf, typedFields } from '../fill/typed-fields.ts';
import { onError } from '../http/errors.ts';
import { problemPage } from '../http/page.ts';
import { Problem } from '../http/problem.ts';
import { makeAccount, setPassword, takeRoles } from './accept.ts';
import type { TypedAccount } from './new-account.ts';
import { type OpenedLink, openLink } from './open-link.ts';
import { rolesOf } from './store.ts';

function view(c: Context<App>, link: OpenedLink, typed?: TypedAccount, faults: InvitationFault[] = []): InvitationView {
  const { row, door, token, user, email, invitedBy, provinces } = link;
  const nameOf = (place: string) => provinces.find(({ code }) => code === place)?.name ?? place;
  return {
    language: 'vi',
    nonce: c.get('nonce'),
    user: user && { name: user.name, email: user.email },
    ...{ door, email, invitedBy, faults },
    action: `/moi/${token}`,
    places: Object.entries(rolesOf(row)).map(([place, roles]) => ({
      name: place === EVERYWHERE ? null : nameOf(place),
      roles,
    })),
    expiresAt: row.expiresAt,
    removesSecondFactor: row.removesSecondFactor,
    typed: { name: typed?.name ?? row.name ?? '', email: typed?.email ?? '' },
  };
}

/** What a link's form does; where to go on, or what is wrong with what was typed. */
function accept(c: Context<App>, link: OpenedLink, typed: TypedAccount): Promise<string | InvitationFault[]> {
  if (link.door === 'take') return takeRoles(c, link);
  if (link.door === 'new_password') return setPassword(c, link, typed);
  if (link.door === 'new_account' || link.door === 'new_operator') return makeAccount(c, link, typed);
  throw new Problem(link.door === 'other' ? 'invitation_of_other' : 'unauthenticated');
}

/** The pages behind one-time links. Looking changes nothing: messengers open what they carry in order to show it. */
export const invitationPages = new Hono<App>()
  .use('/:token', async function keptNowhere(c, next) {
    c.header('Cache-Control', 'no-store');
    await next();
  })

  .get('/:token', async (c) => c.html(invitationPage(view(c, await openLink(c)))))

  .post('/:token', async (c) => {
    const link = await openLink(c);
    const fields = await typedFields(c);
    const [name, email, password] = ['name', 'email', 'password'].map((field) => fieldOf(fields, field));
    const typed = { name: name!, email: email!, password: password! };
    const done = await accept(c, link, typed);
    if (Array.isArray(done)) return c.html(invitationPage(view(c, link, typed, done)), 422);
    return c.redirect(done, 303);
  })

  // Who used a link and kept it finds the way in by it all the same.
  .onError((error, c) => {
    if (!(error instanceof Problem) || error.status !== 410) return onError(error, c);
    const { signIn } = textOf(spokenTo(languageFor(c)));
    return problemPage(c, error, { action: { href: '/sign-in', label: signIn } });
  });
