import { page } from '../console/fixture.ts';
import type { PersonView, StaffView } from './view.ts';

const place: StaffView['place'] = {
  province: { code: '12', name: 'Lai Châu' },
  home: '/console/12',
  path: '/console/12/can-bo',
  roles: [
    { role: 'verifier', permissions: ['unit.read', 'link.read', 'submission.verify'] },
    { role: 'auditor', permissions: ['unit.read', 'event.read', 'staff.read'] },
    { role: 'reader', permissions: ['unit.read'] },
  ],
};

export const person: StaffView['people'][number] = {
  id: 'u1',
  name: 'Lò Thị Hương',
  email: 'huong@example.vn',
  roles: ['verifier'],
  revision: 'verifier',
  lastSignInAt: '2026-11-27T02:00:00.000Z',
  hasSecondFactor: false,
};

export const invitation: StaffView['invitations'][number] = {
  id: 'i1',
  email: 'tam@example.vn',
  name: 'Vàng A Tâm',
  roles: ['auditor'],
  state: 'waiting',
  expiresAt: '2026-12-04T02:00:00.000Z',
  invitedBy: { name: 'Quản trị' },
};

export const link: NonNullable<StaffView['shown']> = {
  ...{ name: 'Vàng A Tâm', email: 'tam@example.vn', url: 'https://dia-ban.example/moi/abc', mailed: false },
  expiresAt: '2026-12-04T02:00:00.000Z',
};

/** A province's people as an operator sees them. */
export const staff: StaffView = {
  ...page,
  place,
  people: [person, { ...person, id: 'u2', name: 'Quản trị', lastSignInAt: null, hasSecondFactor: true }],
  invitations: [invitation],
  form: { fields: { email: '', name: '', roles: [] }, errors: [] },
  ownId: 'u2',
  shown: null,
  refusal: null,
  notice: null,
};

export const roles: PersonView = {
  ...page,
  ...{ place, person, canChange: true, isSelf: false, ticked: ['verifier'], noRole: false, outdated: false },
  ...{ canReset: false, shown: null, refusal: null },
};
