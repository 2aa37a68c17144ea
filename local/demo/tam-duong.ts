import type { Answers, Value } from '../../forms/index.ts';

/**
 * The thirteen units of the former Tam Đường district, Lai Châu. Their names are the plan's area; their villages, populations and
 * every count are invented to show the rules at work, and marked so in the unit's attributes.
 */
export const INVENTED = { note: 'Số liệu minh họa, không phải số liệu thật' };

export interface DemoVillage {
  kindLabel: string;
  name: string;
  /** Null for a village that has not answered. Question names verbatim; a key with null is a blank. */
  answers: Answers | null;
}

export interface DemoCommune {
  kindLabel: string;
  name: string;
  villages: DemoVillage[];
  commune: Answers | null;
  submit: boolean;
}

const NONE_COUNTED = [
  ...['addicts_total', 'addicts_with_file', 'addicts_present', 'addicts_present_rehab', 'addicts_rehab', 'addicts_new'],
  ...['mmt_over12m', 'mmt_over12m_ok', 'users_total', 'users_with_file', 'users_present', 'users_present_with_file'],
  ...['post_rehab_total', 'post_rehab_with_file', 'hotspots', 'points', 'use_points', 'retailers', 'gangs'],
  ...['resident_offenders', 'offenders_total', 'plant_incidents', 'plants_count', 'plants_area_m2'],
];

/** A village in which nothing arose and everybody signed, but for what `different` says. */
function village(
  name: string,
  households: number,
  different: Record<string, Value> = {},
  kindLabel = 'bản',
): DemoVillage {
  const answers: Answers = {
    ...Object.fromEntries(NONE_COUNTED.map((question) => [question, 0])),
    population: households * 5,
    households_total: households,
    households_committed: households,
    no_plant_pledges: households,
    hotline_board: 'yes',
    tip_box: 'yes',
    evidence: 'Biên bản họp bản; danh sách ký cam kết lưu tại xã',
    as_of: '2024-11-15',
  };
  return { kindLabel, name, answers: { ...answers, ...different } };
}

const unanswered = (name: string, kindLabel = 'bản'): DemoVillage => ({ kindLabel, name, answers: null });

/** People who are all counted, filed and cared for as the plan asks. */
const managed = (addicts: number, postRehab: number): Record<string, Value> => ({
  addicts_total: addicts,
  addicts_with_file: addicts,
  addicts_present: addicts,
  addicts_present_rehab: addicts,
  addicts_rehab: addicts,
  mmt_over12m: addicts,
  mmt_over12m_ok: addicts,
  post_rehab_total: postRehab,
  post_rehab_with_file: postRehab,
});

const COMMUNE: Answers = {
  models_effective: 1,
  union_models: 1,
  models_evidence: 'Quyết định thành lập mô hình; báo cáo kết quả năm 2024',
  list_updated_on: '2024-11-10',
  agencies_with_drugs: 0,
};

const commune = (name: string, villages: DemoVillage[], rest: Partial<DemoCommune> = {}): DemoCommune => ({
  kindLabel: 'xã',
  name,
  villages,
  commune: COMMUNE,
  submit: true,
  ...rest,
});

/** Three ready, six not ready and four undetermined, each for a reason of its own. */
export const tamDuong: DemoCommune[] = [
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
  commune('Bình Lư', [village('Nà Đon', 133), village('Nà Hum', 118), unanswered('Thèn Thầu'), village('Km 2', 141)]),
  // One number is blank, and blank is not 0.
  commune('Giang Ma', [
    village('Giang Ma', 127, { ...managed(5, 6), post_rehab_with_file: null }),
    village('Sin Chải', 83),
    village('Phìn Chải', 79),
  ]),
  // Still collecting.
  commune('Hồ Thầu', [village('Gia Khâu', 101), village('Sì Thâu Chải', 64), unanswered('Rừng Ổi')], {
    commune: null,
    submit: false,
  }),
  commune('Khun Há', [
    village('Lao Chải 1', 89, { plant_incidents: 1, plants_count: 35, plants_area_m2: 12.5 }),
    village('Sàn Phàng Thấp', 72),
    village('Nậm Đích', 66),
  ]),
  commune('Nà Tăm', [village('Nà Tăm', 104, managed(5, 0)), village('Nà Vàn', 97), village('Nà Hiềng', 85)]),
  // One hotspot is enough, although a village is missing.
  commune('Nùng Nàng', [
    village('Nùng Nàng', 99, { hotspots: 1, points: 1 }),
    unanswered('Sáy San'),
    village('Chin Chu Chải', 58),
  ]),
  // Has not begun.
  commune('Sơn Bình', [unanswered('Chu Va 6'), unanswered('Chu Va 8'), unanswered('Huổi Ke')], {
    commune: null,
    submit: false,
  }),
  // Seven of eight: no model that works.
  commune('Tả Lèng', [village('Tả Lèng', 115), village('Lùng Trù Hồ', 92), village('Phìn Ngan', 87)], {
    commune: { ...COMMUNE, models_effective: 0, union_models: 0, models_evidence: null },
  }),
  commune('Thèn Sin', [
    village('Thèn Sin 1', 108, {
      ...managed(8, 0),
      mmt_over12m_ok: 6,
      users_total: 9,
      users_with_file: 7,
      users_present: 9,
      users_present_with_file: 7,
    }),
    village('Đông Phong', 94, { hotline_board: 'no' }),
    village('Na Đông', 77),
  ]),
];
