import type { Context } from 'hono';
import { failedPrecondition, isUniqueViolation } from '../../db/precondition.ts';
import type { App } from '../../env.ts';
import { Problem } from '../../http/problem.ts';
import { control } from '../../tenancy/tenant.ts';
import { auth } from '../better-auth.ts';
import { answerOf, headersForAuth } from '../calling.ts';
import { ofCredential, trySignIn } from '../try-sign-in.ts';
import { toBase64url } from './bytes.ts';
import { type Challenge, takeChallenge } from './challenge.ts';
import { must, PasskeyFault } from './fault.ts';
import type { RelyingParty } from './relying-party.ts';
import { knownCredential, storeUse } from './store.ts';
import { type AssertionAnswer, verifyAssertion } from './verify-assertion.ts';
import { readAssertion } from './wire.ts';

/** Whose passkey it is, once it is shown and on record that it was used for this challenge. Throws `PasskeyFault`. */
async function shownBy(
  c: Context<App>,
  answer: AssertionAnswer,
  given: Challenge,
  party: RelyingParty,
): Promise<string> {
  const db = control(c.env, c.get('requestId'));
  const known = await knownCredential(db, toBase64url(answer.id));
  must(known !== null, 'credential');
  const use = verifyAssertion(answer, known, { ...party, challenge: given.challenge });
  try {
    await storeUse(db, known, use, given);
  } catch (error) {
    if (isUniqueViolation(error)) throw new PasskeyFault('challenge');
    if (failedPrecondition(error)) throw new PasskeyFault('counter');
    throw error;
  }
  return known.userId;
}

const refused = (error: unknown): Problem => {
  if (error instanceof PasskeyFault) return new Problem('passkey_refused');
  throw error;
};

/**
 * Signs in whom a passkey shows to be there, in place of password and second step. Null when they are in, else why not:
 * `passkey_refused` whatever was wrong, or `sign_in_locked`.
 */
export async function signInByPasskey(c: Context<App>, json: string, party: RelyingParty): Promise<Problem | null> {
  try {
    const given = await takeChallenge(c, 'use', new Date());
    const answer = readAssertion(json);
    const attempt = async () => {
      const userId = await shownBy(c, answer, given, party).catch(refused);
      if (userId instanceof Problem) return { ok: false };
      const { api } = auth(c.env, c.get('requestId'));
      return answerOf(c, api.signInByPasskey({ body: { userId }, headers: headersForAuth(c), asResponse: true }));
    };
    const tried = await trySignIn(c, ofCredential(toBase64url(answer.id)), attempt);
    if (tried instanceof Problem) return tried;
    return tried.ok ? null : new Problem('passkey_refused');
  } catch (error) {
    return refused(error);
  }
}
