import { type Answers, templates, type Value } from '../../forms/index.ts';
import { type DemoCommune, type DemoProvince, file, INVENTED } from './province.ts';
import { managed as managedIn, quietAnswers } from './quiet-answers.ts';

const form = templates['tam-duong-2024']!;
const quiet = quietAnswers(form, '2024-11-15', {
  models_effective: 1,
  union_models: 1,
  models_evidence: 'Quyết định thành lập mô hình; báo cáo kết quả năm 2024',
  list_updated_on: '2024-11-10',
  tv_reports: 1,
});
const managed = managedIn(form);

const core = templates['national-core']!;
const lastYear = quietAnswers(core, '2023-11-15', {
  models_effective: 1,
  models_evidence: 'Quyết định thành lập mô hình; báo cáo kết quả năm 2023',
});
const managedLastYear = managedIn(core);

interface Village {
  kindLabel: string;
  name: string;
  lastYear: Answers;
  /** Null for a village that has not answered. */
  answers: Answers | null;
}

/** A village in which nothing arose and everybody signed, but for what `different` says. The year before, all was well in all. */
const village = (
  name: string,
  households: number,
  different: Record<string, Value> = {},
  kindLabel = 'bản',
): Village => ({
  kindLabel,
  name,
  lastYear: lastYear.village(households, managedLastYear(Number(different.addicts_total ?? 0))),
  answers: quiet.village(households, different),
});

const unanswered = (name: string, households: number): Village => ({ ...village(name, households), answers: null });

const commune = (
  name: string,
  villages: Village[],
  { kindLabel = 'xã', own = quiet.commune() as Answers | null, submit = true } = {},
): DemoCommune => ({
  key: name,
  kindLabel,
  name,
  attributes: INVENTED,
  villages: villages.map(({ kindLabel, name }) => ({ kindLabel, name })),
  files: {
    '2023': file(lastYear.commune(), ...villages.map(({ lastYear }) => lastYear)),
    '2024': { commune: own, villages: villages.map(({ answers }) => answers), submit },
  },
});

/** Three ready, six not ready and four undetermined, each for a reason of its own. */
const communes: DemoCommune[] = [
  commune(
    'Tam Đường',
    [
      village('Tổ dân phố số 1', 412, { ...managed(12, 5), retailers: 1, offenders_total: 1 }, 'tổ dân phố'),
      village('Tổ dân phố số 2', 365, managed(7, 3), 'tổ dân phố'),
      village('Tổ dân phố số 3', 298, managed(9, 2), 'tổ dân phố'),
    ],
    { kindLabel: 'thị trấn' },
  ),
  // Ready, with nothing arising: every share is 0 of 0.
  commune('Bản Bo', [village('Nà Khuy', 96), village('Hợp Nhất', 121), village('Nà Can', 88)]),
  // Ready, with people who are all on file.
  commune('Bản Giang', [
    village('Tẩn Phủ Nhiêu', 74, managed(6, 2)),
    village('Nà Sài', 110, managed(8, 5)),
    village('Nà Bỏ', 92),
  ]),
  // 1.180 of 1.192 households signed: 99 % is not 100 %.
  commune('Bản Hon', [
    village('Bản Hon 1', 402, { households_committed: 395 }),
    village('Bản Hon 2', 371),
    village('Chăn Nuôi', 419, { households_committed: 414 }),
  ]),
  // One village has not answered, everything else is met.
  commune('Bình Lư', [
    village('Nà Đon', 133),
    village('Nà Hum', 118),
    unanswered('Thèn Thầu', 104),
    village('Km 2', 141),
  ]),
  // One number is blank, and blank is not 0.
  commune('Giang Ma', [
    village('Giang Ma', 127, { ...managed(5, 6), post_rehab_with_file: null }),
    village('Sin Chải', 83),
    village('Phìn Chải', 79),
  ]),
  // Still collecting.
  commune('Hồ Thầu', [village('Gia Khâu', 101), village('Sì Thâu Chải', 64), unanswered('Rừng Ổi', 59)], {
    own: null,
    submit: false,
  }),
  commune('Khun Há', [
    village('Lao Chải 1', 89, { plant_incidents: 1, plants_count: 35, plants_area_m2: 12.5 }),
    village('Sàn Phàng Thấp', 72),
    village('Nậm Đích', 66),
  ]),
  commune('Nà Tăm', [village('Nà Tăm', 104, managed(5)), village('Nà Vàn', 97), village('Nà Hiềng', 85)]),
  // One hotspot is enough, although a village is missing.
  commune('Nùng Nàng', [
    village('Nùng Nàng', 99, { hotspots: 1, points: 1 }),
    unanswered('Sáy San', 71),
    village('Chin Chu Chải', 58),
  ]),
  // Has not begun.
  commune('Sơn Bình', [unanswered('Chu Va 6', 93), unanswered('Chu Va 8', 88), unanswered('Huổi Ke', 62)], {
    own: null,
    submit: false,
  }),
  // Seven of eight: no model that works.
  commune('Tả Lèng', [village('Tả Lèng', 115), village('Lùng Trù Hồ', 92), village('Phìn Ngan', 87)], {
    own: quiet.commune({ models_effective: 0, union_models: 0, models_evidence: null }),
  }),
  commune('Thèn Sin', [
    village('Thèn Sin 1', 108, {
      ...managed(8, 0, 9),
      mmt_over12m_ok: 6,
      users_with_file: 7,
      users_present_with_file: 7,
    }),
    village('Đông Phong', 94, { hotline_board: 'no' }),
    village('Na Đông', 77),
  ]),
];

/**
 * The thirteen units of the former Tam Đường district, Lai Châu. Their names are the plan's area; their villages, populations and
 * every count are invented to show the rules at work, and marked so in the units' attributes.
 */
export const tamDuong: DemoProvince = {
  code: '12',
  name: 'Lai Châu',
  rounds: [
    { key: '2023', name: 'Kỳ khảo sát năm 2023 (số liệu minh họa)', kind: 'annual', form: core },
    { key: '2024', name: 'Kỳ khảo sát năm 2024 (số liệu minh họa)', kind: 'annual', form, previous: '2023' },
  ],
  communes,
};
