import type { Calculation, Classification } from '../../definition/schema.ts';

/**
 * What the appendix classifies by, as sums over the commune, and its three rows. Thresholds are cumulative (60 up, once 100 up
 * is ruled out), so that what is known decides as much as it can. A is addicts with a file, H hotspots without points.
 */
export const classInputs: Calculation[] = [
  {
    name: 'A',
    expression: 'sum(${addicts_with_file})',
    label: { vi: 'Người nghiện có hồ sơ quản lý', en: 'Addicts with a management file' },
  },
  { name: 'A_all', expression: 'sum(${addicts_total})', label: { vi: 'Người nghiện', en: 'Addicts' } },
  { name: 'H', expression: 'sum(${hotspots})', label: { vi: 'Tụ điểm', en: 'Hotspots' } },
  { name: 'P', expression: 'sum(${plants_count})', label: { vi: 'Số cây', en: 'Plants' } },
  { name: 'M', expression: 'sum(${plants_area_m2})', label: { vi: 'Diện tích trồng (m²)', en: 'Area planted (m²)' } },
  { name: 'O', expression: 'sum(${offenders_total})', label: { vi: 'Đối tượng phạm tội', en: 'Offenders' } },
  { name: 'N', expression: 'sum(${population})', label: { vi: 'Dân số', en: 'Population' } },
  { name: 'X', expression: 'sum(${users_total}) > 0' },
  { name: 'R', expression: "${on_key_route} = 'yes'" },
  { name: 'at_1', expression: row(100, 5, '${P} >= 3000', '${M} >= 2000', 5) },
  { name: 'at_2', expression: row(60, 3, '${P} >= 500', '${M} >= 1000', 3) },
  { name: 'at_3', expression: row(20, 1, '${P} > 0', '${M} > 0', 1) },
];

/** One row of the appendix: any of its cells. Without offenders the ratio is 0 whatever the population. */
function row(addicts: number, hotspots: number, plants: string, area: string, perThousand: number): string {
  const ratio = `\${O} > 0 and 1000 * \${O} div \${N} >= ${perThousand}`;
  return `\${A} >= ${addicts} or \${H} >= ${hotspots} or ${plants} or ${area} or ${ratio}`;
}

/** The appendix, in its order. On a key route a commune stands one class higher than its own cells would put it. */
export const classification: Classification = {
  order: ['V', 'IV', 'III', 'II', 'I'],
  labels: {
    I: { vi: 'Trọng điểm về ma túy loại I', en: 'Key drug area, class I' },
    II: { vi: 'Trọng điểm về ma túy loại II', en: 'Key drug area, class II' },
    III: { vi: 'Trọng điểm về ma túy loại III', en: 'Key drug area, class III' },
    IV: { vi: 'Có tệ nạn ma túy ít phức tạp', en: 'Drug problems of low complexity' },
    V: { vi: 'Không ma túy', en: 'Without drugs' },
  },
  rules: [
    { class: 'I', when: '${at_1}' },
    { class: 'I', when: '${at_2} and ${R}' },
    { class: 'II', when: '${at_2}' },
    { class: 'II', when: '${at_3} and ${R}' },
    { class: 'III', when: '${at_3}' },
    // The appendix's fourth class has fewer than 20 addicts; with more, though not on file, they count as if they were.
    { class: 'I', when: '${A_all} >= 100 or ${A_all} >= 60 and ${R}' },
    { class: 'II', when: '${A_all} >= 60 or ${A_all} >= 20 and ${R}' },
    { class: 'III', when: '${A_all} >= 20' },
    { class: 'V', when: '${A_all} = 0 and ${H} = 0 and ${P} = 0 and ${M} = 0 and ${O} = 0 and not(${X})' },
    { class: 'IV', when: 'true()' },
  ],
  flags: [
    {
      flag: 'ROUTE_UPGRADE',
      when: '${R} and not(${at_1}) and (${at_3} or ${A_all} >= 20 and ${A_all} < 100)',
      label: { vi: 'Nâng một loại vì nằm trên tuyến trọng điểm', en: 'One class higher, being on a key route' },
    },
    {
      flag: 'UNFILED_ADDICTS',
      when: 'not(${at_3}) and ${A_all} >= 20',
      label: {
        vi: 'Từ 20 người nghiện trở lên nhưng chưa đủ hồ sơ quản lý; xếp loại theo số người nghiện',
        en: '20 addicts or more, not enough of them on file; classified by all of them',
      },
    },
    {
      flag: 'RECOGNISED_BUT_NOT_V',
      when: "${ready} and ${class} != 'V'",
      label: {
        vi: 'Đạt đủ tiêu chí công nhận nhưng không thuộc loại “không ma túy”',
        en: 'All conditions of recognition are met, but the class is not “without drugs”',
      },
    },
  ],
};
