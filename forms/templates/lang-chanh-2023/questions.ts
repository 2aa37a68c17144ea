import type { Question } from '../../definition/schema.ts';
import { count, yesNo } from '../question-builders.ts';
import { units } from '../units.ts';

const { people, places, files, families, selfGuardTeams, unions } = units;

/** What only this plan asks of its quarters. */
export const quarter = {
  suspected_addicts: count(
    'suspected_addicts',
    { vi: 'Người nghi nghiện ma túy', en: 'Suspected drug addicts' },
    people,
    {
      vi: 'Chưa xác định tình trạng nghiện. Không cộng vào số người nghiện.',
      en: 'Not diagnosed. Never added to the addicts.',
    },
  ),
  compulsory_files: count(
    'compulsory_files',
    {
      vi: 'Hồ sơ đề nghị đưa vào cơ sở cai nghiện bắt buộc đã lập trong kỳ',
      en: 'Files for compulsory rehabilitation made in the period',
    },
    files,
  ),
  sale_points_detected: count(
    'sale_points_detected',
    { vi: 'Điểm mua bán ma túy đã phát hiện trong kỳ', en: 'Places of drug sale found in the period' },
    places,
  ),
  sale_points_destroyed: count(
    'sale_points_destroyed',
    { vi: 'Trong đó: đã triệt xóa', en: 'Of these: shut down' },
    places,
  ),
  model_deployed: yesNo('model_deployed', {
    vi: 'Đã triển khai mô hình “Khu phố tự quản - phòng, chống ma túy”',
    en: 'The model “Self-governing quarter against drugs” is deployed',
  }),
  village_registered: yesNo('village_registered', {
    vi: 'Khu phố đã đăng ký cam kết xây dựng mô hình',
    en: 'The quarter registered its pledge to build the model',
  }),
  anxh_total: count(
    'anxh_total',
    { vi: 'Tổ an ninh xã hội (ANXH) của khu phố', en: 'Social security teams (ANXH) of the quarter' },
    selfGuardTeams,
  ),
  anxh_committed: count(
    'anxh_committed',
    { vi: 'Trong đó: đã ký cam kết với khu phố', en: 'Of these: signed the pledge with the quarter' },
    selfGuardTeams,
  ),
  addict_families: count(
    'addict_families',
    { vi: 'Gia đình có người nghiện ma túy', en: 'Families with a drug addict' },
    families,
  ),
  addict_families_committed: count(
    'addict_families_committed',
    { vi: 'Trong đó: đã ký cam kết cá biệt', en: 'Of these: signed a pledge of their own' },
    families,
    { vi: 'Ngoài cam kết chung của hộ gia đình.', en: 'Beside the pledge that every household signs.' },
  ),
} satisfies Record<string, Question>;

/** What only this plan asks of the town. */
export const town = {
  unions_total: count('unions_total', { vi: 'Ban, ngành, đoàn thể của thị trấn', en: 'Offices and unions' }, unions),
  unions_committed: count(
    'unions_committed',
    {
      vi: 'Trong đó: đã cam kết gia đình hội viên, đoàn viên không có người nghiện',
      en: 'Of these: pledged that their members’ families have no addict',
    },
    unions,
  ),
} satisfies Record<string, Question>;
