import type { Context } from 'hono';
import type { InvitationFault } from '../../web/invitations/view.ts';
import { bySelf } from '../audit/event.ts';
import { hashPassword } from '../auth/password.ts';
import { passwordFault } from '../auth/password-policy.ts';
import { signInWith } from '../auth/sign-in-with.ts';
import { newId } from '../db/id.ts';
import { isUniqueViolation } from '../db/precondition.ts';
import type { App } from '../env.ts';
import { refusing } from '../http/refusing.ts';
import { acceptAs, acceptReset, acceptWithAccount } from './accept-store.ts';
import { accountOf, type TypedAccount } from './new-account.ts';
import type { OpenedLink } from './open-link.ts';

/** Of a link that somebody else used while this one was being read. */
const once = { revision: 'invitation_used', state: 'invitation_used' } as const;

/** Gives the roles of a link to the person who is signed in. */
export async function takeRoles(c: Context<App>, { db, row, user }: OpenedLink): Promise<string> {
  await refusing(acceptAs(db, row, user!.id, bySelf(user!.id, c.get('requestId'))), once);
  return '/console';
}

/** Makes the account that a link offers and signs it in; says where to go on, or what is wrong with what was typed. */
export async function makeAccount(
  c: Context<App>,
  { db, row, email }: OpenedLink,
  typed: TypedAccount,
): Promise<string | InvitationFault[]> {
  const made = accountOf({ ...typed, email: email ?? typed.email });
  if (Array.isArray(made)) return made;
  const id = newId();
  const account = { id, email: made.email, name: made.name, passwordHash: await hashPassword(made.password) };
  try {
    await refusing(acceptWithAccount(db, row, account, bySelf(id, c.get('requestId'))), once);
  } catch (error) {
    // An account of this address was there, or made at the same moment by another link.
    if (isUniqueViolation(error)) return ['email_known'];
    throw error;
  }
  return signInWith(c, made.email, made.password);
}

/** Sets the password that a link asks for and signs in with it; says where to go on, or what is wrong with the password. */
export async function setPassword(
  c: Context<App>,
  { db, row, email }: OpenedLink,
  { password }: Pick<TypedAccount, 'password'>,
): Promise<string | InvitationFault[]> {
  const fault = passwordFault(password, email!);
  if (fault) return [fault];
  await refusing(acceptReset(db, row, await hashPassword(password), bySelf(row.userId!, c.get('requestId'))), once);
  return signInWith(c, email!, password);
}
