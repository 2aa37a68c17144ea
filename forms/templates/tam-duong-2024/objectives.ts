import type { Criterion } from '../../definition/schema.ts';
import { communeCount, everyVillage, whole } from '../criterion-builders.ts';
import { units } from '../units.ts';

const { people, households, villages } = units;

/**
 * What the plan's tasks ask for beside recognition. Left out: TD11 (list updated within 31 days), which needs arithmetic on
 * dates against the day of assessment, and TD16 (a television report each year), which is the district's and not a commune's.
 */
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
];
