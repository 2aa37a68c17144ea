import type { Context } from 'hono';
import { takeChallenge } from '../auth/passkey/challenge.ts';
import { PasskeyFault } from '../auth/passkey/fault.ts';
import type { RelyingParty } from '../auth/passkey/relying-party.ts';
import { addPasskey } from '../auth/passkey/store.ts';
import { verifyRegistration } from '../auth/passkey/verify-registration.ts';
import { readRegistration } from '../auth/passkey/wire.ts';
import { failedPrecondition, isUniqueViolation } from '../db/precondition.ts';
import type { App } from '../env.ts';
import { writing } from '../http/writing.ts';
import { control } from '../tenancy/tenant.ts';
import { deviceOf } from './device.ts';
import type { Person } from './enter.ts';

/** The longest name that a passkey can be given, in characters. */
const LONGEST_NAME = 60;

/** What a passkey is called: as its person says, else after the browser and the system that it was made with. */
function nameOf(c: Context<App>, typed: string): string {
  const { browser, system } = deviceOf(c.req.header('user-agent') ?? null);
  const name = typed.trim().slice(0, LONGEST_NAME);
  return name || [browser, system].filter((part) => part !== null).join(', ') || '–';
}

/** Keeps a new passkey of a person. False when what the browser brought is no good, or was brought before. */
export async function addPasskeyOf(
  c: Context<App>,
  person: Person,
  party: RelyingParty,
  typed: { name: string; credential: string },
): Promise<boolean> {
  try {
    const given = await takeChallenge(c, `make:${person.id}`, new Date());
    const answer = readRegistration(typed.credential);
    const made = verifyRegistration(answer, { ...party, challenge: given.challenge });
    const db = control(c.env, c.get('requestId'));
    const kept = { ...made, name: nameOf(c, typed.name), transports: answer.transports };
    await addPasskey(db, { userId: person.id, sessionId: person.sessionId }, kept, given, writing(c));
    return true;
  } catch (error) {
    if (error instanceof PasskeyFault || isUniqueViolation(error) || failedPrecondition(error)) return false;
    throw error;
  }
}
