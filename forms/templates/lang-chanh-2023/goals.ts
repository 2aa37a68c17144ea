import type { CalendarEntry, Target } from '../../definition/schema.ts';

const deployed = { question: 'model_deployed', is: 'yes' };

export const targets: Target[] = [
  {
    id: 'LC4',
    clause: 'I.3',
    title: {
      vi: 'Triển khai mô hình tại 14 khu phố trên toàn thị trấn',
      en: 'The model in all 14 quarters of the town',
    },
    by: '2023-12-31',
    level: 'village',
    state: deployed,
    count: 14,
  },
  {
    id: 'LC5',
    clause: 'I.3',
    title: {
      vi: 'Ba khu phố trọng điểm Nguyễn Trãi, Chiềng Trải, Chí Linh xong trước tháng 8/2023',
      en: 'The three key quarters Nguyễn Trãi, Chiềng Trải and Chí Linh before August 2023',
    },
    by: '2023-07-31',
    level: 'village',
    state: deployed,
    units: ['Nguyễn Trãi', 'Chiềng Trải', 'Chí Linh'],
  },
  {
    id: 'LC6',
    clause: 'I.4',
    title: {
      vi: 'Thị trấn trở thành vùng xanh đến hết năm 2023',
      en: 'The town a green zone by the end of 2023',
    },
    by: '2023-12-31',
    state: { question: 'green_zone', is: 'green' },
    units: ['Lang Chánh'],
  },
];

/** LC12. */
export const calendar: CalendarEntry[] = [
  {
    kind: 'every',
    id: 'LC12',
    clause: 'V.1',
    title: {
      vi: 'Báo cáo kết quả thực hiện mô hình hằng tháng cho UBND thị trấn (thông qua Công an thị trấn)',
      en: 'Monthly report on the model to the Town People’s Committee (through the town police)',
    },
    period: 'month',
    inclusive: true,
    audience: 'village',
  },
];
