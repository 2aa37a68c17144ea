import type { LogView } from './view.ts';

export const log: LogView = {
  language: 'vi',
  nonce: 'n',
  user: { name: 'Cán bộ kiểm tra', email: 'kiem-tra@dia-ban.example' },
  province: { code: '12', name: 'Lai Châu' },
  home: '/console/12',
  filter: { act: '', subject: '', actor: '', from: '', to: '' },
  rows: [
    {
      number: 42,
      at: '2026-11-27T03:40:00.000Z',
      act: 'round.open',
      actor: { kind: 'staff', id: 'u1', name: 'Cán bộ thiết kế', role: 'designer' },
      subject: 'round:0199',
      parts: [{ kind: 'round', id: '0199', name: 'Kỳ khảo sát năm 2026' }],
      requestId: '0199-request',
      detail: [['units', '154']],
    },
    {
      number: 41,
      at: '2026-11-27T03:39:00.000Z',
      act: 'score.compute',
      actor: { kind: 'system', id: 'scorer', name: null, role: null },
      subject: 'round:0199/score:0200',
      parts: [
        { kind: 'round', id: '0199', name: 'Kỳ khảo sát năm 2026' },
        { kind: 'score', id: '0200', name: 'xã Bản Bo' },
      ],
      requestId: '0199-sweep',
      detail: [],
    },
    {
      number: 40,
      at: '2026-11-27T03:38:00.000Z',
      act: 'act.of-another-version',
      actor: { kind: 'link', id: '01a21b48-cf57-736d-b0e9-b88e8cef2427', name: null, role: null },
      subject: 'units',
      parts: [{ kind: 'units', id: '', name: '' }],
      requestId: '0199-save',
      detail: [['<b>', 'x']],
    },
  ],
  next: '/console/12/nhat-ky?cursor=40',
  csv: '/v1/provinces/12/events?format=csv',
  sealed: {
    number: 7,
    at: '2026-11-27T03:41:00.000Z',
    hash: 'f'.repeat(64),
    checkpoint: '/v1/provinces/12/events/checkpoint',
  },
  unsealed: 2,
};
