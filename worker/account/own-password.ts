import type { Context } from 'hono';
import type { AccountFault } from '../../web/account/view.ts';
import { type AuthAnswer, answerOf } from '../auth/calling.ts';
import { ofEmail, trySignIn } from '../auth/try-sign-in.ts';
import type { App } from '../env.ts';
import { Problem } from '../http/problem.ts';
import type { Person } from './enter.ts';

/**
 * What a person does to their account with their present password. It is counted as a try to sign in is, so that a stolen session is
 * no place to guess it. Gives better-auth's answer, or what the page says instead.
 */
export async function withPassword(
  c: Context<App>,
  person: Person,
  act: () => Promise<Response>,
): Promise<AuthAnswer | AccountFault> {
  const answer = await trySignIn(c, ofEmail(person.email), () => answerOf(c, act()));
  if (answer instanceof Problem) return 'locked';
  return answer.ok ? answer : 'password_wrong';
}
