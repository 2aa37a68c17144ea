import type { KeyRow } from '../auth/api-key.ts';

/** A key that was rotated lately, for tests of decisions. */
export const KEY: KeyRow = {
  id: 'k',
  name: 'Hệ thống của tỉnh',
  keyHash: 'old',
  scopes: ['readiness.read'],
  createdAt: '2026-01-01T00:00:00.000Z',
  expiresAt: '2027-01-01T00:00:00.000Z',
  revokedAt: null,
  lastUsedAt: null,
  allowedAddresses: null,
  previousHash: 'older',
  previousEndsAt: '2026-12-01T00:00:00.000Z',
  revision: 3,
};
