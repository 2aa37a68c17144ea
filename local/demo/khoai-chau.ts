import { templates } from '../../forms/index.ts';
import { type DemoCommune, type DemoProvince, file, INVENTED, INVENTED_ACT, verified, villages } from './province.ts';
import { managed as managedIn, quietAnswers } from './quiet-answers.ts';

const form = templates['khoai-chau-2024']!;
const managed = managedIn(form);

const inYear = (year: number) =>
  quietAnswers(form, `${year}-11-15`, {
    youth_models: 1,
    models_evidence: 'Quyết định thành lập mô hình; bản cam kết của xã',
    drug_class: 'IV',
    review_done_on: `${year}-11-20`,
    health_fac_total: 2,
    health_fac_qualified: 2,
    survey_rounds: 1,
  });
const in2024 = inYear(2024);
const in2025 = inYear(2025);

const commune = (name: string, hamlets: string[], rest: Pick<DemoCommune, 'files' | 'origin'>): DemoCommune => ({
  key: name,
  kindLabel: 'xã',
  name,
  attributes: INVENTED,
  villages: villages('thôn', ...hamlets),
  ...rest,
});

/** The five pilots that the plan names, and three others of the district. Nothing comes before 2024, so KC8 is open there. */
const before: DemoCommune[] = [
  commune('Bình Kiều', ['Bình Kiều 1', 'Bình Kiều 2'], {
    files: { '2024': file(in2024.commune(), in2024.village(410, managed(6, 5)), in2024.village(385)) },
  }),
  // 8 of 10 is exactly 80 %, and the plan wants more.
  commune('Nhuế Dương', ['Nhuế Dương 1', 'Nhuế Dương 2'], {
    files: {
      '2024': file(
        in2024.commune(),
        in2024.village(352, { ...managed(5, 5), post_rehab_job_supported: 4 }),
        in2024.village(340, { ...managed(0, 5), post_rehab_job_supported: 4 }),
      ),
    },
  }),
  commune('Đông Ninh', ['Đông Ninh 1', 'Đông Ninh 2'], {
    files: { '2024': file(in2024.commune(), in2024.village(298, managed(10)), in2024.village(301)) },
  }),
  commune('Đại Tập', ['Đại Tập 1', 'Đại Tập 2'], {
    files: {
      '2024': file(
        in2024.commune({ drug_class: 'III' }),
        in2024.village(366, { ...managed(8), points: 1, hotspots_reactivated: 1 }),
        in2024.village(344),
      ),
    },
  }),
  commune('Ông Đình', ['Ông Đình 1', 'Ông Đình 2'], {
    files: {
      '2024': file(
        in2024.commune({ drug_class: 'III' }),
        in2024.village(275, {
          plant_incidents: 1,
          plants_count: 20,
          plants_area_m2: 12.5,
          plants_area_destroyed_m2: 10,
        }),
        in2024.village(262, managed(6)),
      ),
    },
  }),
  commune('Tứ Dân', ['Tứ Dân 1', 'Tứ Dân 2'], {
    files: {
      '2024': file(
        in2024.commune(),
        in2024.village(421, { ...managed(7, 0, 6), users_with_file: 4 }),
        in2024.village(398),
      ),
    },
  }),
  commune('Tân Châu', ['Tân Châu 1', 'Tân Châu 2'], {
    files: {
      '2024': file(
        in2024.commune({
          commune_pledge: 'no',
          youth_models: 0,
          models_evidence: null,
          fugitives_known: 2,
          fugitives_caught: 1,
        }),
        in2024.village(333, managed(5)),
        in2024.village(318),
      ),
    },
  }),
  // The district has not made its own figures known here, and nobody else can.
  commune('Phùng Hưng', ['Phùng Hưng 1', 'Phùng Hưng 2'], {
    files: {
      '2024': file(
        in2024.commune({ health_fac_total: null, health_fac_qualified: null, survey_rounds: null }),
        in2024.village(377),
        in2024.village(369),
      ),
    },
  }),
];

/** The year after the merger: figures of 2024 are summed over the predecessors where all of them came over whole. */
const after: DemoCommune[] = [
  // 27 on file after 10 + 8 + 7 + 5.
  commune('Châu Ninh', ['Đông Ninh', 'Đại Tập', 'Tứ Dân', 'Tân Châu'], {
    origin: {
      date: '2025-07-01',
      legalAct: 'Nghị quyết số 1666/NQ-UBTVQH15 ngày 16/6/2025',
      of: { 'Đông Ninh': 'whole', 'Đại Tập': 'whole', 'Tứ Dân': 'whole', 'Tân Châu': 'whole' },
    },
    files: {
      '2025': verified(
        in2025.commune(),
        in2025.village(601, managed(9)),
        in2025.village(708, managed(7)),
        in2025.village(815, managed(6, 0, 6)),
        in2025.village(650, managed(5)),
      ),
    },
  }),
  // 6 after 6: as many is not fewer.
  commune('Triệu Việt Vương', ['Ông Đình 1', 'Ông Đình 2'], {
    origin: { date: '2025-07-01', legalAct: INVENTED_ACT, of: { 'Ông Đình': 'whole' } },
    files: { '2025': file(in2025.commune(), in2025.village(277), in2025.village(260, managed(6))) },
  }),
  // Nobody knows which of Bình Kiều's figures of 2024 came over.
  commune('Chí Minh', ['Nhuế Dương 1', 'Nhuế Dương 2', 'Bình Kiều 1'], {
    origin: { date: '2025-07-01', legalAct: INVENTED_ACT, of: { 'Nhuế Dương': 'whole', 'Bình Kiều': 'part' } },
    files: {
      '2025': file(
        in2025.commune(),
        in2025.village(350, managed(4, 5)),
        in2025.village(342, managed(0, 5)),
        in2025.village(408, managed(5, 5)),
      ),
    },
  }),
  commune('Khoái Châu', ['Phùng Hưng 1', 'Phùng Hưng 2', 'Bình Kiều 2'], {
    origin: { date: '2025-07-01', legalAct: INVENTED_ACT, of: { 'Phùng Hưng': 'whole', 'Bình Kiều': 'part' } },
    files: { '2025': { commune: null, villages: [in2025.village(380), null, null], submit: false } },
  }),
];

/**
 * Khoái Châu, Hưng Yên. The pilots are the plan's, Châu Ninh and what it came out of are the resolution's; the other mergers,
 * hamlets and every count are invented.
 */
export const khoaiChau: DemoProvince = {
  code: '33',
  name: 'Hưng Yên',
  rounds: [
    { key: '2024', name: 'Kỳ khảo sát năm 2024 (số liệu minh họa)', kind: 'annual', form },
    { key: '2025', name: 'Kỳ khảo sát năm 2025 (số liệu minh họa)', kind: 'annual', form, previous: '2024' },
  ],
  communes: [...before, ...after],
};
