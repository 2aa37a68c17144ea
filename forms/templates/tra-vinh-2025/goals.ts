import type { CalendarEntry, Target } from '../../definition/schema.ts';

/** TV1: at least 20 % of 104 communes is 21. */
export const targets: Target[] = [
  {
    id: 'TV1',
    clause: 'II.1',
    title: {
      vi: 'Ít nhất 20% số xã, phường, thị trấn trên địa bàn tỉnh không ma túy trong năm 2025',
      en: 'At least 20% of the province’s communes, wards and towns without drugs in 2025',
    },
    by: '2025-12-31',
    share: 0.2,
  },
];

export const calendar: CalendarEntry[] = [
  {
    kind: 'due',
    id: 'TV15a',
    clause: 'III.2',
    title: {
      vi: 'Cấp huyện rà soát, đánh giá, báo cáo danh sách xã, phường, thị trấn đến Công an tỉnh',
      en: 'Districts review their communes and report the list to the provincial police',
    },
    due: '2025-02-26',
    inclusive: true,
    audience: 'district',
  },
  {
    kind: 'due',
    id: 'TV15b',
    clause: 'III.2',
    title: { vi: 'Hoàn thành lựa chọn địa bàn chuyển hóa', en: 'The communes to transform are chosen' },
    due: '2025-03-30',
    inclusive: false,
    audience: 'province',
  },
  {
    kind: 'due',
    id: 'TV15c',
    clause: 'V.1',
    title: { vi: 'Gửi kế hoạch thực hiện đến Công an tỉnh', en: 'Implementation plans reach the provincial police' },
    due: '2025-03-31',
    inclusive: false,
    audience: 'district',
  },
  {
    kind: 'due',
    id: 'TV15d',
    clause: 'III.2',
    title: {
      vi: 'Kết thúc giai đoạn 01: xây dựng kế hoạch, rà soát địa bàn, đối tượng',
      en: 'Stage 1 ends: planning and review of areas and people',
    },
    due: '2025-04-30',
    inclusive: true,
    audience: 'commune',
  },
  {
    kind: 'due',
    id: 'TV15e',
    clause: 'III.2',
    title: {
      vi: 'Kết thúc giai đoạn 02: triển khai các biện pháp chuyển hóa',
      en: 'Stage 2 ends: the measures of transformation',
    },
    due: '2025-10-31',
    inclusive: true,
    audience: 'commune',
  },
  {
    kind: 'due',
    id: 'TV15f',
    clause: 'III.2',
    title: { vi: 'Kết thúc giai đoạn 03: sơ kết, đánh giá', en: 'Stage 3 ends: review and assessment' },
    due: '2025-12-14',
    inclusive: false,
    audience: 'commune',
  },
];
