import type { CalendarEntry } from '../../definition/schema.ts';

/** TD19: what the plan's part V.2 wants sent to the district, each before its day. */
export const calendar: CalendarEntry[] = [
  {
    kind: 'due',
    id: 'TD19a',
    clause: 'V.2',
    title: {
      vi: 'Gửi kế hoạch triển khai về UBND huyện (qua Công an huyện)',
      en: 'Implementation plans reach the District People’s Committee (through the district police)',
    },
    due: '2024-05-05',
    inclusive: false,
    audience: 'commune',
  },
  {
    kind: 'every',
    id: 'TD19b',
    clause: 'V.2',
    title: { vi: 'Báo cáo kết quả thực hiện 6 tháng', en: 'Half-year report' },
    period: 'year',
    due: '06-12',
    inclusive: false,
    audience: 'commune',
  },
  {
    kind: 'every',
    id: 'TD19c',
    clause: 'V.2',
    title: { vi: 'Báo cáo kết quả thực hiện hằng năm', en: 'Yearly report' },
    period: 'year',
    due: '12-12',
    inclusive: false,
    audience: 'commune',
  },
  {
    kind: 'due',
    id: 'TD19d',
    clause: 'V.2',
    title: { vi: 'Báo cáo sơ kết giai đoạn 1', en: 'Interim report on the first stage' },
    due: '2025-12-18',
    inclusive: false,
    audience: 'commune',
  },
  {
    kind: 'due',
    id: 'TD19e',
    clause: 'V.2',
    title: { vi: 'Báo cáo tổng kết', en: 'Final report' },
    due: '2030-12-12',
    inclusive: false,
    audience: 'commune',
  },
];
