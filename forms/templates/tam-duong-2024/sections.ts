import type { Section } from '../../definition/schema.ts';
import { core } from '../core-questions.ts';
import { count, districtCount } from '../question-builders.ts';
import { shared } from '../shared-questions.ts';
import { units } from '../units.ts';

const { people, households, models, agencies } = units;

/** In the order in which a village goes through its books. */
export const villageSections: Section[] = [
  {
    name: 'residents',
    level: 'village',
    label: { vi: 'Dân cư', en: 'Residents' },
    questions: [core.population, core.households_total],
  },
  {
    name: 'drug_users',
    level: 'village',
    label: { vi: 'Người nghiện, người sử dụng, người sau cai', en: 'Addicts, users, post-rehabilitation people' },
    questions: [
      core.addicts_total,
      core.addicts_with_file,
      core.addicts_present,
      core.addicts_present_rehab,
      shared.addicts_rehab,
      core.addicts_new,
      count(
        'mmt_over12m',
        {
          vi: 'Người điều trị bằng thuốc thay thế trên 12 tháng',
          en: 'People on substitution treatment for over 12 months',
        },
        people,
        { vi: 'Điều trị nghiện các chất dạng thuốc phiện, như methadone.', en: 'Opioid treatment such as methadone.' },
      ),
      count(
        'mmt_over12m_ok',
        {
          vi: 'Trong đó: không sử dụng chất ma túy khác và chấp hành tốt nội quy',
          en: 'Of these: use no other drugs and keep the rules',
        },
        people,
      ),
      core.users_total,
      shared.users_with_file,
      core.users_present,
      core.users_present_with_file,
      core.post_rehab_total,
      core.post_rehab_with_file,
    ],
  },
  {
    name: 'crime',
    level: 'village',
    label: { vi: 'Tội phạm, tụ điểm', en: 'Crime and hotspots' },
    questions: [
      core.hotspots,
      core.points,
      core.use_points,
      core.retailers,
      core.gangs,
      core.resident_offenders,
      core.offenders_total,
    ],
  },
  {
    name: 'plants',
    level: 'village',
    label: { vi: 'Trồng cây có chứa chất ma túy', en: 'Drug plants' },
    questions: [core.plant_incidents, core.plants_count, core.plants_area_m2],
  },
  {
    name: 'pledges',
    level: 'village',
    label: { vi: 'Cam kết và truyền thông', en: 'Pledges and communication' },
    questions: [
      core.households_committed,
      count(
        'no_plant_pledges',
        { vi: 'Hộ cam kết không trồng cây có chứa chất ma túy', en: 'Households that pledged not to grow drug plants' },
        households,
        { vi: 'Mỗi hộ tính một lần.', en: 'Count each household once.' },
      ),
      core.hotline_board,
      shared.tip_box,
    ],
  },
  {
    name: 'closing',
    level: 'village',
    label: { vi: 'Minh chứng', en: 'Evidence' },
    questions: [shared.evidence, shared.as_of],
  },
];

export const communeSection: Section = {
  name: 'commune',
  level: 'commune',
  label: { vi: 'Số liệu của xã, thị trấn', en: 'The commune itself' },
  questions: [
    core.models_effective,
    count(
      'union_models',
      {
        vi: 'Mô hình, công trình, phần việc của đoàn viên, hội viên về phòng, chống ma túy',
        en: 'Models, works or tasks by union members against drugs',
      },
      models,
    ),
    {
      type: 'text',
      name: 'models_evidence',
      label: { vi: 'Minh chứng về mô hình', en: 'Evidence of the models' },
      hint: {
        vi: 'Số quyết định thành lập, báo cáo kết quả hoạt động.',
        en: 'The founding decision and the report of activities.',
      },
      // K13: it stands as `required` and not as a check, because a check is not judged while its question is blank.
      required: '${models_effective} > 0 or ${union_models} > 0',
      required_message: {
        vi: 'Xã có mô hình thì ghi minh chứng: số quyết định hoặc tên báo cáo.',
        en: 'Where there are models, give the evidence: a decision number or the name of a report.',
      },
    },
    {
      type: 'date',
      name: 'list_updated_on',
      label: {
        vi: 'Ngày cập nhật gần nhất danh sách người nghiện, người sử dụng',
        en: 'Latest update of the list of addicts and users',
      },
    },
    count(
      'agencies_with_drugs',
      { vi: 'Cơ quan, đơn vị thuộc xã quản lý có tệ nạn ma túy', en: 'Agencies under the commune with drug problems' },
      agencies,
    ),
    districtCount(
      'tv_reports',
      {
        vi: 'Phóng sự truyền hình về xây dựng địa bàn không có ma túy trong năm',
        en: 'Television reports this year on building areas without drugs',
      },
      units.reports,
    ),
  ],
};
