import type { Criterion } from '../../definition/schema.ts';
import { asksCommune, everyVillageSays, noneOf, wholeOf } from '../measure-builders.ts';
import { units } from '../units.ts';

const { people, households, villages, models } = units;

/** What the conditions of Tam Đường (part II) and of Trà Vinh (III.3) both come to; `clause` says where each has it. */
export const requirements: Criterion[] = [
  {
    id: 'NC1',
    clause: 'Tam Đường II.1, II.2; Trà Vinh III.3',
    requirement: true,
    title: { vi: 'Không có tụ điểm, điểm phức tạp, ổ nhóm, đường dây', en: 'No hotspots, points, groups or rings' },
    measure: noneOf(['hotspots', 'points', 'gangs'], {
      counts: { vi: 'Tụ điểm, điểm phức tạp, ổ nhóm, đường dây', en: 'Hotspots, points, groups and rings' },
    }),
  },
  {
    id: 'NC2',
    clause: 'Tam Đường II.2; Trà Vinh III.3',
    requirement: true,
    title: { vi: 'Không có người cư trú phạm tội về ma túy', en: 'No resident drug offenders' },
    measure: noneOf(['resident_offenders'], {
      counts: { vi: 'Người cư trú phạm tội', en: 'Resident offenders' },
      unit: people,
    }),
  },
  {
    id: 'NC3',
    clause: 'Tam Đường II.3; Trà Vinh III.3',
    requirement: true,
    title: { vi: 'Người nghiện có hồ sơ quản lý', en: 'Addicts have a management file' },
    measure: wholeOf(['addicts_with_file'], ['addicts_total'], 'met', {
      counts: { vi: 'Người nghiện có hồ sơ quản lý', en: 'Addicts with a management file' },
      unit: people,
    }),
  },
  {
    id: 'NC4',
    clause: 'Tam Đường II.3; Trà Vinh III.3',
    requirement: true,
    title: { vi: 'Người nghiện có mặt được áp dụng cai nghiện', en: 'Addicts present are in rehabilitation' },
    reading: {
      vi: 'Tính người có mặt, đã lập hồ sơ hoặc đang cai nghiện; Trà Vinh đòi hỏi với mọi người nghiện.',
      en: 'Those present, with a file or in rehabilitation; Trà Vinh asks it of all addicts.',
    },
    measure: wholeOf(['addicts_present_rehab'], ['addicts_present'], 'met', {
      counts: {
        vi: 'Người nghiện có mặt đã lập hồ sơ hoặc áp dụng cai nghiện',
        en: 'Addicts present with a rehabilitation file or in rehabilitation',
      },
      unit: people,
    }),
  },
  {
    id: 'NC5',
    clause: 'Tam Đường II.5; Trà Vinh III.3',
    requirement: true,
    title: { vi: 'Người sử dụng có mặt có hồ sơ quản lý', en: 'Users present have a management file' },
    reading: {
      vi: 'Tính người có mặt; Trà Vinh đòi hỏi với mọi người sử dụng.',
      en: 'Those present; Trà Vinh asks it of all users.',
    },
    measure: wholeOf(['users_present_with_file'], ['users_present'], 'met', {
      counts: { vi: 'Người sử dụng có mặt đã có hồ sơ', en: 'Users present with a management file' },
      unit: people,
    }),
  },
  {
    id: 'NC6',
    clause: 'Tam Đường II.3; Trà Vinh III.3',
    requirement: true,
    title: { vi: 'Người sau cai có hồ sơ quản lý', en: 'Post-rehabilitation people have a management file' },
    measure: wholeOf(['post_rehab_with_file'], ['post_rehab_total'], 'met', {
      counts: { vi: 'Người sau cai có hồ sơ quản lý', en: 'Post-rehabilitation people with a management file' },
      unit: people,
    }),
  },
  {
    id: 'NC7',
    clause: 'Tam Đường II.6; Trà Vinh III.3',
    requirement: true,
    title: { vi: 'Mọi hộ gia đình ký cam kết', en: 'Every household signed the pledge' },
    measure: wholeOf(['households_committed'], ['households_total'], 'invalid', {
      counts: { vi: 'Đã ký cam kết', en: 'Signed the pledge' },
      unit: households,
    }),
  },
  {
    id: 'NC8',
    clause: 'Tam Đường II.6; Trà Vinh III.3',
    requirement: true,
    title: { vi: 'Mọi thôn, bản có bảng đường dây nóng', en: 'Every village has a hotline board' },
    measure: everyVillageSays('hotline_board', {
      counts: { vi: 'Có bảng đường dây nóng', en: 'Hotline board' },
      unit: villages,
    }),
  },
  {
    id: 'NC9',
    clause: 'Tam Đường II.7; Trà Vinh III.3',
    requirement: true,
    title: { vi: 'Có ít nhất 01 mô hình duy trì hiệu quả', en: 'At least one model kept up effectively' },
    measure: asksCommune('models_effective', '>=', 1, {
      counts: { vi: 'Mô hình duy trì hiệu quả', en: 'Models kept up effectively' },
      unit: models,
    }),
  },
];
