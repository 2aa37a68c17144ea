import type { Question } from '../../definition/schema.ts';
import { count, yesNo } from '../question-builders.ts';
import { units } from '../units.ts';

const { people, places, incidents, students, schools, requests } = units;

/** What only this plan asks of its hamlets. */
export const hamlet = {
  psychosis_with_file: count(
    'psychosis_with_file',
    { vi: 'Người loạn thần, “ngáo đá” có hồ sơ quản lý', en: 'People with drug-induced psychosis with a file' },
    people,
    { vi: 'Trong số người loạn thần ở trên.', en: 'Out of those above.' },
  ),
  counsel_eligible: count(
    'counsel_eligible',
    { vi: 'Người thuộc diện được tư vấn, hỗ trợ, can thiệp', en: 'People to be counselled, supported or treated' },
    people,
    {
      vi: 'Người sử dụng, người nghiện, người đang cai, đang điều trị và người sau cai; mỗi người tính một lần.',
      en: 'Users, addicts, people in rehabilitation or treatment and after it; count each person once.',
    },
  ),
  counselled_persons: count(
    'counselled_persons',
    {
      vi: 'Trong đó: đã được tư vấn, hỗ trợ và can thiệp về y tế, tâm lý',
      en: 'Of these: counselled, supported and treated, medically and psychologically',
    },
    people,
    { vi: 'Đếm người, không đếm lượt tư vấn.', en: 'Count people, not sessions.' },
  ),
  legal_aid_requests: count(
    'legal_aid_requests',
    { vi: 'Trường hợp thuộc diện có yêu cầu trợ giúp pháp lý', en: 'Eligible requests for legal aid' },
    requests,
  ),
  legal_aid_given: count(
    'legal_aid_given',
    { vi: 'Trong đó: đã được trợ giúp pháp lý', en: 'Of these: given legal aid' },
    requests,
  ),
  at_risk_points: count(
    'at_risk_points',
    { vi: 'Điểm có nguy cơ phức tạp về ma túy', en: 'Places at risk of becoming drug trouble points' },
    places,
    { vi: 'Không tính lại điểm, tụ điểm phức tạp.', en: 'Leave out trouble points and hotspots.' },
  ),
  use_points_detected: count(
    'use_points_detected',
    {
      vi: 'Điểm tổ chức, chứa chấp sử dụng trái phép đã phát hiện trong kỳ',
      en: 'Places of organised or harboured drug use found in the period',
    },
    places,
  ),
  use_points_destroyed: count(
    'use_points_destroyed',
    { vi: 'Trong đó: đã triệt phá', en: 'Of these: shut down' },
    places,
  ),
  production_incidents: count(
    'production_incidents',
    { vi: 'Vụ sản xuất trái phép chất ma túy', en: 'Incidents of illicit drug production' },
    incidents,
  ),
  violators_known: count(
    'violators_known',
    {
      vi: 'Người cư trú có hành vi vi phạm pháp luật về ma túy đã phát hiện',
      en: 'Residents found to have broken drug law',
    },
    people,
  ),
  violators_handled: count(
    'violators_handled',
    { vi: 'Trong đó: đã ngăn chặn, xử lý, bắt giữ', en: 'Of these: stopped, dealt with or arrested' },
    people,
  ),
  comms_done: yesNo('comms_done', {
    vi: 'Đã tổ chức tuyên truyền, phổ biến, giáo dục về phòng, chống ma túy tại xóm',
    en: 'Drug prevention communication was held in the hamlet',
  }),
} satisfies Record<string, Question>;

/** What only this plan asks of the commune. */
export const commune = {
  students_total: count('students_total', { vi: 'Học sinh trên địa bàn', en: 'Students in the commune' }, students),
  students_reached: count(
    'students_reached',
    { vi: 'Học sinh đã được tuyên truyền, giáo dục', en: 'Students reached by prevention education' },
    students,
    { vi: 'Mỗi học sinh tính một lần.', en: 'Count each student once.' },
  ),
  students_involved: count(
    'students_involved',
    { vi: 'Học sinh mắc tệ nạn ma túy', en: 'Students involved in drugs' },
    students,
  ),
  schools_model: count(
    'schools_model',
    { vi: 'Trường có mô hình “Trường học không ma túy”', en: 'Schools with the “School without drugs” model' },
    schools,
  ),
  workers_total: count(
    'workers_total',
    { vi: 'Người lao động tại doanh nghiệp, xưởng sản xuất', en: 'Workers in businesses and workshops' },
    people,
  ),
  workers_reached: count(
    'workers_reached',
    { vi: 'Người lao động đã được tuyên truyền, phổ biến', en: 'Workers reached by prevention communication' },
    people,
    { vi: 'Mỗi người tính một lần.', en: 'Count each person once.' },
  ),
} satisfies Record<string, Question>;
