import type { CalendarEntry, Target } from '../../definition/schema.ts';

/** PT1: reached in 2027, and still so in 2030. */
export const targets: Target[] = [
  {
    id: 'PT1a',
    clause: 'II.1',
    title: {
      vi: 'Đạt tiêu chí xã Phượng Tiến không ma túy trong năm 2027',
      en: 'Phượng Tiến is a commune without drugs in 2027',
    },
    by: '2027-12-31',
    units: ['Phượng Tiến'],
  },
  {
    id: 'PT1b',
    clause: 'II.1',
    title: {
      vi: 'Duy trì vững chắc các tiêu chí đã đạt đến năm 2030',
      en: 'What was reached is kept up to 2030',
    },
    by: '2030-12-31',
    units: ['Phượng Tiến'],
  },
];

/** PT14: progress stands in the police's weekly and monthly reports. */
export const calendar: CalendarEntry[] = [
  {
    kind: 'every',
    id: 'PT14a',
    clause: 'IV.1',
    title: {
      vi: 'Đưa kết quả, tiến độ thực hiện vào báo cáo tuần của Công an xã',
      en: 'Results and progress in the commune police’s weekly report',
    },
    period: 'week',
    inclusive: true,
    audience: 'commune',
  },
  {
    kind: 'every',
    id: 'PT14b',
    clause: 'IV.1',
    title: {
      vi: 'Đưa kết quả, tiến độ thực hiện vào báo cáo tháng của Công an xã',
      en: 'Results and progress in the commune police’s monthly report',
    },
    period: 'month',
    inclusive: true,
    audience: 'commune',
  },
];
