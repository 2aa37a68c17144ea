import type { AccountText } from './text.ts';

export const en: AccountText = {
  title: 'My account',
  name: 'Name',
  email: 'Email',
  errorTitle: 'Not done: ',
  password: 'Current password',

  notices: {
    factor_off: 'The second step has been turned off.',
    password_changed: 'The password has been changed. Your other sessions have ended.',
    session_ended: 'The session has ended.',
    sessions_ended: 'Your other sessions have ended.',
    passkey_added: 'The passkey was added.',
    passkey_removed: 'The passkey was removed.',
  },
  faults: {
    password_wrong: 'The current password is wrong.',
    password_short: 'The new password needs at least 12 characters.',
    password_long: 'The new password may have at most 128 characters.',
    password_email: 'The new password must not be made of the email address.',
    password_common: 'The new password is easily guessed. Choose a sentence of your own.',
    passkey_refused: 'The passkey could not be added. Try again.',
    locked: 'Too many wrong passwords. Wait some minutes, then try again.',
  },

  wanted: {
    set_up:
      'Your role wants one more step of proof. Turn on the second step or add a passkey on this page; then the other pages are open to you.',
    use_passkey:
      'Your role wants one more step of proof, and this session came by a password alone. Sign in again by your passkey, or turn on the second step on this page.',
    signIn: 'Sign in again by a passkey',
  },

  factor: {
    title: 'Second step',
    off: 'Off. When it is on, signing in also takes the 6 digits that an authenticator app on your telephone shows: who knows the password and does not have the telephone does not get in.',
    on: 'On.',
    codesLeft: (count) => `${count} unused recovery ${count === 1 ? 'code' : 'codes'} left.`,
    turnOn: 'Turn on the second step',
    turnOff: 'Turn off the second step',
    newCodes: 'Make new recovery codes',
    newCodesBody: 'The old ones stop working.',
  },

  setup: {
    title: 'Turn on the second step',
    scan: 'Open an authenticator app on your telephone (such as Google Authenticator, Microsoft Authenticator, Aegis) and scan this code.',
    qr: 'QR code that sets up the authenticator app',
    byHand: 'If it cannot be scanned, type this key into the app:',
    code: 'The 6 digits that the app shows now',
    wrong: 'The code is wrong. Check the clock of the telephone and enter the code that is shown now.',
    confirm: 'Confirm and turn on',
    cancel: 'Do not turn on',
  },

  codes: {
    title: 'Recovery codes',
    enabled: 'The second step is on.',
    renewed: 'The old recovery codes have stopped working.',
    body: 'Print or copy them now: they are shown once. Each signs you in once when you do not have the telephone. Keep them in a safe place, and not with the password.',
    of: (name) => `Recovery codes of ${name} for Địa Bàn`,
    done: 'Kept; back to my account',
  },

  passkeys: {
    title: 'Passkeys',
    body: 'A passkey is in your telephone, computer or security key and opens by fingerprint, face or screen lock. With one you sign in without typing a password and without a 6-digit code, and no false page can trick you out of it.',
    none: 'There is none yet.',
    noScript: 'To add one, use a browser that knows passkeys and switch JavaScript on.',
    name: 'Name of the passkey',
    nameField: 'Name of the new passkey (such as: my telephone)',
    made: 'Added',
    backedUp: 'on several devices (backed up)',
    onlyHere: 'on one device only',
    actions: 'Actions',
    add: 'Add a passkey',
    remove: 'Remove',
    removeOf: (name) => `Remove the passkey ${name}`,
    failed: 'This device did not make a passkey. Try again, or use another device.',
  },

  change: {
    title: 'Password',
    next: 'New password',
    hint: 'At least 12 characters. A long sentence that is easy to remember is better than a difficult word. Your other sessions will end.',
    submit: 'Change the password',
  },

  sessions: {
    title: 'Sessions',
    body: 'If one of these is not yours, end it and change the password. A session that was ended can see pages for at most 5 more minutes.',
    device: 'Device',
    deviceOf: (browser, system) =>
      browser && system ? `${browser} on ${system}` : (browser ?? system ?? 'Unknown device'),
    address: 'Network address',
    begun: 'Begun',
    seen: 'Last seen',
    at: (time, day) => `${day}, ${time}`,
    actions: 'Actions',
    isThis: 'this one',
    end: 'End',
    endOthers: 'End all others',
  },
};
