import type { Target } from '../../definition/schema.ts';

/**
 * TD17, in two steps. TD18 (one commune of class II down to III, one of III down to IV) is left out: it compares classes, and
 * this plan does not define them.
 */
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
];
