/**
 * Writes that are no act and need no event, as `table` or `table.column`, each with the reason. Everything else that a batch writes
 * has its event in the same batch; every test over the real service watches for it (test/support/unrecorded-writes.ts).
 */
export const bookkeeping = {
  audit_seals: 'A seal is about events; an event about it would have to be sealed again, for ever.',
  'links.last_used_at': 'Follows from the save that it rides with, which has its event.',
  'rounds.results_version': 'A counter by which kept lists know that they are old; says nothing itself.',
  'provinces.job': 'Where a job stands; each step that it finishes has its event.',
  'provinces.job_step': 'As above.',
  'provinces.job_lease': 'As above.',
  'provinces.job_error': 'As above.',
  'provinces.job_changed_at': 'As above.',
  'api_keys.last_used_at': 'When a key was last used: of every request, and of none in particular.',
  sign_in_tries: 'Counts; a failed sign-in and a lock have events of their own in the same request.',
  session: 'The library’s own: made, renewed and ended with signing in and out.',
  verification: 'The library’s own: what it is waiting for, for minutes.',
  'two_factor.failed_verification_count': 'The library’s own: counts wrong codes until one is right.',
  'two_factor.locked_until': 'The library’s own: until when the second step is locked by them.',
  'two_factor.last_used_step': 'Which code of an app was taken last; the sign-in has its event in the same request.',
  'passkey.counter': 'What an authenticator says with each use; the sign-in has its event in the same request.',
  'passkey.backed_up': 'As above.',
  rate_limit: 'The library’s own: counts tries to sign in.',
} as const satisfies Record<string, string>;

/**
 * Tables of accounts that better-auth writes one statement at a time: their event cannot stand in the same batch, and must come in
 * the same request.
 */
export const writtenByLibrary = ['user', 'account', 'two_factor'] as const;
