import type { Criterion } from '../../definition/schema.ts';
import { communeCount, everyVillage, none, whole } from '../criterion-builders.ts';
import { units } from '../units.ts';

const { people, households, villages } = units;

/** The eight conditions of part II; a commune is recognised when all are met. */
export const requirements: Criterion[] = [
  none(
    {
      id: 'TD1',
      clause: 'II.1',
      requirement: true,
      title: {
        vi: 'Không có tụ điểm, điểm phức tạp, điểm sử dụng, đối tượng bán lẻ ma túy',
        en: 'No drug hotspots, trouble points, places of use or retailers',
      },
      quote: {
        vi: 'Không có tụ điểm, điểm phức tạp về ma túy, đối tượng bán lẻ trái phép chất ma túy, điểm tổ chức và sử dụng trái phép chất ma túy trên địa bàn.',
      },
    },
    ['hotspots', 'points', 'retailers', 'use_points'],
    {
      counts: {
        vi: 'Tụ điểm, điểm phức tạp, điểm sử dụng, đối tượng bán lẻ',
        en: 'Hotspots, trouble points, places of use, retailers',
      },
    },
  ),
  none(
    {
      id: 'TD2',
      clause: 'II.2',
      requirement: true,
      title: {
        vi: 'Không có người cư trú phạm tội, ổ nhóm, đường dây tội phạm về ma túy',
        en: 'No resident drug offenders and no drug crime groups',
      },
      quote: {
        vi: 'Không để đối tượng (có hộ khẩu thường trú hoặc tạm trú trên địa bàn từ 03 tháng trở lên), ổ nhóm, đường dây hoạt động phạm tội về ma túy trên địa bàn.',
      },
      reading: {
        vi: 'Chỉ tính người cư trú; đối tượng từ nơi khác đến không tính vào tiêu chí này.',
        en: 'Residents only; offenders from elsewhere do not count here.',
      },
    },
    ['resident_offenders', 'gangs'],
    {
      counts: {
        vi: 'Người cư trú phạm tội, ổ nhóm, đường dây',
        en: 'Resident offenders, groups and rings',
      },
    },
  ),
  whole(
    {
      id: 'TD3a',
      clause: 'II.3',
      requirement: true,
      title: { vi: 'Người nghiện có hồ sơ quản lý', en: 'Addicts have a management file' },
      quote: { vi: '100% người nghiện ma túy trên địa bàn có hồ sơ quản lý' },
    },
    ['addicts_with_file'],
    ['addicts_total'],
    'met',
    { counts: { vi: 'Người nghiện có hồ sơ quản lý', en: 'Addicts with a management file' }, unit: people },
  ),
  whole(
    {
      id: 'TD3b',
      clause: 'II.3',
      requirement: true,
      title: {
        vi: 'Người nghiện có mặt được lập hồ sơ áp dụng cai nghiện',
        en: 'Addicts present have a rehabilitation file',
      },
      quote: {
        vi: '100% người nghiện ma túy có mặt tại địa bàn được lập hồ sơ áp dụng các hình thức cai nghiện phù hợp',
      },
      reading: {
        vi: 'Chỉ tính người có mặt tại địa bàn; đã lập hồ sơ hoặc đang cai nghiện đều được tính.',
        en: 'Only those present; a file or rehabilitation under way both count.',
      },
    },
    ['addicts_present_rehab'],
    ['addicts_present'],
    'met',
    {
      counts: {
        vi: 'Người nghiện có mặt đã lập hồ sơ hoặc áp dụng cai nghiện',
        en: 'Addicts present with a rehabilitation file or in rehabilitation',
      },
      unit: people,
    },
  ),
  whole(
    {
      id: 'TD3c',
      clause: 'II.3',
      requirement: true,
      title: { vi: 'Người sau cai có hồ sơ quản lý', en: 'Post-rehabilitation people have a management file' },
      quote: { vi: '100% người sau cai nghiện được lập hồ sơ quản lý theo quy định' },
    },
    ['post_rehab_with_file'],
    ['post_rehab_total'],
    'met',
    {
      counts: { vi: 'Người sau cai có hồ sơ quản lý', en: 'Post-rehabilitation people with a management file' },
      unit: people,
    },
  ),
  whole(
    {
      id: 'TD4',
      clause: 'II.4',
      requirement: true,
      title: {
        vi: 'Người điều trị thay thế trên 12 tháng không sử dụng ma túy khác, chấp hành tốt',
        en: 'People on substitution treatment over 12 months use no other drugs and comply',
      },
      quote: {
        vi: '100% người nghiện ma túy tham gia chương trình điều trị nghiện các chất dạng thuốc phiện bằng thuốc thay thế trên 12 tháng không sử dụng các chất ma túy khác, chấp hành tốt nội quy của cơ sở điều trị, cơ sở cấp phát thuốc trên địa bàn.',
      },
    },
    ['mmt_over12m_ok'],
    ['mmt_over12m'],
    'met',
    {
      counts: { vi: 'Người điều trị thay thế chấp hành tốt', en: 'People on substitution treatment who comply' },
      unit: people,
    },
  ),
  whole(
    {
      id: 'TD5',
      clause: 'II.5',
      requirement: true,
      title: {
        vi: 'Người sử dụng có mặt được lập hồ sơ quản lý',
        en: 'Illicit drug users present have a management file',
      },
      quote: {
        vi: '100% người sử dụng trái phép chất ma túy có mặt tại nơi cư trú trên địa bàn đều được lập hồ sơ quản lý, theo dõi, giám sát chặt chẽ theo quy định của pháp luật.',
      },
    },
    ['users_present_with_file'],
    ['users_present'],
    'met',
    {
      counts: { vi: 'Người sử dụng có mặt đã có hồ sơ', en: 'Users present with a management file' },
      unit: people,
    },
  ),
  whole(
    {
      id: 'TD6a',
      clause: 'II.6',
      requirement: true,
      title: { vi: 'Mọi hộ gia đình ký cam kết', en: 'Every household signed the pledge' },
      quote: {
        vi: '100% đại diện hộ gia đình trên địa bàn ký cam kết không phạm tội, không tham gia tệ nạn ma túy và tự nguyện hợp tác với các lực lượng chức năng trong công tác phòng, chống ma túy',
      },
    },
    ['households_committed'],
    ['households_total'],
    'invalid',
    { counts: { vi: 'Đã ký cam kết', en: 'Signed the pledge' }, unit: households },
  ),
  everyVillage(
    {
      id: 'TD6b',
      clause: 'II.6',
      requirement: true,
      title: { vi: 'Mọi thôn, bản có bảng đường dây nóng', en: 'Every village has a hotline board' },
      quote: {
        vi: '100% thôn, bản, tổ dân phố có bảng niêm yết công khai số điện thoại đường dây nóng của lực lượng chức năng phòng, chống tội phạm ma túy.',
      },
    },
    'hotline_board',
    { counts: { vi: 'Có bảng đường dây nóng', en: 'Hotline board' }, unit: villages },
  ),
  communeCount(
    {
      id: 'TD7',
      clause: 'II.7',
      requirement: true,
      title: { vi: 'Có ít nhất 01 mô hình duy trì hiệu quả', en: 'At least one model kept up effectively' },
      quote: {
        vi: 'Xây dựng, tham gia và duy trì hiệu quả ít nhất 01 mô hình về phòng chống tội phạm và tệ nạn ma túy trên địa bàn.',
      },
    },
    'models_effective',
    '>=',
    1,
    { counts: { vi: 'Mô hình duy trì hiệu quả', en: 'Models kept up effectively' } },
  ),
  none(
    {
      id: 'TD8',
      clause: 'II.8',
      requirement: true,
      title: { vi: 'Không trồng cây có chứa chất ma túy', en: 'No drug plants grown' },
      quote: { vi: 'Không để xảy ra tình trạng trồng cây có chứa chất ma túy trên địa bàn.' },
      reading: {
        vi: 'Số vụ, số cây và diện tích (m²) đều phải bằng 0.',
        en: 'Incidents, plants and area (m²) all have to be 0.',
      },
    },
    ['plant_incidents', 'plants_count', 'plants_area_m2'],
    {
      counts: { vi: 'Số vụ, số cây và diện tích trồng (m²) cộng lại', en: 'Incidents, plants and area (m²) together' },
    },
  ),
];
