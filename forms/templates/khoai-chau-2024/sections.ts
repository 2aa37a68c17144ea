import type { Question, Section } from '../../definition/schema.ts';
import { core } from '../core-questions.ts';
import { count, districtCount, evidenceWhere, yesNo } from '../question-builders.ts';
import { shared } from '../shared-questions.ts';
import { units } from '../units.ts';

/** The class that the commune gives itself under III.20, from the worst down. */
export const drugClasses = [
  { name: 'I', label: { vi: 'Trọng điểm loại I', en: 'Key area, class I' } },
  { name: 'II', label: { vi: 'Trọng điểm loại II', en: 'Key area, class II' } },
  { name: 'III', label: { vi: 'Trọng điểm loại III', en: 'Key area, class III' } },
  { name: 'IV', label: { vi: 'Có tệ nạn ma túy, ít phức tạp', en: 'Some drug problems, low complexity' } },
  { name: 'V', label: { vi: 'Không có tệ nạn ma túy', en: 'No drug problems' } },
];

/** What only this plan asks. */
export const own = {
  post_rehab_job_supported: count(
    'post_rehab_job_supported',
    {
      vi: 'Người sau cai được tư vấn, hỗ trợ việc làm',
      en: 'Post-rehabilitation people who got job counselling or support',
    },
    units.people,
    { vi: 'Trong số người sau cai ở trên.', en: 'Out of the post-rehabilitation people above.' },
  ),
  hotspots_reactivated: count(
    'hotspots_reactivated',
    { vi: 'Điểm, tụ điểm tái hoạt động sau khi triệt xóa', en: 'Points and hotspots active again after being cleared' },
    units.places,
  ),
  hotspots_new: count(
    'hotspots_new',
    { vi: 'Điểm, tụ điểm phát sinh mới trong kỳ', en: 'New points and hotspots in the period' },
    units.places,
    { vi: 'Không tính lại điểm, tụ điểm tái hoạt động.', en: 'Leave out those active again.' },
  ),
  health_fac_total: districtCount(
    'health_fac_total',
    { vi: 'Cơ sở y tế làm nhiệm vụ xác định tình trạng nghiện', en: 'Health facilities that diagnose addiction' },
    units.facilities,
  ),
  health_fac_qualified: districtCount(
    'health_fac_qualified',
    { vi: 'Trong đó: đủ điều kiện xác định tình trạng nghiện', en: 'Of these: qualified to diagnose addiction' },
    units.facilities,
  ),
  survey_rounds: districtCount(
    'survey_rounds',
    {
      vi: 'Cuộc tổng khảo sát, thống kê người nghiện, người sử dụng trong năm',
      en: 'General surveys of addicts and users this year',
    },
    units.surveys,
  ),
} satisfies Record<string, Question>;

/** In the order in which a village goes through its books, then the commune. */
export const sections: Section[] = [
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
      core.users_total,
      shared.users_with_file,
      core.post_rehab_total,
      core.post_rehab_with_file,
      own.post_rehab_job_supported,
    ],
  },
  {
    name: 'crime',
    level: 'village',
    label: { vi: 'Điểm, tụ điểm', en: 'Points and hotspots' },
    questions: [core.hotspots, core.points, own.hotspots_reactivated, own.hotspots_new],
  },
  {
    name: 'plants',
    level: 'village',
    label: { vi: 'Trồng cây có chứa chất ma túy', en: 'Drug plants' },
    questions: [core.plant_incidents, core.plants_count, core.plants_area_m2, shared.plants_area_destroyed_m2],
  },
  {
    name: 'closing',
    level: 'village',
    label: { vi: 'Minh chứng', en: 'Evidence' },
    questions: [shared.evidence, shared.as_of],
  },
  {
    name: 'commune',
    level: 'commune',
    label: { vi: 'Số liệu của xã, thị trấn', en: 'The commune itself' },
    questions: [
      {
        type: 'select_one',
        name: 'drug_class',
        label: {
          vi: 'Phân loại tình trạng tệ nạn ma túy của xã, thị trấn',
          en: 'Class of the commune’s drug situation',
        },
        choices: 'drug_class',
        required: true,
      },
      yesNo('commune_pledge', {
        vi: 'Xã, thị trấn đã ký cam kết xây dựng địa bàn không có tệ nạn ma túy',
        en: 'The commune signed the pledge to become a place without drug problems',
      }),
      count(
        'union_families_with_drugs',
        {
          vi: 'Gia đình hội viên, đoàn viên có người mắc tệ nạn ma túy',
          en: 'Families of union members with somebody involved in drugs',
        },
        units.families,
      ),
      count(
        'youth_models',
        {
          vi: 'Mô hình Đoàn Thanh niên tham gia xây dựng xã, thị trấn không có ma túy',
          en: 'Youth Union models for a commune without drugs',
        },
        units.models,
      ),
      evidenceWhere("${youth_models} > 0 or ${commune_pledge} = 'yes'"),
      shared.fugitives_known,
      shared.fugitives_caught,
      yesNo('action_month_done', {
        vi: 'Đã tổ chức Tháng hành động phòng, chống ma túy (tháng 6)',
        en: 'The action month against drugs (June) was held',
      }),
      {
        type: 'date',
        name: 'review_done_on',
        label: {
          vi: 'Ngày hoàn thành rà soát, đánh giá, phân loại hằng năm',
          en: 'The day on which the yearly review was finished',
        },
      },
    ],
  },
  {
    name: 'district',
    level: 'commune',
    label: { vi: 'Số liệu do huyện thông báo', en: 'Figures that the district makes known' },
    questions: [own.health_fac_total, own.health_fac_qualified, own.survey_rounds],
  },
];
