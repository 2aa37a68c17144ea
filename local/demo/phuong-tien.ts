import { type Criterion, type FormDefinition, templates } from '../../forms/index.ts';
import { type DemoCommune, type DemoProvince, file, INVENTED, INVENTED_ACT, verified, villages } from './province.ts';
import { managed as managedIn, quietAnswers } from './quiet-answers.ts';

const core = templates['national-core']!;
const plan = templates['phuong-tien-2026']!;

/** What a province may add to a template: the plan itself compares nothing with the time before the merger. */
const noMoreThanIn2024: Criterion = {
  id: 'TN1',
  clause: 'bổ sung của tỉnh (minh họa)',
  requirement: false,
  title: { vi: 'Số người nghiện không tăng so với năm 2024', en: 'No more addicts than in 2024' },
  measure: {
    numerator: 'sum(${addicts_total})',
    denominator: 'baseline(sum(${addicts_total}))',
    comparison: '<=',
    target: 1,
    empty: 'met',
    counts: { vi: 'Người nghiện', en: 'Addicts' },
    unit: { vi: 'người', en: 'people' },
  },
};
const form: FormDefinition = { ...plan, criteria: [...plan.criteria, noMoreThanIn2024] };

const models = { models_effective: 1, models_evidence: 'Quyết định thành lập mô hình' };
const in2024 = quietAnswers(core, '2024-12-15', models);
const in2025 = quietAnswers(core, '2025-12-15', models);
const in2026 = quietAnswers(form, '2026-03-31', {
  orgs_total: 14,
  orgs_reached: 14,
  schools_total: 5,
  schools_model: 5,
  models_evidence: 'Kế hoạch và biên bản công nhận mô hình',
  students_total: 1240,
  students_reached: 1240,
  workers_total: 120,
  workers_reached: 120,
});
const counted = managedIn(core);
const managed = managedIn(form);

const commune = (
  commune: Pick<DemoCommune, 'key' | 'name' | 'files' | 'origin' | 'code'>,
  hamlets: string[],
): DemoCommune => ({
  kindLabel: 'xã',
  attributes: INVENTED,
  villages: villages('xóm', ...hamlets),
  ...commune,
});

/** The communes until the merger of 1 July 2025. */
const before: DemoCommune[] = [
  commune(
    {
      key: 'Phượng Tiến cũ',
      name: 'Phượng Tiến',
      code: '05566',
      files: { '2024': file(in2024.commune(), in2024.village(310, counted(6, 2, 2)), in2024.village(295, counted(3))) },
    },
    ['Phượng Tiến 1', 'Phượng Tiến 2'],
  ),
  commune(
    {
      key: 'Tân Dương',
      name: 'Tân Dương',
      code: '05563',
      files: { '2024': file(in2024.commune(), in2024.village(402, counted(7, 1, 3)), in2024.village(377)) },
    },
    ['Tân Dương 1', 'Tân Dương 2'],
  ),
  commune(
    {
      key: 'Tân Thịnh',
      name: 'Tân Thịnh',
      files: { '2024': file(in2024.commune(), in2024.village(288, counted(5)), in2024.village(264)) },
    },
    ['Tân Thịnh 1', 'Tân Thịnh 2'],
  ),
  commune(
    {
      key: 'Trung Hội cũ',
      name: 'Trung Hội',
      files: { '2024': file(in2024.commune(), in2024.village(421, counted(8, 3))) },
    },
    ['Trung Hội 1'],
  ),
  commune(
    {
      key: 'Bộc Nhiêu',
      name: 'Bộc Nhiêu',
      files: { '2024': file(in2024.commune(), in2024.village(333, counted(6)), in2024.village(301, counted(2))) },
    },
    ['Bộc Nhiêu 1', 'Bộc Nhiêu 2'],
  ),
];

const after: DemoCommune[] = [
  // It bears the code that was Tân Dương's, and the name of a commune that bore another.
  commune(
    {
      key: 'Phượng Tiến',
      name: 'Phượng Tiến',
      code: '05563',
      origin: {
        date: '2025-07-01',
        legalAct: 'Nghị quyết số 1683/NQ-UBTVQH15 ngày 16/6/2025',
        of: { 'Phượng Tiến cũ': 'whole', 'Tân Dương': 'whole', 'Tân Thịnh': 'whole' },
      },
      files: {
        '2025': file(
          in2025.commune(),
          in2025.village(607, counted(9, 2, 2)),
          in2025.village(780, counted(7, 2, 3)),
          in2025.village(553, counted(4)),
        ),
        // 36 of 40 is exactly 90 %, and the plan wants more; 19 addicts after 9 + 7 + 5.
        '2026': file(
          in2026.commune({ workers_reached: 118 }),
          in2026.village(609, { ...managed(8, 3, 2), counsel_eligible: 15, counselled_persons: 13 }),
          in2026.village(782, {
            ...managed(7, 2, 4),
            users_new: 1,
            counsel_eligible: 15,
            counselled_persons: 14,
            at_risk_points: 1,
          }),
          in2026.village(551, { ...managed(4, 2), counsel_eligible: 10, counselled_persons: 9, tip_box: 'no' }),
        ),
      },
    },
    ['Phượng Tiến', 'Tân Dương', 'Tân Thịnh'],
  ),
  // A part of Bộc Nhiêu came over, nobody knows with how many of its addicts.
  commune(
    {
      key: 'Trung Hội',
      name: 'Trung Hội',
      origin: { date: '2025-07-01', legalAct: INVENTED_ACT, of: { 'Trung Hội cũ': 'whole', 'Bộc Nhiêu': 'part' } },
      files: {
        '2025': file(in2025.commune(), in2025.village(423, counted(7, 3)), in2025.village(335, counted(6))),
        '2026': verified(
          in2026.commune(),
          in2026.village(425, { ...managed(7, 3), counsel_eligible: 10, counselled_persons: 10 }),
          in2026.village(331, { ...managed(5), counsel_eligible: 5, counselled_persons: 5 }),
        ),
      },
    },
    ['Trung Hội 1', 'Bộc Nhiêu 1'],
  ),
  commune(
    {
      key: 'Lam Vỹ',
      name: 'Lam Vỹ',
      files: {
        '2025': file(in2025.commune(), in2025.village(287), in2025.village(266)),
        '2026': { commune: null, villages: [in2026.village(289), null], submit: false },
      },
    },
    ['Lam Vỹ 1', 'Lam Vỹ 2'],
  ),
];

/**
 * Phượng Tiến, Thái Nguyên, and two neighbours. The plan is of the commune that was made in 2025; which communes merged into it
 * it does not say, and beside old Phượng Tiến and Tân Dương their names here are an illustration, as are hamlets and counts.
 */
export const phuongTien: DemoProvince = {
  code: '19',
  name: 'Thái Nguyên',
  rounds: [
    { key: '2024', name: 'Mốc ban đầu năm 2024 (số liệu minh họa)', kind: 'baseline', form: core },
    { key: '2025', name: 'Kỳ khảo sát năm 2025 (số liệu minh họa)', kind: 'annual', form: core, previous: '2024' },
    {
      key: '2026',
      name: 'Kỳ khảo sát quý I năm 2026 (số liệu minh họa)',
      kind: 'annual',
      form,
      previous: '2025',
      baseline: '2024',
    },
  ],
  communes: [...before, ...after],
  recognition: [{ commune: 'Trung Hội', round: '2026', state: 'proposed' }],
};
