import type { Criterion } from '../../definition/schema.ts';
import { none } from '../criterion-builders.ts';
import { everyVillageSays, wholeOf } from '../measure-builders.ts';
import { units } from '../units.ts';

const { households, hamlets } = units;

/**
 * The two aims of part II that read like conditions of recognition. The plan does not call them so: a province that takes them
 * for objectives sets `requirement` to false in its own copy.
 */
export const requirements: Criterion[] = [
  none(
    {
      id: 'PT8',
      clause: 'II.7',
      requirement: true,
      title: {
        vi: 'Không có điểm, tụ điểm, ổ nhóm, đường dây; không trồng cây, sản xuất ma túy',
        en: 'No trouble points, hotspots, groups or rings; no drug plants and no production',
      },
      quote: {
        vi: 'Không có điểm, tụ điểm phức tạp về ma túy, điểm có nguy cơ phức tạp, ổ nhóm, đường dây tội phạm về ma túy; không có vụ việc trồng cây có chứa chất ma túy, sản xuất trái phép chất ma túy trên địa bàn.',
      },
      reading: {
        vi: 'Kế hoạch nêu là mục tiêu; ở đây coi là tiêu chí bắt buộc, tỉnh có thể đổi.',
        en: 'The plan calls it an aim; here it is a requirement, which the province may change.',
      },
    },
    ['points', 'hotspots', 'at_risk_points', 'gangs', 'plant_incidents', 'production_incidents'],
    {
      counts: {
        vi: 'Điểm, tụ điểm, điểm có nguy cơ, ổ nhóm, đường dây, vụ trồng cây, vụ sản xuất',
        en: 'Points, hotspots, places at risk, groups and rings, plant and production incidents',
      },
    },
  ),
  {
    id: 'PT11',
    clause: 'II.10',
    requirement: true,
    title: {
      vi: 'Mọi hộ cam kết; mọi xóm có hòm thư tố giác và bảng đường dây nóng',
      en: 'Every household pledged; every hamlet has a tip box and a hotline board',
    },
    quote: {
      vi: '100% đại diện hộ gia đình trên địa bàn cam kết không phạm tội, không tham gia tệ nạn ma túy và tự nguyện hợp tác với các lực lượng chức năng trong công tác phòng, chống ma túy; 100% các xóm có hòm thư tố giác tội phạm, có bảng niêm yết công khai số điện thoại đường dây nóng của lực lượng chức năng trong phòng, chống tội phạm ma túy.',
    },
    reading: {
      vi: 'Kế hoạch nêu là mục tiêu; ở đây coi là tiêu chí bắt buộc, tỉnh có thể đổi. Cả ba ý đều phải đạt.',
      en: 'The plan calls it an aim; here it is a requirement, which the province may change. All three parts have to be met.',
    },
    all: [
      wholeOf(['households_committed'], ['households_total'], 'invalid', {
        counts: { vi: 'Đã ký cam kết', en: 'Signed the pledge' },
        unit: households,
      }),
      everyVillageSays('tip_box', { counts: { vi: 'Có hòm thư tố giác', en: 'Tip box' }, unit: hamlets }),
      everyVillageSays('hotline_board', {
        counts: { vi: 'Có bảng đường dây nóng', en: 'Hotline board' },
        unit: hamlets,
      }),
    ],
  },
];
