import type { InvitationRow } from './state.ts';

/** What a link asks of whoever opens it. */
export type Door =
  /** Of who is signed in as the one that is meant: to take the roles. */
  | 'take'
  /** Of who has an account: to sign in. */
  | 'sign_in'
  /** Of who is signed in as somebody else: to sign out. */
  | 'other'
  /** Of who has no account: name and password; of the first operator the address too. */
  | 'new_account'
  | 'new_operator'
  /** Of who lost theirs: another password. */
  | 'new_password';

/**
 * Which door a link leads to. An invitation is for its address, and nobody can change that. The set-up link is for whoever holds it:
 * who has an account takes the role with it.
 */
export function doorOf(
  { purpose, email }: Pick<InvitationRow, 'purpose' | 'email'>,
  isKnown: boolean,
  signedInAs: string | null,
): Door {
  if (purpose === 'reset') return 'new_password';
  if (purpose === 'setup') return signedInAs === null ? 'new_operator' : 'take';
  if (signedInAs !== null) return signedInAs.toLowerCase() === email ? 'take' : 'other';
  return isKnown ? 'sign_in' : 'new_account';
}
