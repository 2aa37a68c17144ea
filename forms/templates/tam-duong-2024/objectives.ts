import type { Criterion } from '../../definition/schema.ts';
import { communeCount, everyVillage, whole } from '../criterion-builders.ts';
import { units } from '../units.ts';

const { people, households, villages } = units;

/** What the plan's tasks ask for beside recognition. */
export const objectives: Criterion[] = [
  everyVillage(
    {
      id: 'TD9',
      clause: 'III.2',
      requirement: false,
      title: { vi: 'Mọi thôn, bản có hòm thư tố giác', en: 'Every village has a tip box' },
      quote: { vi: 'mỗi thôn, bản, tổ dân phố xây dựng, duy trì 01 hòm thư tố giác tội phạm' },
    },
    'tip_box',
    { counts: { vi: 'Có hòm thư tố giác', en: 'Tip box' }, unit: villages },
  ),
  whole(
    {
      id: 'TD10',
      clause: 'III.4',
      requirement: false,
      title: {
        vi: 'Người nghiện và người sử dụng được lập hồ sơ quản lý',
        en: 'Addicts and users have a management file',
      },
      quote: { vi: 'bảo đảm 100% người nghiện ma tuý, người sử dụng trái phép chất ma túy được lập hồ sơ quản lý' },
      reading: {
        vi: 'Tính chung người nghiện và người sử dụng, kể cả người không có mặt tại địa bàn.',
        en: 'Addicts and users together, including those away.',
      },
    },
    ['addicts_with_file', 'users_with_file'],
    ['addicts_total', 'users_total'],
    'met',
    { counts: { vi: 'Người nghiện, người sử dụng có hồ sơ', en: 'Addicts and users with a file' }, unit: people },
  ),
  {
    id: 'TD11',
    clause: 'III.4',
    requirement: false,
    title: { vi: 'Danh sách được cập nhật hằng tháng', en: 'The list is updated every month' },
    quote: { vi: 'hàng tháng chủ động thống kê, cập nhật vào danh sách để theo dõi' },
    reading: {
      vi: 'Không quá 31 ngày từ lần cập nhật gần nhất đến ngày chốt số liệu muộn nhất của các thôn, bản.',
      en: 'At most 31 days from the latest update to the latest date that a village closed its figures on.',
    },
    measure: {
      numerator: 'max(${as_of}) - ${list_updated_on}',
      comparison: '<=',
      target: 31,
      counts: { vi: 'Từ lần cập nhật danh sách đến ngày chốt số liệu', en: 'Since the list was updated' },
      unit: units.days,
    },
  },
  whole(
    {
      id: 'TD12',
      clause: 'IV.3',
      requirement: false,
      title: { vi: 'Mọi người nghiện được áp dụng hình thức cai nghiện', en: 'Every addict is in rehabilitation' },
      quote: {
        vi: 'tập trung áp dụng hình thức cai nghiện ma túy phù hợp với 100% người nghiện tại các xã, thị trấn',
      },
    },
    ['addicts_rehab'],
    ['addicts_total'],
    'met',
    { counts: { vi: 'Người nghiện đã áp dụng cai nghiện', en: 'Addicts in rehabilitation' }, unit: people },
  ),
  communeCount(
    {
      id: 'TD13',
      clause: 'IV.9',
      requirement: false,
      title: {
        vi: 'Có ít nhất 01 mô hình, công trình, phần việc của đoàn viên, hội viên',
        en: 'At least one model, work or task by union members',
      },
      quote: {
        vi: 'bảo đảm tại mỗi xã, thị trấn có ít nhất 1 mô hình, công trình, phần việc của đoàn viên, hội viên về phòng, chống ma túy phù hợp, hiệu quả',
      },
    },
    'union_models',
    '>=',
    1,
    {
      counts: { vi: 'Mô hình, công trình, phần việc của đoàn viên, hội viên', en: 'Models, works or tasks by unions' },
    },
  ),
  whole(
    {
      id: 'TD14',
      clause: 'III.5',
      requirement: false,
      title: {
        vi: 'Mọi hộ cam kết không trồng cây có chứa chất ma túy',
        en: 'Every household pledged not to grow drug plants',
      },
      quote: {
        vi: 'chỉ đạo tổ chức ký cam kết và giám sát việc thực hiện cam kết của từng hộ gia đình, tổ, bản không để trồng cây có chứa chất ma tuý',
      },
    },
    ['no_plant_pledges'],
    ['households_total'],
    'invalid',
    {
      counts: { vi: 'Cam kết không trồng cây có chứa chất ma túy', en: 'Pledged not to grow drug plants' },
      unit: households,
    },
  ),
  communeCount(
    {
      id: 'TD15',
      clause: 'III.6',
      requirement: false,
      title: { vi: 'Cơ quan, đơn vị không có tệ nạn ma túy', en: 'No agency with drug problems' },
      quote: { vi: 'Không để cơ quan, đơn vị thuộc quyền quản lý có tệ nạn ma túy.' },
    },
    'agencies_with_drugs',
    '=',
    0,
    { counts: { vi: 'Cơ quan, đơn vị có tệ nạn ma túy', en: 'Agencies with drug problems' } },
  ),
  communeCount(
    {
      id: 'TD16',
      clause: 'IV.8',
      requirement: false,
      title: { vi: 'Có phóng sự truyền hình trong năm', en: 'A television report in the year' },
      quote: {
        vi: 'Hàng năm, phối hợp với lực lượng Công an xây dựng ít nhất 01 phóng sự về triển khai xây dựng “thôn, bản, tổ dân phố, xã, thị trấn không có ma túy” trên địa bàn huyện để tổ chức phát sóng tuyên truyền.',
      },
      reading: {
        vi: 'Là việc của huyện: một phóng sự tính cho mọi xã, thị trấn.',
        en: 'The district’s task: one report counts for every commune.',
      },
    },
    'tv_reports',
    '>=',
    1,
    { counts: { vi: 'Phóng sự trong năm', en: 'Reports in the year' }, unit: units.reports },
  ),
];
