import { page } from '../console/fixture.ts';
import type { LinkRow, LinksView, SheetView } from './view.ts';

export const row: LinkRow = {
  id: 'l1',
  unit: 'Bản Nà Khuy',
  commune: 'Xã Bản Bo',
  state: 'active',
  pin: true,
  lockedUntil: null,
  createdAt: '2024-11-01T01:00:00.000Z',
  lastUsedAt: '2024-12-06T07:40:00.000Z',
  expiresAt: '2024-12-11T17:00:00.000Z',
};

/** A round's links as those see them who may change them. */
export const links: LinksView = {
  ...page,
  province: { code: '12', name: 'Lai Châu' },
  round: { id: 'r1', name: 'Năm 2024' },
  coverage: [
    { level: 'commune', units: 13, linked: 12 },
    { level: 'village', units: 141, linked: 0 },
  ],
  filter: { state: null, level: null },
  rows: [row],
  next: null,
  canChange: true,
  form: {
    fields: { level: 'commune', onlyWithout: true, pin: false, lastDay: '' },
    today: '2024-11-01',
    latestDay: '2025-03-11',
    error: null,
  },
  notice: null,
};

export const sheet: SheetView = {
  nonce: 'bm9uY2U',
  round: { name: 'Năm 2024' },
  cards: [
    {
      id: 'l1',
      unit: 'Bản Nà Khuy',
      commune: 'Xã Bản Bo',
      url: 'https://diaban.example.vn/s/12-0123456789abcdefghjkmnpqrs',
      pin: '482913',
      expiresAt: '2024-12-11T17:00:00.000Z',
    },
  ],
  left: 0,
  back: '/console/12/rounds/r1/duong-dan',
};
