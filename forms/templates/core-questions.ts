import type { Question } from '../definition/schema.ts';
import { count, yesNo } from './question-builders.ts';
import { units } from './units.ts';

const people = units.people;

/**
 * The questions that carry the same name and meaning in every plan's form, so that scores compare across provinces. All are
 * asked of each village but `models_effective`, which is asked of the commune.
 */
export const core = {
  population: count('population', { vi: 'Dân số thực tế cư trú', en: 'Population actually resident' }, people, {
    vi: 'Tính cả người thường trú và người tạm trú.',
    en: 'Count permanent and temporary residents.',
  }),
  households_total: count('households_total', { vi: 'Tổng số hộ', en: 'Households in all' }, units.households),
  addicts_total: count('addicts_total', { vi: 'Người nghiện ma túy', en: 'Drug addicts' }, people, {
    vi: 'Người đã được xác định tình trạng nghiện. Không tính người nghi nghiện, người sử dụng chưa nghiện, người sau cai.',
    en: 'People diagnosed as addicted. Leave out suspected addicts, users not yet addicted and post-rehab people.',
  }),
  addicts_with_file: count(
    'addicts_with_file',
    { vi: 'Người nghiện có hồ sơ quản lý', en: 'Drug addicts with a management file' },
    people,
    { vi: 'Trong tổng số người nghiện ở trên.', en: 'Out of all drug addicts above.' },
  ),
  addicts_present: count(
    'addicts_present',
    { vi: 'Người nghiện có mặt tại địa bàn', en: 'Drug addicts present in the area' },
    people,
    {
      vi: 'Không tính người trong danh sách nhưng đang ở cơ sở cai nghiện, trại giam hoặc đi khỏi địa bàn.',
      en: 'Leave out people on the list who are in a rehabilitation centre, in prison or away.',
    },
  ),
  addicts_present_rehab: count(
    'addicts_present_rehab',
    {
      vi: 'Người nghiện có mặt đã được lập hồ sơ hoặc áp dụng hình thức cai nghiện',
      en: 'Drug addicts present with a rehabilitation file or in rehabilitation',
    },
    people,
    { vi: 'Trong số người nghiện có mặt ở trên.', en: 'Out of the drug addicts present above.' },
  ),
  addicts_new: count(
    'addicts_new',
    { vi: 'Người nghiện phát sinh mới trong kỳ', en: 'New drug addicts in the period' },
    people,
  ),
  users_total: count('users_total', { vi: 'Người sử dụng trái phép chất ma túy', en: 'Illicit drug users' }, people, {
    vi: 'Chưa xác định là nghiện. Không tính lại người nghiện.',
    en: 'Not diagnosed as addicted. Leave out addicts.',
  }),
  users_present: count(
    'users_present',
    { vi: 'Người sử dụng có mặt tại nơi cư trú', en: 'Illicit drug users present at their residence' },
    people,
    { vi: 'Trong số người sử dụng ở trên.', en: 'Out of the users above.' },
  ),
  users_present_with_file: count(
    'users_present_with_file',
    { vi: 'Người sử dụng có mặt, đã có hồ sơ quản lý', en: 'Illicit drug users present, with a management file' },
    people,
    { vi: 'Trong số người sử dụng có mặt.', en: 'Out of the users present.' },
  ),
  post_rehab_total: count(
    'post_rehab_total',
    { vi: 'Người sau cai nghiện', en: 'Post-rehabilitation people' },
    people,
    {
      vi: 'Đã hoàn thành cai nghiện, đang được quản lý sau cai.',
      en: 'Have completed rehabilitation and are followed up.',
    },
  ),
  post_rehab_with_file: count(
    'post_rehab_with_file',
    { vi: 'Người sau cai có hồ sơ quản lý', en: 'Post-rehabilitation people with a management file' },
    people,
    { vi: 'Trong số người sau cai ở trên.', en: 'Out of the post-rehabilitation people above.' },
  ),
  hotspots: count('hotspots', { vi: 'Tụ điểm phức tạp về ma túy', en: 'Drug hotspots' }, units.places),
  points: count('points', { vi: 'Điểm phức tạp về ma túy', en: 'Drug trouble points' }, units.places, {
    vi: 'Không tính lại tụ điểm.',
    en: 'Leave out the hotspots above.',
  }),
  use_points: count(
    'use_points',
    {
      vi: 'Điểm tổ chức, chứa chấp sử dụng trái phép chất ma túy',
      en: 'Places where drug use is organised or harboured',
    },
    units.places,
  ),
  retailers: count('retailers', { vi: 'Đối tượng bán lẻ trái phép chất ma túy', en: 'Drug retailers' }, people),
  gangs: count(
    'gangs',
    { vi: 'Ổ nhóm, đường dây phạm tội về ma túy', en: 'Drug crime groups and rings' },
    units.groups,
  ),
  resident_offenders: count(
    'resident_offenders',
    { vi: 'Người cư trú tại địa bàn phạm tội về ma túy', en: 'Residents who committed drug offences' },
    people,
    {
      vi: 'Có hộ khẩu thường trú, hoặc tạm trú từ 03 tháng trở lên.',
      en: 'Registered permanently, or temporarily for 3 months or more.',
    },
  ),
  offenders_total: count(
    'offenders_total',
    { vi: 'Đối tượng phạm tội về ma túy tại địa bàn', en: 'Drug offenders in the area' },
    people,
    {
      vi: 'Mọi đối tượng phạm tội trên địa bàn, dù cư trú ở đâu.',
      en: 'Everyone who offended here, wherever they live.',
    },
  ),
  plant_incidents: count(
    'plant_incidents',
    { vi: 'Vụ trồng cây có chứa chất ma túy', en: 'Incidents of growing drug plants' },
    units.incidents,
  ),
  plants_count: count(
    'plants_count',
    { vi: 'Số cây có chứa chất ma túy bị phát hiện', en: 'Drug plants found' },
    units.plants,
  ),
  plants_area_m2: {
    ...count(
      'plants_area_m2',
      { vi: 'Diện tích trồng cây có chứa chất ma túy', en: 'Area planted with drug plants' },
      units.squareMetres,
      { vi: '1 ha là 10.000 m².', en: '1 hectare is 10,000 m².' },
    ),
    type: 'decimal',
  },
  households_committed: count(
    'households_committed',
    { vi: 'Hộ đã ký cam kết', en: 'Households that signed the pledge' },
    units.households,
    {
      vi: 'Đại diện hộ đã ký cam kết không phạm tội, không tham gia tệ nạn ma túy. Mỗi hộ tính một lần.',
      en: 'A representative signed to stay away from drug crime and drug use. Count each household once.',
    },
  ),
  hotline_board: yesNo('hotline_board', {
    vi: 'Có bảng niêm yết công khai số điện thoại đường dây nóng',
    en: 'A board shows the hotline numbers publicly',
  }),
  models_effective: count(
    'models_effective',
    {
      vi: 'Mô hình phòng, chống ma túy được duy trì hiệu quả',
      en: 'Drug prevention models kept up effectively',
    },
    units.models,
  ),
} satisfies Record<string, Question>;
