import type { InvitationText } from './text.ts';

export const en: InvitationText = {
  titles: {
    take: 'Accept the invitation',
    sign_in: 'Accept the invitation',
    other: 'This invitation is for somebody else',
    new_account: 'Accept the invitation and make an account',
    new_operator: "Set up the operator's account",
    new_password: 'Set a new password',
  },
  errorTitle: 'Not done: ',

  bodies: {
    take: 'With the invitation the account that is signed in gets the roles below.',
    sign_in: 'This address has an account. Sign in, then accept the invitation on this page.',
    other: 'Sign out, then open the link again. Who is invited signs in with their own address.',
    new_account: 'Set a password to make your account and accept the roles below.',
    new_operator: 'An operator looks after provinces, accounts and roles, and sees no figures.',
    new_password: 'Set a new password for the account. All other sessions end.',
  },
  factorGoes: 'The second step of signing in is taken away. Set it up again as soon as you are signed in.',
  factorStays: 'The second step of signing in stays as it is.',

  invited: 'Invited',
  account: 'Account',
  signedInAs: 'Signed in',
  by: 'Invited by',
  bySystem: 'An operator',
  rolesIn: (province) => `Roles in ${province}`,
  rolesEverywhere: 'Roles for the service as a whole',
  until: 'Works until',
  at: (time, day) => `${time} on ${day}`,

  name: 'Full name',
  email: 'E-mail',
  password: 'New password',
  hint: 'At least 12 characters. A long sentence that you remember is better than a hard word.',
  faults: {
    name_missing: 'Write your full name.',
    name_long: 'A name may have 100 characters at most.',
    email_invalid: 'Write an e-mail address, such as name@office.gov.vn.',
    email_known: 'This address has an account. Sign in, then open this link again.',
    password_short: 'The password needs at least 12 characters.',
    password_long: 'The password may have 128 characters at most.',
    password_email: 'The password must not be made of the e-mail address.',
    password_common: 'This password is easily guessed. Choose a sentence of your own.',
  },

  signIn: 'Sign in',
  submits: {
    take: 'Accept the invitation',
    sign_in: 'Sign in',
    other: 'Sign out',
    new_account: 'Make the account',
    new_operator: "Make the operator's account",
    new_password: 'Set the new password',
  },
};
