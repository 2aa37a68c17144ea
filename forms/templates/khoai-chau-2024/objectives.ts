import type { Criterion } from '../../definition/schema.ts';
import { communeCount, none, whole } from '../criterion-builders.ts';
import { above, communeWholeOf, comparedWith } from '../measure-builders.ts';
import { units } from '../units.ts';

const { people, places, squareMetres, families, models, surveys, facilities } = units;

/** What the plan tracks; none of it stands in the way of recognition. */
export const objectives: Criterion[] = [
  whole(
    {
      id: 'KC1',
      clause: 'II.3',
      requirement: false,
      title: { vi: 'Người nghiện và người sử dụng được quản lý', en: 'Addicts and users are managed' },
      quote: {
        vi: 'đảm bảo 100% người nghiện, người sử dụng trái phép chất ma túy và được quản lý theo quy định của pháp luật',
      },
      reading: {
        vi: '“Được quản lý” là có hồ sơ quản lý; tính chung người nghiện và người sử dụng, kể cả người vắng mặt.',
        en: 'Managed means with a management file; addicts and users together, including those away.',
      },
    },
    ['addicts_with_file', 'users_with_file'],
    ['addicts_total', 'users_total'],
    'met',
    { counts: { vi: 'Người nghiện, người sử dụng có hồ sơ', en: 'Addicts and users with a file' }, unit: people },
  ),
  {
    id: 'KC2',
    clause: 'II.3',
    requirement: false,
    title: { vi: 'Cơ sở y tế đủ điều kiện xác định tình trạng nghiện', en: 'Health facilities qualified to diagnose' },
    quote: { vi: 'đảm bảo 100% cơ sở y tế đảm bảo đủ điều kiện thực hiện xác định tình trạng nghiện' },
    reading: {
      vi: 'Tính trên các cơ sở y tế làm nhiệm vụ này trong huyện.',
      en: 'Of the district’s facilities that have this task.',
    },
    measure: communeWholeOf('health_fac_qualified', 'health_fac_total', 'met', {
      counts: { vi: 'Cơ sở y tế đủ điều kiện', en: 'Qualified health facilities' },
      unit: facilities,
    }),
  },
  whole(
    {
      id: 'KC3',
      clause: 'II.3',
      requirement: false,
      title: { vi: 'Người sau cai có hồ sơ quản lý', en: 'Post-rehabilitation people have a management file' },
      quote: { vi: 'Phấn đấu 100% người nghiện ma túy hoàn thành cai nghiện ma túy có hồ sơ quản lý, theo dõi' },
    },
    ['post_rehab_with_file'],
    ['post_rehab_total'],
    'met',
    {
      counts: { vi: 'Người sau cai có hồ sơ quản lý', en: 'Post-rehabilitation people with a management file' },
      unit: people,
    },
  ),
  {
    id: 'KC4',
    clause: 'II.3',
    requirement: false,
    title: {
      vi: 'Trên 80% người sau cai được tư vấn, hỗ trợ việc làm',
      en: 'Above 80% of post-rehabilitation people got job counselling or support',
    },
    quote: { vi: 'trên 80% người nghiện ma túy sau cai được tư vấn, hỗ trợ việc làm sau cai nghiện' },
    reading: { vi: '“Trên 80%”: đúng 80% là chưa đạt.', en: '“Above 80%”: exactly 80% is not enough.' },
    measure: above(0.8, 'post_rehab_job_supported', 'post_rehab_total', {
      counts: { vi: 'Người sau cai được tư vấn, hỗ trợ việc làm', en: 'Post-rehabilitation people with job support' },
      unit: people,
    }),
  },
  communeCount(
    {
      id: 'KC5',
      clause: 'II.3',
      requirement: false,
      title: { vi: 'Mỗi năm ít nhất 01 cuộc tổng khảo sát', en: 'At least one general survey a year' },
      quote: {
        vi: 'Hàng năm tổ chức ít nhất 01 cuộc tổng khảo sát, thống kê người nghiện, người sử dụng trái phép chất ma túy trên địa bàn huyện.',
      },
      reading: {
        vi: 'Là việc của huyện: một cuộc tính cho mọi xã, thị trấn.',
        en: 'The district’s task: one survey counts for every commune.',
      },
    },
    'survey_rounds',
    '>=',
    1,
    { counts: { vi: 'Cuộc tổng khảo sát trong năm', en: 'General surveys this year' }, unit: surveys },
  ),
  none(
    {
      id: 'KC6',
      clause: 'II.2',
      requirement: false,
      title: {
        vi: 'Không có điểm, tụ điểm tái hoạt động hoặc phát sinh mới',
        en: 'No point or hotspot active again or new',
      },
      quote: {
        vi: 'không để tái hoạt động lại các điểm, tụ điểm, sau khi triệt xóa; không để phát sinh điểm, tụ điểm phức tạp về ma túy mới',
      },
    },
    ['hotspots_reactivated', 'hotspots_new'],
    {
      counts: {
        vi: 'Điểm, tụ điểm tái hoạt động hoặc phát sinh mới',
        en: 'Points and hotspots active again or new',
      },
      unit: places,
    },
  ),
  whole(
    {
      id: 'KC7',
      clause: 'II.4',
      requirement: false,
      title: { vi: 'Diện tích trồng cây có chứa chất ma túy bị triệt phá hết', en: 'All planted area is destroyed' },
      quote: { vi: 'Kịp thời phát hiện, triệt phá diện tích trồng và tái trồng cây có chứa chất ma túy.' },
    },
    ['plants_area_destroyed_m2'],
    ['plants_area_m2'],
    'met',
    { counts: { vi: 'Diện tích đã triệt phá', en: 'Area destroyed' }, unit: squareMetres },
  ),
  {
    id: 'KC8',
    clause: 'II.3',
    requirement: false,
    title: {
      vi: 'Số người nghiện trong danh sách quản lý giảm so với kỳ trước',
      en: 'Fewer addicts on the managed list than in the previous round',
    },
    quote: { vi: 'từng bước giảm dần số người nghiện ma túy có trong danh sách quản lý' },
    reading: {
      vi: 'Phải ít hơn kỳ trước; kỳ trước bằng 0 thì giữ 0 là đạt.',
      en: 'Below the previous round; where that was 0, staying at 0 is enough.',
    },
    measure: comparedWith('previous', 'addicts_with_file', '<', {
      counts: { vi: 'Người nghiện có hồ sơ quản lý', en: 'Addicts with a management file' },
      unit: people,
    }),
  },
  communeCount(
    {
      id: 'KC9',
      clause: 'III.16',
      requirement: false,
      title: {
        vi: 'Gia đình hội viên, đoàn viên không có người mắc tệ nạn ma túy',
        en: 'No union member’s family is involved in drugs',
      },
      quote: {
        vi: 'phấn đấu 100% hội viên, đoàn viên, gia đình hội viên, đoàn viên không có người mắc tệ nạn ma túy',
      },
    },
    'union_families_with_drugs',
    '=',
    0,
    {
      counts: {
        vi: 'Gia đình hội viên, đoàn viên có người mắc tệ nạn ma túy',
        en: 'Union members’ families with somebody involved in drugs',
      },
      unit: families,
    },
  ),
  communeCount(
    {
      id: 'KC10',
      clause: 'III.17',
      requirement: false,
      title: { vi: 'Có mô hình Đoàn Thanh niên', en: 'A Youth Union model' },
      quote: {
        vi: 'đảm bảo mỗi xã có một mô hình Đoàn Thanh niên tham gia xây dựng xã, thị trấn không có ma túy',
      },
      reading: { vi: 'Có từ một mô hình trở lên.', en: 'One model or more.' },
    },
    'youth_models',
    '>=',
    1,
    { counts: { vi: 'Mô hình Đoàn Thanh niên', en: 'Youth Union models' }, unit: models },
  ),
  {
    id: 'KC11',
    clause: 'III.20',
    requirement: false,
    title: { vi: 'Đã phân loại và ký cam kết', en: 'Classified, and the pledge signed' },
    quote: {
      vi: 'Tổ chức phân loại tình trạng tệ nạn ma túy tại xã, thị trấn và ký cam kết xây dựng xã, thị trấn không có tệ nạn ma túy.',
    },
    reading: {
      vi: 'Xã, thị trấn đã tự phân loại, loại nào cũng được, và đã ký cam kết.',
      en: 'The commune has given itself a class, whichever it is, and signed the pledge.',
    },
    test: "${drug_class} != '' and ${commune_pledge} = 'yes'",
  },
  {
    id: 'KC12',
    clause: 'II.2',
    requirement: false,
    title: { vi: 'Bắt, vận động hết đối tượng truy nã về ma túy', en: 'All fugitives in drug cases caught' },
    quote: {
      vi: 'Tổ chức xác minh, thu thập thông tin, vận động, truy bắt, thanh loại các đối tượng truy nã về ma túy hiện còn lẩn trốn',
    },
    measure: communeWholeOf('fugitives_caught', 'fugitives_known', 'met', {
      counts: { vi: 'Đối tượng truy nã đã bắt, vận động đầu thú', en: 'Fugitives caught or surrendered' },
      unit: people,
    }),
  },
];
