import { expect, test } from 'vitest';
import { reasonKind } from './reason.ts';

test.each([
  ['nothing is configured for sqld', 'not_configured'],
  ['Turso: create database: did not answer', 'silent'],
  ['Turso: create database: 402', 'payment'],
  ['Turso: create token: 401 could not authenticate user: invalid token', 'not_allowed'],
  ['Turso: retrieve database: 403', 'not_allowed'],
  ['Turso: create database: answered 429', 'too_often'],
  ['sqld: create namespace: answered 503', 'broken'],
  ['sqld: create: 400 bad name', 'refused'],
  ['SQLITE_BUSY: database is locked', 'database'],
  ['SERVER_ERROR: Server returned HTTP status 401', 'database'],
  ['unknown', 'database'],
] as const)('%s is of the kind %s', (error, kind) => {
  expect(reasonKind(error)).toBe(kind);
});
