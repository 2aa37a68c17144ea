import { page } from '../console/fixture.ts';
import type { KeyLine, KeysView } from './view.ts';

export const line: KeyLine = {
  id: 'k1',
  name: 'Trục liên thông của tỉnh',
  scopes: ['unit.read', 'readiness.read'],
  state: 'active',
  expiresAt: '2027-11-27T17:00:00.000Z',
  lastUsedAt: '2026-11-27T02:00:00.000Z',
  allowedAddresses: ['203.0.113.0/24', '2001:db8::/32'],
  previousEndsAt: null,
  revision: 2,
};

/** A province's keys as those see them who may change them. */
export const keys: KeysView = {
  ...page,
  province: { code: '12', name: 'Lai Châu' },
  keys: [line],
  scopes: ['unit.read', 'round.read', 'submission.read', 'readiness.read', 'recognition.read', 'figure.read'],
  shown: null,
  form: {
    fields: { name: '', scopes: [], lastDay: '', networks: '' },
    errors: [],
    today: '2026-11-27',
    usualLastDay: '2027-11-27',
  },
  knowsAddresses: true,
  refusal: null,
  changing: null,
  notice: null,
};
