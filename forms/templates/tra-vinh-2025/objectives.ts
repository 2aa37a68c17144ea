import type { Criterion } from '../../definition/schema.ts';
import { whole } from '../criterion-builders.ts';
import {
  asksCommune,
  communeReaches,
  communeWholeOf,
  everyVillageSays,
  everyVillageWhere,
  noneOf,
  wholeOf,
} from '../measure-builders.ts';
import { units } from '../units.ts';

const { people, places, squareMetres, households, wards, agencies, schools, months, models, incidents } = units;
const { broadcasts, forums } = units;

/** What sections II.2 and IV ask for beside recognition, one for each of the plan's dashes; TV1 is the province's target. */
export const objectives: Criterion[] = [
  {
    id: 'TV2',
    clause: 'II.2.1',
    requirement: false,
    title: { vi: 'Mọi cơ quan, doanh nghiệp, tổ chức tuyên truyền', en: 'Every organisation holds communication' },
    quote: {
      vi: '100% xã, phường, thị trấn, các cơ quan, doanh nghiệp, tổ chức xã hội trên địa bàn tỉnh tổ chức tuyên truyền, phổ biến, giáo dục kiến thức phòng, chống ma túy.',
    },
    measure: communeWholeOf('orgs_reached', 'orgs_total', 'met', {
      counts: { vi: 'Đơn vị đã tổ chức tuyên truyền', en: 'Organisations that held communication' },
      unit: agencies,
    }),
  },
  {
    id: 'TV3',
    clause: 'II.2.1',
    requirement: false,
    title: {
      vi: 'Truyền thông hằng tháng ở ấp, khóm và ở xã; có mô hình tuyên truyền',
      en: 'Monthly communication in hamlets and commune, and a communication model',
    },
    quote: {
      vi: '100% ấp, khóm được tiếp cận thông tin truyền thông phòng, chống ma túy ít nhất 01 lần/tháng; tổ chức tuyên truyền tập trung ít nhất 01 lần/tháng tại địa bàn cấp xã … duy trì hiệu quả ít nhất 01 mô hình trong tuyên truyền, vận động nhân dân tham gia phòng, chống ma túy',
    },
    reading: {
      vi: 'So với số tháng trọn vẹn từ đầu năm 2025 đến ngày chốt số liệu; ấp, khóm nào thiếu tháng là chưa đạt.',
      en: 'Against the whole months from January 2025 to the day of the figures; a hamlet with fewer falls short.',
    },
    all: [
      everyVillageWhere('${months_with_comms} >= ${months_elapsed}', {
        counts: { vi: 'Được truyền thông hằng tháng', en: 'Reached every month' },
        unit: wards,
      }),
      communeReaches('commune_session_months', '${months_elapsed}', {
        counts: { vi: 'Tháng có tuyên truyền tập trung tại xã', en: 'Months with a session in the commune' },
        unit: months,
      }),
      asksCommune('comms_models', '>=', 1, {
        counts: { vi: 'Mô hình tuyên truyền', en: 'Communication models' },
        unit: models,
      }),
    ],
  },
  {
    id: 'TV4',
    clause: 'II.2.1',
    requirement: false,
    title: { vi: 'Mọi cơ sở giáo dục được tuyên truyền', en: 'Every school was reached' },
    quote: { vi: '100% cơ sở giáo dục trên địa bàn tỉnh được tuyên truyền phòng, chống ma túy dưới mọi hình thức' },
    measure: communeWholeOf('schools_reached', 'schools_total', 'met', {
      counts: { vi: 'Cơ sở giáo dục được tuyên truyền', en: 'Schools reached' },
      unit: schools,
    }),
  },
  {
    id: 'TV5',
    clause: 'II.2.2',
    requirement: false,
    title: {
      vi: 'Người nghiện, người sau cai được lập hồ sơ; không phát sinh người nghiện mới',
      en: 'Addicts and post-rehabilitation people on file, and no new addicts',
    },
    quote: {
      vi: '100% người nghiện ma túy trên địa bàn được lập hồ sơ quản lý; 100% người nghiện ma túy có mặt tại địa bàn được áp dụng các hình thức cai nghiện và 100% người sau cai nghiện được lập hồ sơ theo dõi, quản lý theo quy định (không phát sinh người nghiện mới)',
    },
    reading: {
      vi: 'Hồ sơ tính mọi người nghiện, cai nghiện chỉ tính người có mặt; bốn ý xét riêng.',
      en: 'Files for all addicts, rehabilitation for those present; the four parts are judged each by itself.',
    },
    all: [
      wholeOf(['addicts_with_file'], ['addicts_total'], 'met', {
        counts: { vi: 'Người nghiện có hồ sơ quản lý', en: 'Addicts with a management file' },
        unit: people,
      }),
      wholeOf(['addicts_present_rehab'], ['addicts_present'], 'met', {
        counts: { vi: 'Người nghiện có mặt đã áp dụng cai nghiện', en: 'Addicts present in rehabilitation' },
        unit: people,
      }),
      wholeOf(['post_rehab_with_file'], ['post_rehab_total'], 'met', {
        counts: { vi: 'Người sau cai có hồ sơ', en: 'Post-rehabilitation people with a file' },
        unit: people,
      }),
      noneOf(['addicts_new'], { counts: { vi: 'Người nghiện phát sinh mới', en: 'New addicts' }, unit: people }),
    ],
  },
  whole(
    {
      id: 'TV6',
      clause: 'II.2.2',
      requirement: false,
      title: { vi: 'Người sử dụng có mặt được lập hồ sơ', en: 'Users present have a file' },
      quote: {
        vi: '100% người sử dụng trái phép chất ma túy có mặt tại địa bàn được lập hồ sơ quản lý, theo dõi, giám sát chặt chẽ theo quy định pháp luật.',
      },
    },
    ['users_present_with_file'],
    ['users_present'],
    'met',
    { counts: { vi: 'Người sử dụng có mặt đã có hồ sơ', en: 'Users present with a file' }, unit: people },
  ),
  {
    id: 'TV7',
    clause: 'II.2.2',
    requirement: false,
    title: {
      vi: 'Mọi hộ cam kết; mọi ấp, khóm có hòm thư tố giác và bảng đường dây nóng',
      en: 'Every household pledged; every hamlet has a tip box and a hotline board',
    },
    quote: {
      vi: '100% đại diện hộ gia đình trên địa bàn cam kết không có thành viên trong hộ gia đình tham gia tội phạm, tệ nạn ma túy và tự nguyện hợp tác với các lực lượng chức năng trong công tác tuyên truyền, phòng ngừa ma túy; 100% ấp, khóm có hòm thư tố giác tội phạm, có bảng niêm yết thông báo công khai số điện thoại đường dây nóng',
    },
    all: [
      wholeOf(['households_committed'], ['households_total'], 'invalid', {
        counts: { vi: 'Đã ký cam kết', en: 'Signed the pledge' },
        unit: households,
      }),
      everyVillageSays('tip_box', { counts: { vi: 'Có hòm thư tố giác', en: 'Tip box' }, unit: wards }),
      everyVillageSays('hotline_board', {
        counts: { vi: 'Có bảng đường dây nóng', en: 'Hotline board' },
        unit: wards,
      }),
    ],
  },
  whole(
    {
      id: 'TV8',
      clause: 'II.2.2',
      requirement: false,
      title: { vi: 'Mọi người nghiện tiếp cận dịch vụ tư vấn, điều trị', en: 'Every addict reached by services' },
      quote: {
        vi: '100% người được xác định nghiện ma túy được tiếp cận dịch vụ tư vấn, thực hiện cai nghiện ma túy tự nguyện, điều trị methadone, cai nghiện bắt buộc theo quy định',
      },
    },
    ['addicts_counselled'],
    ['addicts_total'],
    'met',
    {
      counts: { vi: 'Người nghiện đã tiếp cận dịch vụ', en: 'Addicts reached by counselling or treatment' },
      unit: people,
    },
  ),
  {
    id: 'TV9',
    clause: 'II.2.2',
    requirement: false,
    title: {
      vi: 'Người trở về được hỗ trợ, không tái phạm, tái nghiện; có mô hình tái hòa nhập',
      en: 'Returnees are helped, none relapses, and there is a reintegration model',
    },
    quote: {
      vi: '100% đối tượng tù tha, đối tượng sau cai nghiện ma túy về địa bàn được quan tâm quản lý, giáo dục, hỗ trợ, tái hòa nhập cộng đồng, không tiếp tục tái phạm tội, tái nghiện ma túy; xây dựng, nhân rộng và duy trì hiệu quả ít nhất 01 mô hình về tái hòa nhập cộng đồng',
    },
    all: [
      wholeOf(['returnees_supported'], ['returnees_total'], 'met', {
        counts: { vi: 'Người trở về được hỗ trợ', en: 'Returnees helped' },
        unit: people,
      }),
      noneOf(['returnees_relapsed'], {
        counts: { vi: 'Người trở về tái phạm tội hoặc tái nghiện', en: 'Returnees who offended again or relapsed' },
        unit: people,
      }),
      asksCommune('reintegration_models', '>=', 1, {
        counts: { vi: 'Mô hình tái hòa nhập', en: 'Reintegration models' },
        unit: models,
      }),
    ],
  },
  whole(
    {
      id: 'TV10',
      clause: 'II.2.2',
      requirement: false,
      title: {
        vi: 'Mọi đối tượng liên quan được cập nhật vào Cơ sở dữ liệu quốc gia về dân cư',
        en: 'Everybody connected with drugs stands in the national population database',
      },
      quote: { vi: '100% đối tượng liên quan ma túy phải được cập nhật lên phần mềm Cơ sở quốc gia về dân cư' },
    },
    ['persons_in_popdb'],
    ['drug_related_persons'],
    'met',
    { counts: { vi: 'Đối tượng đã cập nhật', en: 'People entered' }, unit: people },
  ),
  whole(
    {
      id: 'TV11',
      clause: 'II.2.3',
      requirement: false,
      title: { vi: 'Tụ điểm, điểm phát hiện đều bị triệt xóa', en: 'Every hotspot found is cleared' },
      quote: {
        vi: '100% tụ điểm, điểm phức tạp về ma túy, đối tượng bán lẻ trái phép chất ma túy, điểm tổ chức sử dụng trái phép về ma túy, đối tượng, ổ nhóm, đường dây có biểu hiện nghi vấn liên quan đến hoạt động phạm tội về ma túy trên địa bàn được phát hiện và đấu tranh triệt xóa, bắt giữ, xử lý',
      },
    },
    ['hotspots_cleared'],
    ['hotspots_detected'],
    'met',
    { counts: { vi: 'Đã triệt xóa, bắt giữ, xử lý', en: 'Cleared, arrested or dealt with' }, unit: places },
  ),
  {
    id: 'TV12',
    clause: 'II.2.3',
    requirement: false,
    title: { vi: 'Không trồng cây có chất ma túy; triệt xóa hết diện tích', en: 'No drug plants, all area destroyed' },
    quote: {
      vi: 'Không để xảy ra tình trạng trồng và tái trồng cây có chất ma túy; triệt xóa 100% diện tích cây có chứa chất ma túy trên địa bàn.',
    },
    reading: {
      vi: 'Số vụ, số cây và diện tích (m²) đều phải bằng 0; nơi có trồng thì diện tích phải bị triệt xóa hết.',
      en: 'Incidents, plants and area (m²) all have to be 0; where there were any, all area has to be destroyed.',
    },
    all: [
      noneOf(['plant_incidents', 'plants_count', 'plants_area_m2'], {
        counts: {
          vi: 'Số vụ, số cây và diện tích trồng (m²) cộng lại',
          en: 'Incidents, plants and area (m²) together',
        },
      }),
      wholeOf(['plants_area_destroyed_m2'], ['plants_area_m2'], 'met', {
        counts: { vi: 'Diện tích đã triệt phá', en: 'Area destroyed' },
        unit: squareMetres,
      }),
    ],
  },
  {
    id: 'TV13',
    clause: 'IV.2',
    requirement: false,
    title: {
      vi: 'Tổ tuyên truyền viên, phát thanh hằng tuần, phổ biến đến mọi hộ, diễn đàn hằng quý',
      en: 'A team in each hamlet, weekly broadcasts, every household informed, a forum each quarter',
    },
    quote: {
      vi: 'đảm bảo mỗi ấp, khóm có ít nhất 01 tổ tuyên truyền viên … định kỳ hàng tuần phát thanh 01 chuyên mục, bản tin có nội dung tuyên truyền phòng, chống ma túy … đảm bảo 100% các hộ dân tại địa bàn chuyển hóa được phổ biến, tuyên truyền về công tác phòng, chống ma túy … Địa bàn cấp xã được lựa chọn chuyển hóa định kỳ 01 lần/quý tổ chức Diễn đàn “Công an lắng nghe ý kiến Nhân dân”',
    },
    reading: {
      vi: 'So với số tuần, số quý trọn vẹn từ đầu năm 2025 đến ngày chốt số liệu; áp dụng cho mọi xã làm phiếu này.',
      en: 'Against the whole weeks and quarters from January 2025 to the day of the figures; for every commune that fills in the form.',
    },
    all: [
      everyVillageWhere('${propaganda_teams} >= 1', {
        counts: { vi: 'Có tổ tuyên truyền viên', en: 'With a communication team' },
        unit: wards,
      }),
      communeReaches('broadcasts', '${weeks_elapsed}', {
        counts: { vi: 'Đã phát thanh', en: 'Broadcasts' },
        unit: broadcasts,
      }),
      wholeOf(['households_informed'], ['households_total'], 'invalid', {
        counts: { vi: 'Hộ được phổ biến, tuyên truyền', en: 'Households informed' },
        unit: households,
      }),
      communeReaches('forums', '${quarters_elapsed}', {
        counts: { vi: 'Đã tổ chức diễn đàn', en: 'Forums held' },
        unit: forums,
      }),
    ],
  },
  whole(
    {
      id: 'TV14',
      clause: 'IV.3',
      requirement: false,
      title: { vi: 'Mọi vụ án, vụ việc phát hiện được điều tra, xử lý', en: 'Every case found is dealt with' },
      quote: {
        vi: 'bảo đảm 100% các vụ án, vụ việc phát hiện được tập trung điều tra, củng cố tài liệu chặt chẽ, xử lý nghiêm minh, đúng quy định pháp luật',
      },
    },
    ['cases_handled'],
    ['cases_detected'],
    'met',
    { counts: { vi: 'Vụ án, vụ việc đã điều tra, xử lý', en: 'Cases dealt with' }, unit: incidents },
  ),
];
