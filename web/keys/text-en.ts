import type { KeysText } from './text.ts';

export const en: KeysText = {
  title: 'Integration',
  intro:
    "With an API key another system reads the province's figures. A key reads; it writes and changes nothing. It is shown once, when it is made or rotated.",

  shown: {
    heading: (name) => `The key of “${name}”`,
    body: 'Copy it now and send it to those who run the system by a safe way. Once you leave this page nobody can see it again.',
  },

  make: {
    heading: 'Make a key',
    errorTitle: 'Not made: ',
    name: 'The system that uses it',
    scopes: 'May read',
    lastDay: 'The last day on which it works',
    lastDayHint: (usual) => `Left empty: ${usual}, a year from now.`,
    networks: 'Only from these addresses',
    networksHint:
      'One address or network a line, such as 203.0.113.0/24. Left empty: from anywhere. Ask those who run the system for its addresses.',
    networksUnknown:
      'This deployment does not know the addresses of its callers, so a key cannot be limited to some of them.',
    submit: 'Make the key',
  },

  errors: {
    name: 'Name the system, in 100 characters at most.',
    scopes: 'Choose something that it may read.',
    lastDay: 'The last day must be today or later.',
    networks: 'A line is no network address. At most 20 lines.',
  },

  scopeNames: {
    'unit.read': 'communes, villages and boundaries',
    'round.read': 'rounds and the calendar',
    'submission.read': 'progress and figures of the files',
    'readiness.read': 'results by criterion',
    'recognition.read': 'recognition files',
    'figure.read': 'small counts unmasked (below 5); each such read is recorded',
  },

  list: 'Keys',
  none: 'There is no key.',
  noneNext: 'Make one for each system, so that each can be revoked by itself.',
  noneReader: "The province's designer makes keys.",
  columns: {
    name: 'System',
    state: 'State',
    scopes: 'May read',
    expiresAt: 'Works until',
    lastUsedAt: 'Last used',
    networks: 'From',
    act: 'Change',
  },
  states: { active: 'Active', expired: 'Expired', revoked: 'Revoked' },
  noEnd: 'until it is revoked',
  anywhere: 'anywhere',
  neverUsed: 'Never used',
  usedAt: (hour, day) => `about ${hour} ${day}`,
  previous: (time, day) => `the old key opens until ${time} on ${day}`,

  change: {
    summary: 'Rename, rotate, revoke',
    of: (name) => `the key of ${name}`,
    overlap: 'The old key opens for another',
    overlaps: { 0: 'not at all', 24: '1 day', 168: '7 days' },
    lastDay: 'The last day on which the new key works',
    lastDayHint: (day) => (day ? `Left empty: as now, ${day}.` : 'Left empty: until it is revoked.'),
    lastDayNeeded: 'The key has expired: to be used again it needs another day.',
    errorTitle: 'Not changed: ',
    rename: 'Save the name',
    outdated: 'Somebody else has just changed this key. Look at the list again, then rename it.',
    rotate: 'Rotate',
    rotateHint: 'Rotated, the system gets a new key with the same name and scopes.',
    revoke: 'Revoke',
    revokeHint: 'Revoked, a key stops at once and for good.',
  },
  notices: { renamed: 'The key has another name.', revoked: 'The key was revoked.' },
};
