import type { Target } from '../../definition/schema.ts';

/** TD17 and TD18, each in two steps. TD18 compares classes, which this plan does not define: they are the province's. */
export const targets: Target[] = [
  {
    id: 'TD17a',
    clause: 'V.1.a',
    title: {
      vi: 'Ít nhất 15% xã, thị trấn không có ma túy đến tháng 12/2025',
      en: 'At least 15% of communes and towns without drugs by December 2025',
    },
    by: '2025-12-31',
    share: 0.15,
  },
  {
    id: 'TD17b',
    clause: 'V.1.b',
    title: {
      vi: '100% xã, thị trấn không có ma túy đến năm 2030',
      en: 'All communes and towns without drugs by 2030',
    },
    by: '2030-12-31',
    share: 1,
  },
  {
    id: 'TD18a',
    clause: 'V.1.b',
    title: {
      vi: 'Chuyển 01 xã trọng điểm loại II xuống loại III',
      en: 'One commune of class II down to class III',
    },
    by: '2030-12-31',
    state: { classFrom: 'II', classTo: 'III' },
    count: 1,
  },
  {
    id: 'TD18b',
    clause: 'V.1.b',
    title: {
      vi: 'Chuyển 01 xã trọng điểm loại III xuống xã ít phức tạp về ma túy',
      en: 'One commune of class III down to low complexity (class IV)',
    },
    by: '2030-12-31',
    state: { classFrom: 'III', classTo: 'IV' },
    count: 1,
  },
];
