import { checkDefinition } from '../definition/check-definition.ts';
import type { FormDefinition } from '../definition/schema.ts';

const label = (vi: string) => ({ vi });
const ratio = '1000 * ${O} div ${N}';

/** The classification of Trà Vinh's appendix (docs/domain.md §4), with cumulative thresholds and no question beside its inputs. */
export const traVinhClasses: FormDefinition = checked({
  id: 'tra-vinh-classes',
  title: label('Phân loại địa bàn'),
  languages: ['vi'],
  sections: [
    {
      name: 'counts',
      level: 'village',
      label: label('Số liệu'),
      questions: [
        ...[
          'population',
          'addicts_total',
          'addicts_with_file',
          'users_total',
          'hotspots',
          'plants_count',
          'offenders_total',
        ].map((name) => ({ type: 'integer', name, label: label(name) })),
        { type: 'decimal', name: 'plants_area_m2', label: label('plants_area_m2') },
      ],
    },
    {
      name: 'commune',
      level: 'commune',
      label: label('Xã'),
      questions: [{ type: 'integer', name: 'models_effective', label: label('Mô hình') }],
    },
  ],
  attributes: [{ name: 'on_key_route', type: 'yes_no', label: label('Tuyến trọng điểm') }],
  calculations: [
    { name: 'A', expression: 'sum(${addicts_with_file})' },
    { name: 'A_all', expression: 'sum(${addicts_total})' },
    { name: 'H', expression: 'sum(${hotspots})' },
    { name: 'P', expression: 'sum(${plants_count})' },
    { name: 'M', expression: 'sum(${plants_area_m2})' },
    { name: 'O', expression: 'sum(${offenders_total})' },
    { name: 'N', expression: 'sum(${population})' },
    { name: 'X', expression: 'sum(${users_total}) > 0' },
    { name: 'R', expression: "${on_key_route} = 'yes'" },
    { name: 'at_1', expression: cells(100, 5, '${P} >= 3000', '${M} >= 2000', 5) },
    { name: 'at_2', expression: cells(60, 3, '${P} >= 500', '${M} >= 1000', 3) },
    { name: 'at_3', expression: cells(20, 1, '${P} > 0', '${M} > 0', 1) },
  ],
  criteria: [
    { id: 'R8', title: label('Mô hình'), clause: 'III.3', requirement: true, test: '${models_effective} >= 1' },
  ],
  classification: {
    order: ['V', 'IV', 'III', 'II', 'I'],
    rules: [
      { class: 'I', when: '${at_1}' },
      { class: 'I', when: '${at_2} and ${R}' },
      { class: 'II', when: '${at_2}' },
      { class: 'II', when: '${at_3} and ${R}' },
      { class: 'III', when: '${at_3}' },
      { class: 'I', when: '${A_all} >= 100 or ${A_all} >= 60 and ${R}' },
      { class: 'II', when: '${A_all} >= 60 or ${A_all} >= 20 and ${R}' },
      { class: 'III', when: '${A_all} >= 20' },
      { class: 'V', when: '${A_all} = 0 and ${H} = 0 and ${P} = 0 and ${M} = 0 and ${O} = 0 and not(${X})' },
      { class: 'IV', when: 'true()' },
    ],
    flags: [
      { flag: 'ROUTE_UPGRADE', when: '${R} and not(${at_1}) and (${at_3} or ${A_all} >= 20 and ${A_all} < 100)' },
      { flag: 'UNFILED_ADDICTS', when: 'not(${at_3}) and ${A_all} >= 20' },
      { flag: 'RECOGNISED_BUT_NOT_V', when: "${ready} and ${class} != 'V'" },
    ],
  },
});

/** One row of the appendix's table; without offenders the ratio is 0 whatever the population. */
function cells(addicts: number, hotspots: number, plants: string, area: string, perThousand: number): string {
  return `\${A} >= ${addicts} or \${H} >= ${hotspots} or ${plants} or ${area} or \${O} > 0 and ${ratio} >= ${perThousand}`;
}

function checked(json: unknown): FormDefinition {
  const { definition, issues } = checkDefinition(json);
  if (!definition) throw new Error(JSON.stringify(issues));
  return definition;
}
