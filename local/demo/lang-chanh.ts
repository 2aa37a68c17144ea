import { type Answers, templates, type Value } from '../../forms/index.ts';
import { type DemoProvince, file, INVENTED, INVENTED_ACT, villages } from './province.ts';
import { quietAnswers } from './quiet-answers.ts';

const form = templates['lang-chanh-2023']!;
const atBaseline = quietAnswers(form, '2022-12-31', { green_zone: 'not_green', unions_total: 9 });
const in2023 = quietAnswers(form, '2023-11-30', { green_zone: 'not_green', unions_total: 9, unions_committed: 9 });

interface Quarter {
  name: string;
  households: number;
  /** At the baseline, and in 2023. */
  addicts: [number, number];
  different?: Record<string, Value>;
}

/** Fourteen quarters; the first three are the key quarters that the plan names. */
const quarters: Quarter[] = [
  { name: 'Nguyễn Trãi', households: 164, addicts: [12, 10] },
  // As many as before: contained.
  { name: 'Chiềng Trải', households: 131, addicts: [9, 9] },
  // One more than before. That Nguyễn Trãi has two fewer does not make up for it.
  { name: 'Chí Linh', households: 142, addicts: [7, 8], different: { addicts_new: 1 } },
  { name: 'Số 4', households: 97, addicts: [3, 2], different: { sale_points_detected: 2, sale_points_destroyed: 2 } },
  { name: 'Số 5', households: 88, addicts: [2, 2], different: { addict_families_committed: 1 } },
  // The first addict of a quarter that had none.
  { name: 'Số 6', households: 104, addicts: [0, 1], different: { addicts_new: 1 } },
  { name: 'Số 7', households: 76, addicts: [0, 0] },
  // Suspected addicts are counted apart and never make LC1 fail.
  { name: 'Số 8', households: 93, addicts: [0, 0], different: { suspected_addicts: 3 } },
  { name: 'Số 9', households: 81, addicts: [0, 0] },
  { name: 'Số 10', households: 69, addicts: [0, 0] },
  // Not counted at all: blank, which is not 0.
  { name: 'Số 11', households: 72, addicts: [0, 0], different: { suspected_addicts: null } },
  { name: 'Số 12', households: 85, addicts: [0, 0] },
  { name: 'Số 13', households: 90, addicts: [0, 0], different: { model_deployed: 'no', village_registered: 'no' } },
  { name: 'Số 14', households: 66, addicts: [0, 0], different: { model_deployed: 'no' } },
];

const TEAMS = { anxh_total: 3 };

const before = ({ households, addicts: [addicts] }: Quarter): Answers =>
  atBaseline.village(households, {
    ...TEAMS,
    addicts_total: addicts,
    addict_families: addicts,
    households_committed: 0,
    model_deployed: 'no',
    village_registered: 'no',
    evidence: null,
  });

const now = ({ households, addicts: [, addicts], different }: Quarter): Answers =>
  in2023.village(households, {
    ...TEAMS,
    anxh_committed: 3,
    addicts_total: addicts,
    addict_families: addicts,
    addict_families_committed: addicts,
    ...different,
  });

/**
 * Lang Chánh town, Thanh Hóa. Its three key quarters are the plan's; the other eleven, every count and what the town became are
 * invented.
 */
export const langChanh: DemoProvince = {
  code: '38',
  name: 'Thanh Hóa',
  rounds: [
    { key: '2022', name: 'Mốc ban đầu cuối năm 2022 (số liệu minh họa)', kind: 'baseline', form },
    {
      key: '2023',
      name: 'Khu phố tự quản năm 2023 (số liệu minh họa)',
      kind: 'annual',
      form,
      previous: '2022',
      baseline: '2022',
    },
  ],
  communes: [
    {
      key: 'Lang Chánh',
      kindLabel: 'thị trấn',
      name: 'Lang Chánh',
      attributes: INVENTED,
      villages: villages('khu phố', ...quarters.map(({ name }) => name)),
      files: {
        '2022': file(atBaseline.commune(), ...quarters.map(before)),
        '2023': file(in2023.commune(), ...quarters.map(now)),
      },
    },
    // The town was dissolved in 2025; its rounds keep it as it was.
    {
      key: 'Linh Sơn',
      kindLabel: 'xã',
      name: 'Linh Sơn',
      attributes: INVENTED,
      villages: [],
      origin: { date: '2025-07-01', legalAct: INVENTED_ACT, of: { 'Lang Chánh': 'whole' } },
      files: {},
    },
  ],
};
