import type { Criterion } from '../../definition/schema.ts';
import { none, whole } from '../criterion-builders.ts';
import { communeWholeOf, everyVillageSays, noVillageWhere, wholeOf } from '../measure-builders.ts';
import { units } from '../units.ts';

const { people, places, quarters, households, families, unions, selfGuardTeams } = units;

/** What the plan tracks. LC1 and LC2 judge each quarter by itself: one that falls does not make up for one that rises. */
export const objectives: Criterion[] = [
  {
    id: 'LC1',
    clause: 'I.2',
    requirement: false,
    title: {
      vi: 'Khu phố chưa có người nghiện vẫn giữ được',
      en: 'Quarters without addicts still have none',
    },
    quote: { vi: 'Giữ vững, không để phát sinh người nghiện tại địa bàn các khu phố chưa có người nghiện' },
    reading: {
      vi: 'Xét từng khu phố: mốc ban đầu bằng 0 thì nay vẫn phải bằng 0.',
      en: 'Each quarter by itself: one that had 0 at the baseline still has to have 0.',
    },
    measure: noVillageWhere('baseline(${addicts_total}) = 0 and ${addicts_total} > 0', {
      counts: {
        vi: 'Khu phố ban đầu chưa có người nghiện, nay phát sinh',
        en: 'Quarters that had no addicts at the baseline and now have some',
      },
      unit: quarters,
    }),
  },
  {
    id: 'LC2',
    clause: 'I.2',
    requirement: false,
    title: {
      vi: 'Khu phố đã có người nghiện không tăng',
      en: 'Quarters with addicts have no more than before',
    },
    quote: {
      vi: 'Phòng ngừa và ngăn chặn sự lây lan, kiềm chế, làm giảm số người nghiện ma túy tại các khu phố đã có người nghiện',
    },
    reading: {
      vi: 'Xét từng khu phố: số người nghiện không quá mốc ban đầu; bằng mốc là đã kiềm chế.',
      en: 'Each quarter by itself: no more addicts than at the baseline; as many counts as contained.',
    },
    measure: noVillageWhere('baseline(${addicts_total}) > 0 and ${addicts_total} > baseline(${addicts_total})', {
      counts: {
        vi: 'Khu phố đã có người nghiện, nay tăng so với mốc ban đầu',
        en: 'Quarters that had addicts at the baseline and now have more',
      },
      unit: quarters,
    }),
  },
  none(
    {
      id: 'LC3',
      clause: 'I.2',
      requirement: false,
      title: { vi: 'Không phát sinh người nghiện mới', en: 'No new addicts' },
      quote: { vi: 'Xác định theo từng cụm dân cư, tránh phát sinh người nghiện mới' },
    },
    ['addicts_new'],
    { counts: { vi: 'Người nghiện phát sinh mới', en: 'New addicts' }, unit: people },
  ),
  {
    id: 'LC7',
    clause: 'II.2',
    requirement: false,
    title: {
      vi: 'Khu phố, tổ ANXH và hộ gia đình đều ký cam kết',
      en: 'Every quarter, team and household signed its pledge',
    },
    quote: {
      vi: 'Các Khu phố đăng ký cam kết xây dựng “Khu phố tự quản - phòng chống ma tuý” … Các Tổ ANXH ký cam kết với các khu phố; các hộ gia đình ký cam kết với các Tổ ANXH',
    },
    reading: { vi: 'Ba cấp độ xét riêng từng cấp.', en: 'The three levels are judged each by itself.' },
    all: [
      everyVillageSays('village_registered', {
        counts: { vi: 'Khu phố đã đăng ký cam kết', en: 'Quarters that registered' },
        unit: quarters,
      }),
      wholeOf(['anxh_committed'], ['anxh_total'], 'met', {
        counts: { vi: 'Tổ ANXH đã ký cam kết', en: 'Teams that signed' },
        unit: selfGuardTeams,
      }),
      wholeOf(['households_committed'], ['households_total'], 'invalid', {
        counts: { vi: 'Hộ đã ký cam kết', en: 'Households that signed' },
        unit: households,
      }),
    ],
  },
  whole(
    {
      id: 'LC8',
      clause: 'II.2',
      requirement: false,
      title: {
        vi: 'Mọi gia đình có người nghiện ký cam kết cá biệt',
        en: 'Every family with an addict signed a pledge of its own',
      },
      quote: { vi: 'Tổ chức ký cam kết cá biệt đối với các gia đình có người nghiện ma tuý.' },
    },
    ['addict_families_committed'],
    ['addict_families'],
    'met',
    {
      counts: { vi: 'Gia đình có người nghiện đã ký cam kết', en: 'Families with an addict that signed' },
      unit: families,
    },
  ),
  {
    id: 'LC9',
    clause: 'II.2',
    requirement: false,
    title: { vi: 'Mọi ban, ngành, đoàn thể đã cam kết', en: 'Every office and union pledged' },
    quote: { vi: 'Các ban ngành, đoàn thể cam kết gia đình hội viên, đoàn viên không có người nghiện ma tuý.' },
    measure: communeWholeOf('unions_committed', 'unions_total', 'met', {
      counts: { vi: 'Ban, ngành, đoàn thể đã cam kết', en: 'Offices and unions that pledged' },
      unit: unions,
    }),
  },
  {
    id: 'LC10',
    clause: 'II.2',
    requirement: false,
    title: { vi: 'Mọi khu phố đã rà soát số người nghi nghiện', en: 'Every quarter counted its suspected addicts' },
    quote: {
      vi: 'xác định chính xác số người nghiện, số nghi nghiện hiện có trên địa bàn toàn thị trấn',
    },
    reading: {
      vi: 'Số nghi nghiện được đếm riêng, không bao giờ cộng vào số người nghiện; ghi 0 cũng là đã rà soát.',
      en: 'Suspected addicts are counted apart and never added to addicts; a 0 counts as counted.',
    },
    measure: {
      numerator: 'count(${suspected_addicts})',
      denominator: 'count-villages()',
      comparison: '=',
      target: 1,
      empty: 'invalid',
      counts: { vi: 'Đã rà soát số người nghi nghiện', en: 'Counted suspected addicts' },
      unit: quarters,
    },
  },
  whole(
    {
      id: 'LC11',
      clause: 'II.6',
      requirement: false,
      title: { vi: 'Điểm mua bán ma túy bị triệt xóa hết', en: 'Every place of drug sale is shut down' },
      quote: {
        vi: 'phòng ngừa, phát hiện và triệt xóa kịp thời các điểm mua bán ma túy tại địa phương',
      },
    },
    ['sale_points_destroyed'],
    ['sale_points_detected'],
    'met',
    { counts: { vi: 'Điểm mua bán đã triệt xóa', en: 'Places of sale shut down' }, unit: places },
  ),
];
