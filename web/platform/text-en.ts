import type { PlatformText } from './text.ts';

export const en: PlatformText = {
  title: 'The provinces of the service',
  intro:
    'Each province has a database of its own. This page says which provinces are in service, which need care, and where their databases are; it holds no figure of any province.',
  summary: (all, inService, care) =>
    `${all} ${all === 1 ? 'province' : 'provinces'}, ${inService} in service${care === 0 ? '' : `, ${care} in need of care`}.`,
  care: 'In need of care',
  others: 'Provinces',
  deleted: (count) => `Deleted (${count})`,
  none: 'There is no province yet.',
  noneNext: 'Add the first one with the form below.',
  noneReader: 'An operator adds provinces.',

  states: {
    being_made: 'Being made',
    in_service: 'In service',
    behind: 'Waits for its migration',
    suspended: 'Suspended',
    to_be_deleted: 'To be deleted',
    deleted: 'Deleted',
  },
  suspendedOn: (day) => `Suspended since ${day}`,
  deletedAfter: (time, day) => `To be deleted: its database goes after ${time} on ${day}`,
  deletedOn: (day) => `Its database was deleted on ${day}`,

  hosts: { turso: 'Turso', sqld: 'a sqld server' },
  byHand: 'registered by hand',
  inGroup: (host, group) => `${host}, group ${group}`,
  schema: (has, needs) => `schema ${has}/${needs}`,
  schemaBehind: 'The database was not migrated yet, so the province cannot be used for now.',

  jobs: {
    create: 'Making the province',
    rotate: 'Rotating the token of the database',
    migrate: 'Migrating the database',
    delete: 'Deleting the database',
  },
  steps: {
    database: 'make the database',
    token: 'obtain a token',
    check: 'try the new token',
    migrate: 'make and migrate the tables',
    drop: 'delete the database',
  },
  running: (job, step) => `${job}: under way, to ${step}.`,
  waiting: (job, step) => `${job}: the next step is to ${step}.`,
  failed: (job, step) => `${job}: it was not possible to ${step}.`,
  failedAt: (time, day) => `Last tried at ${time} on ${day}. The service tries again after 5 minutes.`,
  reasons: {
    silent: 'Where databases are made, nobody answers.',
    not_configured: 'Nothing is configured for where this database was made.',
    not_allowed: "Where databases are made, the service's token is not accepted.",
    payment: 'The account where databases are made has reached its limit or is not paid.',
    too_often: 'Where databases are made, the number of calls is limited for now.',
    broken: 'Where databases are made, something is broken for now.',
    refused: 'Where databases are made, the request was refused.',
    database: 'The database reports an error or cannot be reached.',
  },
  said: 'In its own words',

  facts: {
    state: 'State',
    host: 'Where the database is',
    url: 'Address',
    databaseName: 'Name of the database',
    schema: 'Schema',
    schemaOf: (has, needs) =>
      has > needs ? `${has}, newer than the ${needs} that the service needs` : `${has}/${needs}`,
    tokenRotatedAt: 'Token last rotated',
    noToken: 'uses no token',
    createdAt: 'Registered on',
  },
  code: (code) => `Province code ${code}`,
  staff: "The province's staff and roles",
  serviceLog: 'Log of the service',
  serviceStaff: 'Staff and roles for the service as a whole',
  log: "The province's log",

  actsHeading: 'What can be done',
  acts: {
    continue: {
      title: 'Go on with the step that is not done',
      body: 'The service goes on by itself in some minutes; the button does so at once. Every step can be done again without harm.',
      submit: 'Go on now',
      done: 'The step that was left is done.',
    },
    migrate: {
      title: 'Migrate the database',
      body: 'Adds the tables and columns that this version of the service needs. What is stored stays as it is.',
      submit: 'Migrate',
      done: 'The database was migrated.',
    },
    rotate: {
      title: 'Rotate the token of the database',
      body: 'Every token from before ends at once. For some seconds, until there is a new one, the province cannot use the service.',
      submit: 'Rotate the token',
      done: 'The token of the database was rotated.',
    },
    token: {
      title: 'Give the new token',
      body: 'This database was registered by hand. Once those who run it have made a new token, enter it here; the service uses it at once.',
      submit: 'Save the token',
      done: 'The new token was saved.',
    },
    suspend: {
      title: 'Suspend the province',
      body: "Within a minute the staff of the province and of its communes and connected systems are kept out; what is being typed stays on the commune staff's devices. What is stored stays as it is, and the province can be taken into service again at any time.",
      submit: 'Suspend',
      done: 'The province is suspended.',
    },
    resume: {
      title: 'Take into service again',
      body: 'The staff of the province and of its communes and connected systems can enter again within a minute.',
      submit: 'Take into service',
      done: 'The province is in service again.',
    },
    delete: {
      title: 'Delete the province',
      body: '',
      submit: 'Delete the province',
      done: 'The province is out of service and waits for its deletion.',
    },
    restore: {
      title: 'Take the deletion back',
      body: 'The province becomes what it was before, with all its data.',
      submit: 'Take the deletion back',
      done: 'The deletion was taken back.',
    },
  },
  created: 'The province was added and is in service.',
  deleteBody: (day) =>
    `The province is out of service at once. After 30 days, that is after ${day}, its database is deleted for good and only a backup can bring it back. Until then the deletion can be taken back.`,
  deleteByHand: (day) =>
    `The province is out of service at once; until ${day} the deletion can be taken back. The database was registered by hand, so the service does not delete it: those who run it do.`,
  confirm: (code) => `Type the code of the province (${code}) once more`,
  newToken: 'The new token',

  make: {
    heading: 'Add a province',
    code: 'Province code',
    codeHint: 'The two digits of the official list, such as 12.',
    name: 'Name of the province or city',
    made: (host) => `The database is made at ${host}; this takes about half a minute.`,
    notConfigured:
      'Nothing is configured to make databases. Give the address and the token of an empty one that is there.',
    group: "Turso's group",
    groupHint: 'It decides in which region the data are. Left empty: the configured group.',
    byHand: 'Use a database that is there instead of making one',
    url: 'Address of the database',
    urlHint: 'It begins with libsql:// or https://.',
    token: 'Token of the database',
    tokenHint: 'Leave it empty where the database wants none. It is stored encrypted and never shown again.',
    submit: 'Add the province',
  },

  errorTitle: 'Not done: ',
  errors: {
    code: 'The code of a province is two digits.',
    name: 'Give the name of the province, in 100 characters at most.',
    group: 'The name of a group holds small letters, digits and hyphens only.',
    databaseUrl: 'The address of the database must begin with libsql:// or https://.',
    token: 'A token holds no spaces and no accented letters; enter it again.',
  },
  confirmWrong: (code) => `Not deleted: type the code ${code} of the province.`,
  tokenWrong: 'Enter the token, without spaces and accented letters.',
};
