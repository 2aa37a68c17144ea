import { type Answers, type FormDefinition, type Target, templates } from '../../forms/index.ts';
import {
  type DemoCommune,
  type DemoFile,
  type DemoProvince,
  file,
  INVENTED,
  INVENTED_ACT,
  type Origin,
  villages,
} from './province.ts';
import { managed as managedIn, quietAnswers } from './quiet-answers.ts';

const core = templates['national-core']!;
const plan = templates['tra-vinh-2025']!;

/** Decisions made after a target's last day count no more for it: the plan's own target, for 2025, stays as it was then. */
const by2030: Target = {
  id: 'VL1',
  clause: 'bổ sung của tỉnh (minh họa)',
  title: {
    vi: 'Ít nhất 20% số xã, phường không ma túy đến hết năm 2030',
    en: 'At least 20% of the communes and wards without drugs by the end of 2030',
  },
  by: '2030-12-31',
  share: 0.2,
};
const form: FormDefinition = { ...plan, targets: [...plan.targets, by2030] };

const enrolled = quietAnswers(core, '2025-02-26', { models_effective: 1, models_evidence: 'Quyết định thành lập' });
// Ten whole months, three quarters and 45 weeks of 2025 have passed.
const november = quietAnswers(form, '2025-11-15', {
  models_effective: 1,
  comms_models: 1,
  reintegration_models: 1,
  models_evidence: 'Quyết định thành lập mô hình; báo cáo 10 tháng',
  commune_session_months: 10,
  months_with_comms: 10,
  propaganda_teams: 1,
  broadcasts: 45,
  forums: 3,
  orgs_total: 12,
  orgs_reached: 12,
  schools_total: 4,
  schools_reached: 4,
});
const counted = managedIn(core);
const managed = managedIn(form);
const { village } = november;

/** A commune as it stood when it was enrolled in February, with one hamlet. */
const old = (kindLabel: string, name: string, households: number, addicts = 0, users = 0): DemoCommune => ({
  key: `${name} cũ`,
  kindLabel,
  name,
  attributes: INVENTED,
  villages: villages(kindLabel === 'phường' ? 'khóm' : 'ấp', `${name} 1`),
  files: { '2025-02': file(enrolled.commune(), enrolled.village(households, counted(addicts, 0, users))) },
});

const predecessors: DemoCommune[] = [
  old('xã', 'Long Đức', 520, 12),
  old('phường', 'Phường 4', 610, 9),
  old('thị trấn', 'Càng Long', 700, 28),
  old('xã', 'Mỹ Cẩm', 480, 20),
  old('xã', 'Nhị Long Phú', 410, 12),
  old('phường', 'Phường 7', 655, 11),
  old('phường', 'Phường 8', 590, 8),
  old('xã', 'Nguyệt Hóa', 430, 6),
  old('phường', 'Phường 5', 505, 5),
  old('xã', 'Hòa Thuận', 460, 4),
  old('xã', 'Tân An', 520, 9, 2),
  old('xã', 'Huyền Hội', 495, 7),
  old('xã', 'An Trường', 540),
  old('xã', 'An Trường A', 470),
  old('xã', 'Tân Bình', 455),
];

/** By the province's scheme of April 2025, each predecessor whole unless it says otherwise. */
const merged = (...names: string[]): Origin => ({
  date: '2025-07-01',
  legalAct: 'Đề án sắp xếp đơn vị hành chính cấp xã tỉnh Trà Vinh năm 2025',
  of: Object.fromEntries(names.map((name) => [`${name} cũ`, 'whole'])),
});

/** A commune as it is now, with what became of its file of November. */
interface Current extends Pick<DemoFile, 'afterDeadline' | 'extension' | 'review'> {
  /** Null for a hamlet that has not answered. */
  november: (Answers | null)[];
  /** Of a commune that the merger left as it was: its hamlets when it was enrolled. */
  february?: Answers[];
  origin?: Origin;
  onKeyRoute?: 'yes' | 'no';
}

const commune = (
  kindLabel: string,
  name: string,
  { february, origin, onKeyRoute = 'no', november: hamlets, ...afterwards }: Current,
): DemoCommune => ({
  key: name,
  kindLabel,
  name,
  attributes: { ...INVENTED, on_key_route: onKeyRoute },
  villages: villages(kindLabel === 'phường' ? 'khóm' : 'ấp', ...hamlets.map((_, i) => `${name} ${i + 1}`)),
  ...(origin ? { origin } : {}),
  files: {
    ...(february ? { '2025-02': file(enrolled.commune(), ...february) } : {}),
    '2025-11': { ...file(november.commune(), ...hamlets), ...afterwards },
  },
});

const current: DemoCommune[] = [
  // Class I by five hotspots; points would not have counted.
  commune('phường', 'Long Đức', {
    origin: merged('Long Đức', 'Phường 4'),
    november: [village(525, { ...managed(10), hotspots: 5, hotspots_detected: 5 }), village(612, managed(9))],
    review: 'verified',
  }),
  // Class II by 66 addicts on file, six more than the 28 + 20 + 12 of February.
  commune('xã', 'Càng Long', {
    origin: merged('Càng Long', 'Mỹ Cẩm', 'Nhị Long Phú'),
    november: [village(703, managed(31)), village(482, managed(22)), village(412, managed(13))],
    review: 'verified',
  }),
  // Class III by 22 addicts on file, raised to II by the route. One household has not signed.
  commune('phường', 'Nguyệt Hóa', {
    origin: merged('Phường 7', 'Phường 8', 'Nguyệt Hóa'),
    onKeyRoute: 'yes',
    november: [
      village(657, managed(10)),
      village(592, { ...managed(7), households_committed: 591 }),
      village(433, managed(5)),
    ],
  }),
  // Class III by plants. A part of Hòa Thuận came over: whether there are more addicts than in February is open.
  commune('phường', 'Hòa Thuận', {
    origin: { date: '2025-07-01', legalAct: INVENTED_ACT, of: { 'Phường 5 cũ': 'whole', 'Hòa Thuận cũ': 'part' } },
    november: [
      village(508, managed(5)),
      village(240, {
        ...managed(2),
        plant_incidents: 1,
        plants_count: 30,
        plants_area_m2: 8.5,
        plants_area_destroyed_m2: 8.5,
      }),
    ],
  }),
  // All eight conditions met with 15 addicts, one fewer than in February: recognised, and not "without drugs".
  commune('xã', 'Tân An', {
    origin: merged('Tân An', 'Huyền Hội'),
    november: [village(522, { ...managed(9, 0, 2), tests_due: 8, tests_done: 8 }), village(498, managed(6))],
    review: 'verified',
  }),
  // Class V: nothing arose, and 0 stayed 0.
  commune('xã', 'An Trường', {
    origin: merged('An Trường', 'An Trường A', 'Tân Bình'),
    november: [village(543), village(471), village(458)],
    review: 'verified',
  }),
  // 25 addicts of whom 12 are on file: classified as 25. Handed in late.
  commune('xã', 'Long Vĩnh', {
    february: [enrolled.village(385, counted(14)), enrolled.village(400, counted(11))],
    november: [
      village(388, { ...managed(14), addicts_with_file: 7 }),
      village(402, { ...managed(11), addicts_with_file: 5 }),
    ],
    afterDeadline: true,
  }),
  // 61 on file and a hamlet missing: class II at least, perhaps I. Handed in after the deadline, within its extension.
  commune('xã', 'Đông Hải', {
    february: [
      enrolled.village(510, counted(40)),
      enrolled.village(470, counted(30)),
      enrolled.village(330, counted(10)),
    ],
    november: [village(512, managed(35)), village(476, managed(26)), null],
    afterDeadline: true,
    extension: 'Xã xin thêm thời gian xác minh số liệu (minh họa)',
  }),
  // Two offenders among exactly 2.000 people: at the threshold of class III, and recognised all the same.
  commune('xã', 'Mỹ Long', {
    february: [enrolled.village(260), enrolled.village(240)],
    november: [village(260, { offenders_total: 2, cases_detected: 1, cases_handled: 1 }), village(240)],
    review: 'verified',
  }),
  // Returned, and so collecting again.
  commune('xã', 'Hiệp Mỹ', {
    february: [enrolled.village(315), enrolled.village(288)],
    november: [village(318), null],
    review: {
      returned: [
        { at: 1, text: 'Ấp chưa có số liệu. Đề nghị nhập đầy đủ rồi nộp lại.' },
        { at: 0, question: 'households_total', text: 'Tháng 02/2025 ấp có 315 hộ. Đề nghị kiểm tra lại số hộ.' },
      ],
    },
  }),
];

/**
 * Communes of the former Trà Vinh, since July 2025 in Vĩnh Long, enrolled in February and reviewed in November. Names and mergers
 * are those of the province's scheme, but for the part of Hòa Thuận; hamlets and every count are invented.
 */
export const traVinh: DemoProvince = {
  code: '86',
  name: 'Vĩnh Long',
  rounds: [
    { key: '2025-02', name: 'Thời điểm đưa vào xây dựng, 02/2025 (số liệu minh họa)', kind: 'baseline', form: core },
    {
      key: '2025-11',
      name: 'Kỳ đánh giá tháng 11/2025 (số liệu minh họa)',
      kind: 'annual',
      form,
      previous: '2025-02',
      baseline: '2025-02',
      // III.2: the third stage, review and assessment, ends "trước ngày 14/12/2025".
      deadline: { day: '2025-12-14', bound: 'before' },
    },
  ],
  communes: [...predecessors, ...current],
  recognition: ['An Trường', 'Tân An', 'Mỹ Long'].map((commune) => ({
    commune,
    round: '2025-11',
    state: 'recognised',
  })),
};
