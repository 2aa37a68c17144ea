import { type Answers, templates, type Value } from '../../forms/index.ts';
import { type DemoCommune, type DemoFile, type DemoProvince, file, INVENTED } from './province.ts';
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

interface Different {
  kindLabel?: string;
  own?: Answers | null;
  submit?: boolean;
  extension?: string;
  review?: DemoFile['review'];
  /** What was made of its file of 2023. */
  reviewIn2023?: 'verified';
}

const commune = (
  name: string,
  villages: Village[],
  { kindLabel = 'xã', own = quiet.commune(), submit = true, reviewIn2023, ...then }: Different = {},
): DemoCommune => ({
  key: name,
  kindLabel,
  name,
  attributes: INVENTED,
  villages: villages.map(({ kindLabel, name }) => ({ kindLabel, name })),
  files: {
    '2023': {
      ...file(lastYear.commune(), ...villages.map(({ lastYear }) => lastYear)),
      ...(reviewIn2023 ? { review: reviewIn2023 } : {}),
    },
    '2024': { commune: own, villages: villages.map(({ answers }) => answers), submit, ...then },
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
  // Ready, with nothing arising: every share is 0 of 0. Recognised a year ago, and maintained.
  commune('Bản Bo', [village('Nà Khuy', 96), village('Hợp Nhất', 121), village('Nà Can', 88)], {
    review: 'verified',
    reviewIn2023: 'verified',
  }),
  // Ready, with people who are all on file. Recognised.
  commune(
    'Bản Giang',
    [village('Tẩn Phủ Nhiêu', 74, managed(6, 2)), village('Nà Sài', 110, managed(8, 5)), village('Nà Bỏ', 92)],
    { review: 'verified' },
  ),
  // 1.180 of 1.192 households signed: 99 % is not 100 %.
  commune(
    'Bản Hon',
    [
      village('Bản Hon 1', 402, { households_committed: 395 }),
      village('Bản Hon 2', 371),
      village('Chăn Nuôi', 419, { households_committed: 414 }),
    ],
    { review: 'verified' },
  ),
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
  // Returned, and so collecting again: a village had been left out.
  commune('Hồ Thầu', [village('Gia Khâu', 101), village('Sì Thâu Chải', 64), unanswered('Rừng Ổi', 59)], {
    review: {
      returned: [
        { at: 2, text: 'Bản chưa có số liệu. Đề nghị nhập đầy đủ rồi nộp lại.' },
        {
          at: 1,
          question: 'households_committed',
          text: 'Danh sách lưu tại xã ghi 61 hộ đã ký. Đề nghị đối chiếu lại.',
        },
        {
          at: 'commune',
          question: 'models_evidence',
          text: 'Đề nghị ghi rõ số, ngày của quyết định thành lập mô hình.',
        },
      ],
    },
  }),
  // Recognised a year ago, which was revoked for the plants found now.
  commune(
    'Khun Há',
    [
      village('Lao Chải 1', 89, { plant_incidents: 1, plants_count: 35, plants_area_m2: 12.5 }),
      village('Sàn Phàng Thấp', 72),
      village('Nậm Đích', 66),
    ],
    { review: 'verified', reviewIn2023: 'verified' },
  ),
  // Ready, and appraised; the decision is still to come.
  commune('Nà Tăm', [village('Nà Tăm', 104, managed(5)), village('Nà Vàn', 97), village('Nà Hiềng', 85)], {
    review: 'verified',
  }),
  // One hotspot is enough, although a village is missing.
  commune('Nùng Nàng', [
    village('Nùng Nàng', 99, { hotspots: 1, points: 1 }),
    unanswered('Sáy San', 71),
    village('Chin Chu Chải', 58),
  ]),
  // Has not begun, and was given more time.
  commune('Sơn Bình', [unanswered('Chu Va 6', 93), unanswered('Chu Va 8', 88), unanswered('Huổi Ke', 62)], {
    own: null,
    submit: false,
    extension: 'Xã bị chia cắt do mưa lũ (minh họa)',
  }),
  // Seven of eight: no model that works.
  commune('Tả Lèng', [village('Tả Lèng', 115), village('Lùng Trù Hồ', 92), village('Phìn Ngan', 87)], {
    own: quiet.commune({ models_effective: 0, union_models: 0, models_evidence: null }),
    review: 'verified',
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
    {
      key: '2023',
      name: 'Kỳ khảo sát năm 2023 (số liệu minh họa)',
      kind: 'annual',
      form: core,
      period: { from: '2023-01-01', to: '2023-12-31' },
    },
    {
      key: '2024',
      name: 'Kỳ khảo sát năm 2024 (số liệu minh họa)',
      kind: 'annual',
      form,
      previous: '2023',
      period: { from: '2024-01-01', to: '2024-12-31' },
      // V.2: the yearly report is due "trước ngày 12/12".
      deadline: { day: '12-12', bound: 'before' },
    },
  ],
  communes,
  recognition: [
    { commune: 'Bản Bo', round: '2023', state: 'recognised', later: { maintainedIn: '2024' } },
    {
      commune: 'Khun Há',
      round: '2023',
      state: 'recognised',
      later: { revoked: 'Phát hiện 35 cây có chứa chất ma túy tại bản Lao Chải 1 (minh họa)' },
    },
    { commune: 'Bản Giang', round: '2024', state: 'recognised' },
    { commune: 'Nà Tăm', round: '2024', state: 'appraised' },
  ],
};
