import type { CalendarEntry, Target } from '../../definition/schema.ts';

export const targets: Target[] = [
  {
    id: 'KC13',
    clause: 'I.1',
    title: {
      vi: 'Năm xã thí điểm Bình Kiều, Nhuế Dương, Đông Ninh, Đại Tập, Ông Đình không có ma túy, giai đoạn 2023 - 2025',
      en: 'The five pilots Bình Kiều, Nhuế Dương, Đông Ninh, Đại Tập and Ông Đình without drugs, 2023 to 2025',
    },
    by: '2025-12-31',
    units: ['Bình Kiều', 'Nhuế Dương', 'Đông Ninh', 'Đại Tập', 'Ông Đình'],
  },
];

/** KC14. */
export const calendar: CalendarEntry[] = [
  {
    kind: 'every',
    id: 'KC14a',
    clause: 'III.1',
    title: {
      vi: 'Tháng hành động phòng, chống ma túy - Tháng 6',
      en: 'The action month against drugs, in June',
    },
    period: 'year',
    due: '06-30',
    inclusive: true,
    audience: 'district',
  },
  {
    kind: 'every',
    id: 'KC14b',
    clause: 'II.6',
    title: {
      vi: 'Rà soát, đánh giá, phân loại, thẩm định kết quả hằng năm',
      en: 'The yearly review, classification and appraisal',
    },
    period: 'year',
    inclusive: true,
    audience: 'commune',
  },
];
