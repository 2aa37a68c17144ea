import type { StaffText } from './text.ts';

export const en: StaffText = {
  title: 'Staff and roles',
  service: 'The whole service',
  intro: 'Who holds a role in the province. Commune staff have no account: they use a link that is sent to them.',
  introService: 'Who holds a role for the service as a whole. Those with roles in one province are on its own page.',

  list: 'People',
  none: 'There is nobody yet.',
  noneNext: 'Invite the first one with the form below.',
  noneReader: 'An operator invites people.',
  columns: {
    person: 'Name',
    roles: 'Roles',
    lastSignInAt: 'Last signed in',
    secondFactor: 'Second factor',
    act: 'Change',
  },
  at: (time, day) => `${time} on ${day}`,
  never: 'never signed in',
  on: 'on',
  off: 'off',
  change: 'Change the roles',
  look: 'See the roles',
  of: (name) => ` of ${name}`,
  self: 'your own account',

  allMay: (permissions) => `Every role may: ${permissions}.`,
  may: (permissions) => `May also: ${permissions}.`,
  nothingMore: 'May see the above and nothing else.',
  permissions: {
    'unit.read': 'see the list of units',
    'unit.write': 'change the list of units',
    'form.read': 'see forms',
    'form.write': 'write forms',
    'form.publish': 'publish forms',
    'round.read': 'see rounds',
    'round.write': 'make, open and close rounds',
    'link.read': 'see the list of links',
    'link.write': 'make and revoke links',
    'submission.read': "see the communes' files",
    'submission.review': 'review and return files',
    'submission.verify': 'verify files',
    'readiness.read': 'see results',
    'recognition.read': 'see recognition files',
    'recognition.propose': 'propose recognition',
    'recognition.appraise': 'appraise recognition files',
    'recognition.decide': 'decide to recognise, maintain and revoke',
    'key.read': 'see the list of API keys',
    'key.write': 'make, rotate and revoke API keys',
    'figure.read': 'see small counts unmasked (each time is recorded)',
    'setting.read': "see the province's settings",
    'setting.write': "change the province's settings",
    'event.read': 'read the log',
    'staff.read': 'see the list of staff',
    'staff.write': 'invite people, give roles and take them away',
    'province.read': 'see the provinces and their states',
    'province.write': 'add, suspend and delete provinces',
  },

  person: {
    title: (name) => `The roles of ${name}`,
    legend: 'Roles',
    save: 'Save the roles',
    remove: 'Take all roles away',
    removeHeading: 'Take all roles away',
    removeBody:
      'The account stays, with the roles that it has elsewhere. Who has no role left is signed out. What they did stays in the log.',
    takesEffect: 'For what is dangerous a change holds at once, for reading within five minutes.',
    isSelf: 'Nobody changes their own roles. Ask another operator.',
    readOnly: 'This account may only see the roles.',
    noRole: 'Choose a role at least, or press “Take all roles away”.',
    outdated: (held) =>
      `Somebody else has just changed the roles of this person, which are now: ${held}. What you chose is still below: check it and save again.`,
    holds: (roles) => `Holds: ${roles}.`,
  },

  reset: {
    heading: 'A new password',
    body: 'Makes a link that works once within 24 hours, for this person to set a new password; all their sessions end now. Make sure that whoever asks is the owner of the account.',
    removesFactor: 'Remove the second factor and passkeys too (when the telephone was lost)',
    submit: 'Make the link',
  },

  shown: {
    heading: (name) => `The link for ${name}`,
    label: 'Link',
    body: (email, time, day) =>
      `It works once, until ${time} on ${day}, for ${email} only. Copy it now and send it by a safe way: once you leave this page nobody can see it again.`,
    mailed: (email) => `It was also mailed to ${email}.`,
  },

  invite: {
    heading: 'Invite somebody',
    body: 'Makes a link that works once within 7 days. Who has no account sets a password with it; who has one signs in and takes the roles.',
    email: 'E-mail address',
    name: 'Name',
    roles: 'Roles',
    submit: 'Make the invitation',
  },
  errors: {
    email: 'This is no e-mail address.',
    name: 'Give a name, in 100 characters at most.',
    roles: 'Choose a role at least.',
  },
  errorTitle: 'Not done: ',

  invitations: {
    heading: 'Invitations that were not taken',
    waiting: (time, day) => `waits until ${time} on ${day}`,
    expired: (day) => `ran out on ${day}`,
    by: (name) => `invited by ${name}`,
    revoke: 'Revoke',
    revokeOf: (email) => ` the invitation of ${email}`,
  },

  notices: {
    roles: 'The roles were saved.',
    removed: 'All roles were taken away.',
    revoked: 'The invitation was revoked; its link opens no longer.',
  },
};
