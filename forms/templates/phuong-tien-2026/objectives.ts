import type { Criterion } from '../../definition/schema.ts';
import { none, whole } from '../criterion-builders.ts';
import { above, asksCommune, communeWholeOf, everyVillageSays, wholeOf } from '../measure-builders.ts';
import { units } from '../units.ts';

const { people, places, squareMetres, hamlets, agencies, students, schools, requests, incidents } = units;

/** What the plan tracks, in the order of its clauses. */
export const objectives: Criterion[] = [
  none(
    {
      id: 'PT2',
      clause: 'II.1',
      requirement: false,
      title: { vi: 'Không phát sinh mới người nghiện, người sử dụng', en: 'No new addicts or users' },
      quote: { vi: 'không để phát sinh mới người nghiện, người sử dụng trái phép chất ma túy' },
    },
    ['addicts_new', 'users_new'],
    { counts: { vi: 'Người nghiện, người sử dụng phát sinh mới', en: 'New addicts and users' }, unit: people },
  ),
  {
    id: 'PT3',
    clause: 'II.2',
    requirement: false,
    title: {
      vi: 'Tuyên truyền đến mọi xóm, đơn vị và học sinh',
      en: 'Communication reached every hamlet, organisation and student',
    },
    quote: {
      vi: 'Tổ chức tuyên truyền, phổ biến, giáo dục pháp luật, kiến thức, kỹ năng về phòng, chống ma túy tại 100% các xóm, đơn vị trên địa bàn; 100% học sinh tại các cơ sở giáo dục.',
    },
    all: [
      everyVillageSays('comms_done', {
        counts: { vi: 'Đã tổ chức tuyên truyền', en: 'Communication held' },
        unit: hamlets,
      }),
      communeWholeOf('orgs_reached', 'orgs_total', 'met', {
        counts: { vi: 'Đơn vị đã tổ chức tuyên truyền', en: 'Organisations that held communication' },
        unit: agencies,
      }),
      communeWholeOf('students_reached', 'students_total', 'met', {
        counts: { vi: 'Học sinh đã được tuyên truyền', en: 'Students reached' },
        unit: students,
      }),
    ],
  },
  {
    id: 'PT4',
    clause: 'II.3',
    requirement: false,
    title: {
      vi: 'Điểm sử dụng và diện tích trồng cây đã phát hiện đều bị triệt phá',
      en: 'All places of use and all planted area found are destroyed',
    },
    quote: {
      vi: '100% các điểm tổ chức, chứa chấp sử dụng trái phép chất ma túy và 100% diện tích trồng trái phép cây có chứa chất ma túy trên địa bàn xã được phát hiện, triệt phá.',
    },
    reading: {
      vi: 'Tính trên số đã phát hiện; điểm và diện tích xét riêng.',
      en: 'Of what was found; places and area each by itself.',
    },
    all: [
      wholeOf(['use_points_destroyed'], ['use_points_detected'], 'met', {
        counts: { vi: 'Điểm sử dụng đã triệt phá', en: 'Places of use shut down' },
        unit: places,
      }),
      wholeOf(['plants_area_destroyed_m2'], ['plants_area_m2'], 'met', {
        counts: { vi: 'Diện tích đã triệt phá', en: 'Area destroyed' },
        unit: squareMetres,
      }),
    ],
  },
  {
    id: 'PT5',
    clause: 'II.4',
    requirement: false,
    title: {
      vi: 'Người sử dụng, người nghiện, người sau cai, người loạn thần đều có hồ sơ',
      en: 'Users, addicts, post-rehabilitation people and people with psychosis all have a file',
    },
    quote: {
      vi: '100% người sử dụng trái phép chất ma túy, người nghiện ma túy, người bị quản lý sau cai nghiện ma túy, đối tượng loạn thần “ngáo đá” trên địa bàn phải được thống kê, lập hồ sơ quản lý.',
    },
    reading: { vi: 'Bốn nhóm xét riêng từng nhóm.', en: 'The four groups are judged each by itself.' },
    all: [
      wholeOf(['users_with_file'], ['users_total'], 'met', {
        counts: { vi: 'Người sử dụng có hồ sơ', en: 'Users with a file' },
        unit: people,
      }),
      wholeOf(['addicts_with_file'], ['addicts_total'], 'met', {
        counts: { vi: 'Người nghiện có hồ sơ', en: 'Addicts with a file' },
        unit: people,
      }),
      wholeOf(['post_rehab_with_file'], ['post_rehab_total'], 'met', {
        counts: { vi: 'Người sau cai có hồ sơ', en: 'Post-rehabilitation people with a file' },
        unit: people,
      }),
      wholeOf(['psychosis_with_file'], ['psychosis_total'], 'met', {
        counts: { vi: 'Người loạn thần có hồ sơ', en: 'People with psychosis with a file' },
        unit: people,
      }),
    ],
  },
  {
    id: 'PT6',
    clause: 'II.5',
    requirement: false,
    title: { vi: 'Trên 90% được tư vấn, hỗ trợ, can thiệp', en: 'Above 90% counselled, supported or treated' },
    quote: {
      vi: 'trên 90% người sử dụng trái phép chất ma túy, người nghiện ma túy, người cai nghiện ma túy, người tham gia điều trị nghiện ma túy, người sau cai nghiện ma túy được tư vấn, hỗ trợ và can thiệp về y tế, tâm lý',
    },
    reading: { vi: '“Trên 90%”: đúng 90% là chưa đạt.', en: '“Above 90%”: exactly 90% is not enough.' },
    measure: above(0.9, 'counselled_persons', 'counsel_eligible', {
      counts: { vi: 'Đã được tư vấn, hỗ trợ, can thiệp', en: 'Counselled, supported or treated' },
      unit: people,
    }),
  },
  whole(
    {
      id: 'PT7',
      clause: 'II.6',
      requirement: false,
      title: { vi: 'Mọi yêu cầu trợ giúp pháp lý được đáp ứng', en: 'Every request for legal aid was met' },
      quote: {
        vi: 'trợ giúp pháp lý cho 100% số người vi phạm pháp luật liên quan đến ma túy, người sử dụng trái phép chất ma túy, người nghiện ma túy và người sau cai nghiện ma túy thuộc diện trợ giúp pháp lý khi có yêu cầu',
      },
    },
    ['legal_aid_given'],
    ['legal_aid_requests'],
    'met',
    { counts: { vi: 'Đã được trợ giúp pháp lý', en: 'Given legal aid' }, unit: requests },
  ),
  {
    id: 'PT9',
    clause: 'II.8',
    requirement: false,
    title: {
      vi: 'Người vi phạm đều bị xử lý, người bị truy nã đều bị bắt giữ',
      en: 'All violators dealt with, all fugitives caught',
    },
    quote: {
      vi: 'Trực tiếp hoặc phối hợp phát hiện, ngăn chặn, xử lý, bắt giữ 100% người thực hiện hành vi vi phạm pháp luật về ma túy cư trú trên địa bàn xóm qua áp dụng các biện pháp, đối sách quản lý, đấu tranh; trực tiếp hoặc phối hợp bắt giữ 100% người bị truy nã do phạm tội về ma túy lẫn trốn trên địa bàn.',
    },
    all: [
      wholeOf(['violators_handled'], ['violators_known'], 'met', {
        counts: { vi: 'Người vi phạm đã xử lý', en: 'Violators dealt with' },
        unit: people,
      }),
      communeWholeOf('fugitives_caught', 'fugitives_known', 'met', {
        counts: { vi: 'Người bị truy nã đã bắt giữ', en: 'Fugitives caught' },
        unit: people,
      }),
    ],
  },
  none(
    {
      id: 'PT10',
      clause: 'II.9',
      requirement: false,
      title: {
        vi: 'Không để sót, lọt đối tượng gây ra vụ rất nghiêm trọng, đặc biệt nghiêm trọng',
        en: 'Nobody escaped notice and caused a very or extremely serious case',
      },
      quote: {
        vi: 'Không để sót, lọt các đối tượng là công dân trên địa bàn nghiện ma túy, sử dụng trái phép chất ma túy, người có biểu hiện loạn thần, ngáo đá, gây ra các vụ việc, vụ án rất nghiêm trọng, đặc biệt nghiêm trọng.',
      },
    },
    ['unmanaged_serious_cases'],
    {
      counts: {
        vi: 'Vụ rất nghiêm trọng, đặc biệt nghiêm trọng do người bị sót, lọt gây ra',
        en: 'Very or extremely serious cases by people who escaped notice',
      },
      unit: incidents,
    },
  ),
  {
    id: 'PT12',
    clause: 'IV.6',
    requirement: false,
    title: { vi: 'Mọi người lao động được tuyên truyền', en: 'Every worker was reached' },
    quote: {
      vi: 'tổ chức tuyên truyền, phổ biến, giáo dục pháp luật, kiến thức, kỹ năng về phòng, chống ma túy cho trên 100% người lao động tại các doanh nghiệp, xưởng sản xuất',
    },
    reading: {
      vi: '“Trên 100%” được hiểu là đủ 100%, vì không thể vượt quá tổng số.',
      en: '“Above 100%” is read as all of them, since there cannot be more.',
    },
    measure: communeWholeOf('workers_reached', 'workers_total', 'met', {
      counts: { vi: 'Người lao động đã được tuyên truyền', en: 'Workers reached' },
      unit: people,
    }),
  },
  {
    id: 'PT13',
    clause: 'IV.5',
    requirement: false,
    title: {
      vi: 'Không có học sinh mắc tệ nạn; mọi trường có mô hình',
      en: 'No student involved in drugs; every school has the model',
    },
    quote: {
      vi: 'Tăng cường công tác quản lý học sinh, không để mắc vào tệ nạn ma túy … xây dựng, duy trì hiệu quả mô hình "Trường học không ma túy"',
    },
    all: [
      asksCommune('students_involved', '=', 0, {
        counts: { vi: 'Học sinh mắc tệ nạn ma túy', en: 'Students involved in drugs' },
        unit: students,
      }),
      communeWholeOf('schools_model', 'schools_total', 'met', {
        counts: { vi: 'Trường có mô hình “Trường học không ma túy”', en: 'Schools with the model' },
        unit: schools,
      }),
    ],
  },
];
