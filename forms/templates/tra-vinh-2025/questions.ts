import type { Question } from '../../definition/schema.ts';
import { count } from '../question-builders.ts';
import { units } from '../units.ts';

const { people, places, incidents, households, tests, teams, months, models, broadcasts, forums, schools } = units;

/** What only this plan asks of its hamlets. */
export const hamlet = {
  addicts_counselled: count(
    'addicts_counselled',
    {
      vi: 'Người nghiện đã được tiếp cận dịch vụ tư vấn, cai nghiện, điều trị',
      en: 'Addicts reached by counselling or treatment',
    },
    people,
    { vi: 'Trong tổng số người nghiện.', en: 'Out of all drug addicts.' },
  ),
  tests_due: count(
    'tests_due',
    {
      vi: 'Lượt xét nghiệm chất ma túy phải thực hiện trong kỳ',
      en: 'Drug tests due in the period',
    },
    tests,
    {
      vi: 'Định kỳ và đột xuất, đối với người sử dụng và người sau cai.',
      en: 'Regular and unannounced, of users and post-rehabilitation people.',
    },
  ),
  tests_done: count('tests_done', { vi: 'Trong đó: đã thực hiện', en: 'Of these: done' }, tests),
  relapse_detected: count(
    'relapse_detected',
    { vi: 'Người tái nghiện, tái sử dụng đã phát hiện trong kỳ', en: 'People found to have relapsed in the period' },
    people,
  ),
  relapse_handled: count(
    'relapse_handled',
    { vi: 'Trong đó: đã có biện pháp phòng ngừa, xử lý', en: 'Of these: dealt with' },
    people,
  ),
  relapse_offences: count(
    'relapse_offences',
    { vi: 'Vụ phạm tội do người tái nghiện, tái sử dụng gây ra', en: 'Offences by people who relapsed' },
    incidents,
  ),
  suspects_grounded: count(
    'suspects_grounded',
    { vi: 'Người có căn cứ sử dụng trái phép chất ma túy', en: 'People with grounds to suspect drug use' },
    people,
    { vi: 'Không cộng vào người nghiện hay người sử dụng.', en: 'Never added to addicts or users.' },
  ),
  suspects_tested: count(
    'suspects_tested',
    { vi: 'Trong đó: đã được xét nghiệm chất ma túy', en: 'Of these: tested' },
    people,
  ),
  returnees_total: count(
    'returnees_total',
    {
      vi: 'Người mãn hạn tù liên quan đến ma túy, người sau cai về địa bàn',
      en: 'People back from prison for drugs or from rehabilitation',
    },
    people,
  ),
  returnees_supported: count(
    'returnees_supported',
    { vi: 'Trong đó: được quản lý, giáo dục, hỗ trợ tái hòa nhập', en: 'Of these: helped to reintegrate' },
    people,
  ),
  returnees_relapsed: count(
    'returnees_relapsed',
    { vi: 'Trong đó: tái phạm tội hoặc tái nghiện ma túy', en: 'Of these: offended again or relapsed' },
    people,
  ),
  drug_related_persons: count(
    'drug_related_persons',
    { vi: 'Đối tượng liên quan đến ma túy', en: 'People connected with drugs' },
    people,
    {
      vi: 'Mọi diện phải cập nhật vào Cơ sở dữ liệu quốc gia về dân cư; mỗi người tính một lần.',
      en: 'All who have to stand in the national population database; count each person once.',
    },
  ),
  persons_in_popdb: count(
    'persons_in_popdb',
    {
      vi: 'Trong đó: đã cập nhật vào Cơ sở dữ liệu quốc gia về dân cư',
      en: 'Of these: entered in the national population database',
    },
    people,
  ),
  hotspots_detected: count(
    'hotspots_detected',
    {
      vi: 'Tụ điểm, điểm, đối tượng, ổ nhóm, đường dây đã phát hiện trong kỳ',
      en: 'Hotspots, points, dealers, groups and rings found in the period',
    },
    places,
    { vi: 'Kể cả nơi đã triệt xóa.', en: 'Those cleared since included.' },
  ),
  hotspots_cleared: count(
    'hotspots_cleared',
    { vi: 'Trong đó: đã triệt xóa, bắt giữ, xử lý', en: 'Of these: cleared, arrested or dealt with' },
    places,
  ),
  cases_detected: count(
    'cases_detected',
    { vi: 'Vụ án, vụ việc về ma túy đã phát hiện trong kỳ', en: 'Drug cases found in the period' },
    incidents,
  ),
  cases_handled: count(
    'cases_handled',
    { vi: 'Trong đó: đã điều tra, xử lý theo quy định', en: 'Of these: investigated and dealt with' },
    incidents,
  ),
  psychosis_incidents: count(
    'psychosis_incidents',
    {
      vi: 'Vụ việc có biểu hiện “ngáo đá” gây ảnh hưởng an ninh, trật tự',
      en: 'Incidents of drug-induced psychosis that disturbed public order',
    },
    incidents,
  ),
  months_with_comms: {
    ...count(
      'months_with_comms',
      {
        vi: 'Số tháng ấp, khóm được tiếp cận thông tin truyền thông phòng, chống ma túy',
        en: 'Months in which the hamlet was reached by drug prevention communication',
      },
      months,
      {
        vi: 'Tính từ tháng 01/2025; tháng nào có ít nhất 01 lần thì tính.',
        en: 'Since January 2025; a month counts with one occasion.',
      },
    ),
    parameters: { max: '12' },
  },
  propaganda_teams: count(
    'propaganda_teams',
    { vi: 'Tổ tuyên truyền viên của ấp, khóm', en: 'Communication teams of the hamlet' },
    teams,
  ),
  households_informed: count(
    'households_informed',
    { vi: 'Hộ dân được phổ biến, tuyên truyền', en: 'Households informed' },
    households,
    { vi: 'Mỗi hộ tính một lần.', en: 'Count each household once.' },
  ),
} satisfies Record<string, Question>;

/** What only this plan asks of the commune. */
export const commune = {
  comms_models: count(
    'comms_models',
    {
      vi: 'Mô hình tuyên truyền, vận động nhân dân phòng, chống ma túy duy trì hiệu quả',
      en: 'Communication models kept up effectively',
    },
    models,
  ),
  reintegration_models: count(
    'reintegration_models',
    { vi: 'Mô hình tái hòa nhập cộng đồng duy trì hiệu quả', en: 'Reintegration models kept up effectively' },
    models,
  ),
  commune_session_months: {
    ...count(
      'commune_session_months',
      {
        vi: 'Số tháng xã có tổ chức tuyên truyền tập trung',
        en: 'Months in which the commune held a communication session',
      },
      months,
      { vi: 'Tính từ tháng 01/2025.', en: 'Since January 2025.' },
    ),
    parameters: { max: '12' },
  },
  broadcasts: count(
    'broadcasts',
    {
      vi: 'Chuyên mục, bản tin phòng, chống ma túy đã phát từ đầu năm',
      en: 'Drug prevention broadcasts since the beginning of the year',
    },
    broadcasts,
  ),
  forums: count(
    'forums',
    {
      vi: 'Diễn đàn “Công an lắng nghe ý kiến Nhân dân” đã tổ chức từ đầu năm',
      en: 'Forums “The police listen to the people” held since the beginning of the year',
    },
    forums,
  ),
  schools_reached: count(
    'schools_reached',
    { vi: 'Cơ sở giáo dục được tuyên truyền phòng, chống ma túy', en: 'Schools reached by drug prevention' },
    schools,
  ),
} satisfies Record<string, Question>;
