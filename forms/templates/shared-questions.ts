import type { Question } from '../definition/schema.ts';
import { count, yesNo } from './question-builders.ts';
import { units } from './units.ts';

const { people, squareMetres, incidents, agencies, facilities } = units;

/** Questions that several plans ask, under one name and with one meaning, beside those that every province compares by (`core`). */
export const shared = {
  addicts_rehab: count(
    'addicts_rehab',
    { vi: 'Người nghiện đã được áp dụng hình thức cai nghiện', en: 'Drug addicts in rehabilitation, anywhere' },
    people,
    {
      vi: 'Trong tổng số người nghiện, kể cả người đang ở cơ sở cai nghiện hoặc nơi khác.',
      en: 'Out of all drug addicts, including those in a centre or elsewhere.',
    },
  ),
  users_with_file: count(
    'users_with_file',
    { vi: 'Người sử dụng có hồ sơ quản lý', en: 'Illicit drug users with a management file' },
    people,
    { vi: 'Trong tổng số người sử dụng, kể cả người vắng mặt.', en: 'Out of all users, including those away.' },
  ),
  users_new: count(
    'users_new',
    { vi: 'Người sử dụng phát sinh mới trong kỳ', en: 'New illicit drug users in the period' },
    people,
  ),
  psychosis_total: count(
    'psychosis_total',
    { vi: 'Người có biểu hiện loạn thần, “ngáo đá”', en: 'People with drug-induced psychosis' },
    people,
    { vi: 'Do sử dụng ma túy; không tính bệnh tâm thần khác.', en: 'From drug use; leave out other mental illness.' },
  ),
  resident_offences: count(
    'resident_offences',
    { vi: 'Vụ phạm tội về ma túy do người cư trú gây ra', en: 'Drug offences committed by residents' },
    incidents,
    { vi: 'Người thường trú hoặc tạm trú trên địa bàn.', en: 'By people registered permanently or temporarily here.' },
  ),
  unmanaged_serious_cases: count(
    'unmanaged_serious_cases',
    {
      vi: 'Vụ rất nghiêm trọng, đặc biệt nghiêm trọng do người nghiện, người sử dụng bị sót, lọt gây ra',
      en: 'Very or extremely serious cases by addicts or users who had escaped notice',
    },
    incidents,
  ),
  plants_area_destroyed_m2: {
    ...count(
      'plants_area_destroyed_m2',
      { vi: 'Diện tích trồng cây có chứa chất ma túy đã triệt phá', en: 'Area of drug plants destroyed' },
      squareMetres,
      { vi: 'Trong diện tích trồng ở trên.', en: 'Out of the area planted above.' },
    ),
    type: 'decimal',
  },
  tip_box: yesNo('tip_box', { vi: 'Có hòm thư tố giác tội phạm', en: 'There is a tip box' }),
  fugitives_known: count(
    'fugitives_known',
    { vi: 'Đối tượng truy nã về ma túy đã biết', en: 'Known fugitives in drug cases' },
    people,
  ),
  fugitives_caught: count(
    'fugitives_caught',
    { vi: 'Đối tượng truy nã về ma túy đã bắt, vận động đầu thú', en: 'Fugitives in drug cases caught or surrendered' },
    people,
    { vi: 'Trong số đối tượng truy nã đã biết.', en: 'Out of the fugitives known.' },
  ),
  orgs_total: count(
    'orgs_total',
    { vi: 'Cơ quan, doanh nghiệp, tổ chức trên địa bàn', en: 'Agencies, businesses and organisations in the area' },
    agencies,
  ),
  orgs_reached: count(
    'orgs_reached',
    {
      vi: 'Cơ quan, doanh nghiệp, tổ chức đã tổ chức tuyên truyền phòng, chống ma túy',
      en: 'Agencies, businesses and organisations that held drug prevention communication',
    },
    agencies,
    { vi: 'Mỗi đơn vị tính một lần.', en: 'Count each once.' },
  ),
  schools_total: count(
    'schools_total',
    { vi: 'Cơ sở giáo dục trên địa bàn', en: 'Schools and education centres in the area' },
    facilities,
  ),
  evidence: {
    type: 'text',
    name: 'evidence',
    label: { vi: 'Minh chứng', en: 'Evidence' },
    hint: {
      vi: 'Tên biên bản, danh sách, hồ sơ lưu. Không ghi họ tên, số định danh của người được đếm.',
      en: 'Which minutes, lists or files. No names or identity numbers of the people counted.',
    },
  },
  as_of: { type: 'date', name: 'as_of', label: { vi: 'Ngày chốt số liệu', en: 'Figures as of' } },
} satisfies Record<string, Question>;
