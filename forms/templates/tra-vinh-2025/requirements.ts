import type { Criterion } from '../../definition/schema.ts';
import { communeCount, none, whole } from '../criterion-builders.ts';
import { comparedWith, everyVillageSays, noneOf, wholeOf } from '../measure-builders.ts';
import { units } from '../units.ts';

const { people, households, wards, incidents, tests, models } = units;

/** The eight conditions of III.3; a commune is recognised when all are met. */
export const requirements: Criterion[] = [
  {
    id: 'TVR1',
    clause: 'III.3',
    requirement: true,
    title: {
      vi: 'Không có tụ điểm, điểm, ổ nhóm, đường dây; không có vụ phạm tội do người cư trú gây ra',
      en: 'No hotspots, points, groups or rings, and no offences by residents',
    },
    quote: {
      vi: 'Không có tụ điểm, điểm, ổ nhóm, đường dây về ma túy trên địa bàn; không để xảy ra các vụ phạm tội về ma túy do người đang cư trú (thường trú hoặc tạm trú) trên địa bàn gây ra',
    },
    all: [
      noneOf(['hotspots', 'points', 'gangs'], {
        counts: { vi: 'Tụ điểm, điểm, ổ nhóm, đường dây', en: 'Hotspots, points, groups and rings' },
      }),
      noneOf(['resident_offences'], {
        counts: { vi: 'Vụ phạm tội do người cư trú gây ra', en: 'Offences by residents' },
        unit: incidents,
      }),
    ],
  },
  {
    id: 'TVR2a',
    clause: 'III.3',
    requirement: true,
    title: {
      vi: 'Mọi người nghiện có hồ sơ quản lý và được áp dụng cai nghiện',
      en: 'Every addict has a file and is in rehabilitation',
    },
    quote: {
      vi: '100% người nghiện ma túy trên địa bàn có hồ sơ quản lý và được áp dụng các hình thức cai nghiện phù hợp',
    },
    reading: {
      vi: 'Tính mọi người nghiện trong danh sách, không chỉ người có mặt.',
      en: 'All addicts on the list, not only those present.',
    },
    all: [
      wholeOf(['addicts_with_file'], ['addicts_total'], 'met', {
        counts: { vi: 'Người nghiện có hồ sơ quản lý', en: 'Addicts with a management file' },
        unit: people,
      }),
      wholeOf(['addicts_rehab'], ['addicts_total'], 'met', {
        counts: { vi: 'Người nghiện đã áp dụng cai nghiện', en: 'Addicts in rehabilitation' },
        unit: people,
      }),
    ],
  },
  {
    id: 'TVR2b',
    clause: 'III.3',
    requirement: true,
    title: {
      vi: 'Mọi người sử dụng, người sau cai có hồ sơ quản lý',
      en: 'Every user and post-rehabilitation person has a file',
    },
    quote: {
      vi: '100% người sử dụng trái phép ma túy, người sau cai nghiện được lập hồ sơ quản lý, theo dõi chặt chẽ',
    },
    reading: {
      vi: 'Tính mọi người sử dụng, kể cả người vắng mặt; hai nhóm xét riêng.',
      en: 'All users, those away included; the two groups are judged each by itself.',
    },
    all: [
      wholeOf(['users_with_file'], ['users_total'], 'met', {
        counts: { vi: 'Người sử dụng có hồ sơ', en: 'Users with a file' },
        unit: people,
      }),
      wholeOf(['post_rehab_with_file'], ['post_rehab_total'], 'met', {
        counts: { vi: 'Người sau cai có hồ sơ', en: 'Post-rehabilitation people with a file' },
        unit: people,
      }),
    ],
  },
  whole(
    {
      id: 'TVR2c',
      clause: 'III.3',
      requirement: true,
      title: { vi: 'Xét nghiệm định kỳ và đột xuất theo quy định', en: 'Regular and unannounced tests as prescribed' },
      quote: { vi: 'định kỳ và đột xuất phải được xét nghiệm chất ma túy trong cơ thể theo quy định' },
      reading: { vi: 'Tính theo lượt xét nghiệm phải thực hiện.', en: 'Counted by tests due.' },
    },
    ['tests_done'],
    ['tests_due'],
    'met',
    { counts: { vi: 'Lượt xét nghiệm đã thực hiện', en: 'Tests done' }, unit: tests },
  ),
  {
    id: 'TVR3',
    clause: 'III.3',
    requirement: true,
    title: {
      vi: 'Mọi hộ cam kết; mọi ấp, khóm có bảng đường dây nóng',
      en: 'Every household pledged; every hamlet has a hotline board',
    },
    quote: {
      vi: '100% đại diện hộ gia đình trên địa bàn cam kết không vi phạm pháp luật về ma túy và tự nguyện hợp tác với các lực lượng chức năng trong công tác phòng, chống ma túy; 100% ấp, khóm có bảng nêm yết công khai số điện thoại đường dây nóng của lực lượng chức năng phòng, chống ma túy.',
    },
    all: [
      wholeOf(['households_committed'], ['households_total'], 'invalid', {
        counts: { vi: 'Đã ký cam kết', en: 'Signed the pledge' },
        unit: households,
      }),
      everyVillageSays('hotline_board', {
        counts: { vi: 'Có bảng đường dây nóng', en: 'Hotline board' },
        unit: wards,
      }),
    ],
  },
  {
    id: 'TVR4',
    clause: 'III.3',
    requirement: true,
    title: {
      vi: 'Số người nghiện, người sử dụng không tăng',
      en: 'No more addicts and no more users than at the start',
    },
    quote: {
      vi: 'Kiềm chế hoặc làm giảm số người nghiện, người sử dụng trái phép chất ma túy so với thời điểm đưa vào để xây dựng “xã, phường, thị trấn không ma túy”.',
    },
    reading: {
      vi: 'Mốc ban đầu là khi xã được đưa vào xây dựng. Hai nhóm xét riêng; bằng mốc là đã kiềm chế; mốc 0 thì phải giữ 0.',
      en: 'The baseline is when the commune was enrolled. Each group by itself; as many counts as contained; 0 stays 0.',
    },
    all: [
      comparedWith('baseline', 'addicts_total', '<=', {
        counts: { vi: 'Người nghiện', en: 'Addicts' },
        unit: people,
      }),
      comparedWith('baseline', 'users_total', '<=', {
        counts: { vi: 'Người sử dụng', en: 'Users' },
        unit: people,
      }),
    ],
  },
  {
    id: 'TVR5',
    clause: 'III.3',
    requirement: true,
    title: {
      vi: 'Người tái nghiện, tái sử dụng được xử lý kịp thời, không gây ra vụ phạm tội',
      en: 'People who relapsed are dealt with in time and commit no offences',
    },
    quote: {
      vi: 'Phát hiện kịp thời số người sử dụng trái phép chất ma túy, người quản lý sau cai nghiện tái nghiện, tái sử dụng trái phép chất ma túy để có biện pháp phòng ngừa, xử lý kịp thời, không để gây ra các vụ phạm tội trên địa bàn.',
    },
    all: [
      wholeOf(['relapse_handled'], ['relapse_detected'], 'met', {
        counts: { vi: 'Người tái nghiện, tái sử dụng đã xử lý', en: 'People who relapsed and were dealt with' },
        unit: people,
      }),
      noneOf(['relapse_offences'], {
        counts: { vi: 'Vụ phạm tội do người tái nghiện, tái sử dụng gây ra', en: 'Offences by people who relapsed' },
        unit: incidents,
      }),
    ],
  },
  none(
    {
      id: 'TVR6',
      clause: 'III.3',
      requirement: true,
      title: {
        vi: 'Không có vụ nghiêm trọng do sót, lọt đối tượng, không có vụ “ngáo đá”',
        en: 'No serious cases by people who escaped notice, no incidents of psychosis',
      },
      quote: {
        vi: 'Không để sót, lọt các đối tượng sử dụng trái phép chất ma túy, nghiện ma túy gây ra các vụ việc, vụ án rất nghiêm trọng, đặc biệt nghiêm trọng hoặc các vụ việc có biểu hiện “ngáo đá” gây ảnh hưởng đến an ninh, trật tự trên địa bàn.',
      },
    },
    ['unmanaged_serious_cases', 'psychosis_incidents'],
    {
      counts: {
        vi: 'Vụ rất nghiêm trọng, đặc biệt nghiêm trọng và vụ “ngáo đá”',
        en: 'Very or extremely serious cases and incidents of psychosis',
      },
      unit: incidents,
    },
  ),
  whole(
    {
      id: 'TVR7',
      clause: 'III.3',
      requirement: true,
      title: {
        vi: 'Mọi người có căn cứ sử dụng được xét nghiệm',
        en: 'Everybody with grounds for suspicion was tested',
      },
      quote: {
        vi: 'Toàn bộ số đối tượng có căn cứ sử dụng trái phép chất ma túy đều phải được tổ chức xét nghiệm chất ma túy trong cơ thể.',
      },
    },
    ['suspects_tested'],
    ['suspects_grounded'],
    'met',
    { counts: { vi: 'Người có căn cứ đã được xét nghiệm', en: 'People with grounds who were tested' }, unit: people },
  ),
  communeCount(
    {
      id: 'TVR8',
      clause: 'III.3',
      requirement: true,
      title: { vi: 'Có ít nhất 01 mô hình hiệu quả', en: 'At least one effective model' },
      quote: {
        vi: 'Xây dựng và duy trì hiệu quả ít nhất 01 mô hình hiệu quả về phòng, chống tội phạm và tệ nạn ma túy trên địa bàn.',
      },
    },
    'models_effective',
    '>=',
    1,
    { counts: { vi: 'Mô hình duy trì hiệu quả', en: 'Models kept up effectively' }, unit: models },
  ),
];
