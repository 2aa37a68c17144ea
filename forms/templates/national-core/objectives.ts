import type { Criterion } from '../../definition/schema.ts';
import { noneOf } from '../measure-builders.ts';
import { units } from '../units.ts';

/** What one of the plans asks for and the core’s questions can tell. */
export const objectives: Criterion[] = [
  {
    id: 'NC10',
    clause: 'Tam Đường II.1',
    requirement: false,
    title: { vi: 'Không có điểm sử dụng, đối tượng bán lẻ', en: 'No places of use and no retailers' },
    measure: noneOf(['use_points', 'retailers'], {
      counts: { vi: 'Điểm sử dụng, đối tượng bán lẻ', en: 'Places of use and retailers' },
    }),
  },
  {
    id: 'NC11',
    clause: 'Tam Đường II.8; Phượng Tiến II.7; Trà Vinh II.2.3',
    requirement: false,
    title: { vi: 'Không trồng cây có chứa chất ma túy', en: 'No drug plants grown' },
    measure: noneOf(['plant_incidents', 'plants_count', 'plants_area_m2'], {
      counts: { vi: 'Số vụ, số cây và diện tích trồng (m²) cộng lại', en: 'Incidents, plants and area (m²) together' },
    }),
  },
  {
    id: 'NC12',
    clause: 'Phượng Tiến II.1; Lang Chánh I.2; Trà Vinh II.2.2',
    requirement: false,
    title: { vi: 'Không phát sinh người nghiện mới', en: 'No new addicts' },
    measure: noneOf(['addicts_new'], {
      counts: { vi: 'Người nghiện phát sinh mới', en: 'New addicts' },
      unit: units.people,
    }),
  },
];
