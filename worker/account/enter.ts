import type { Context } from 'hono';
import type { Act } from '../../web/log/acts.ts';
import { auth } from '../auth/better-auth.ts';
import { headersForAuth } from '../auth/calling.ts';
import { isProved } from '../auth/dangerous.ts';
import { type Factor, parseFactor } from '../auth/required-factor.ts';
import { type HeldRoles, parseHeld } from '../auth/session-roles.ts';
import type { App } from '../env.ts';
import { Problem } from '../http/problem.ts';
import { writing } from '../http/writing.ts';
import { control } from '../tenancy/tenant.ts';
import { recordAct } from './store.ts';

export interface Person {
  id: string;
  name: string;
  email: string;
  twoFactorEnabled: boolean;
  sessionId: string;
  authenticatedAt: Date | null;
  held: HeldRoles;
  factor: Factor | null;
}

/**
 * The signed-in person, asked of the database and not of the cookie: a session that was ended a moment ago changes nothing about
 * an account. Throws `unauthenticated`.
 */
export async function enterAccount(c: Context<App>): Promise<Person> {
  const query = { disableCookieCache: true };
  const found = c.req.header('cookie')
    ? await auth(c.env, c.get('requestId')).api.getSession({ headers: headersForAuth(c), query })
    : null;
  if (!found) throw new Problem('unauthenticated');
  const { id, name, email, twoFactorEnabled } = found.user;
  c.set('actor', { kind: 'staff', id });
  return {
    id,
    name,
    email,
    twoFactorEnabled: twoFactorEnabled === true,
    sessionId: found.session.id,
    authenticatedAt: found.session.authenticatedAt ?? null,
    held: parseHeld(found.session.roles),
    factor: parseFactor(found.session.factor),
  };
}

/** As `enterAccount`, for what a forgotten session must not be enough for. Throws `reauthentication_required`, too. */
export async function enterProved(c: Context<App>): Promise<Person> {
  const person = await enterAccount(c);
  if (!isProved(person.authenticatedAt, new Date())) {
    throw new Problem('reauthentication_required', [], { page: '/tai-khoan' });
  }
  return person;
}

/** Records an act of a person on their own account. */
export async function recorded(c: Context<App>, person: Person, act: Act): Promise<void> {
  await recordAct(control(c.env, c.get('requestId')), person.id, act, writing(c));
}
