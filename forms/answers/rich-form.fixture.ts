import { checkDefinition } from '../definition/check-definition.ts';
import type { FormDefinition } from '../definition/schema.ts';

const label = (text: string) => ({ vi: text });

/** One village's form in which an answer reaches others in every way there is: each expression column, cascades, messages. */
export function richForm(): FormDefinition {
  const { definition, issues } = checkDefinition({
    id: 'nhieu-lien-he',
    title: label('Phiếu có nhiều liên hệ'),
    languages: ['vi'],
    sections: [
      {
        name: 'people',
        level: 'village',
        label: label('Người'),
        questions: [
          { type: 'integer', name: 'population', label: label('Dân số'), required: true },
          {
            type: 'integer',
            name: 'addicts',
            label: label('Người nghiện'),
            relevant: '${population} > 0',
            constraint: '. <= ${population}',
            constraint_message: label('${addicts} người nghiện quá ${population} dân.'),
          },
          {
            type: 'integer',
            name: 'with_file',
            label: label('Có hồ sơ'),
            relevant: '${addicts} > 0',
            required: '${addicts} > 2',
            required_message: label('Có ${addicts} người nghiện thì ghi số hồ sơ.'),
          },
          { type: 'calculate', name: 'share', calculation: 'round(100 * ${with_file} div ${addicts}, 1)' },
          { type: 'calculate', name: 'unfiled', calculation: '${addicts} - ${with_file}' },
          {
            type: 'text',
            name: 'why',
            label: label('Lý do'),
            relevant: '${unfiled} > 0 and ${share} < 90',
            required: true,
          },
          { type: 'hidden', name: 'stamp', default: "concat('p', ${population})" },
        ],
      },
      {
        name: 'places',
        level: 'village',
        label: label('Địa bàn'),
        relevant: '${population} > 1',
        questions: [
          { type: 'select_one', name: 'side', label: label('Phía'), choices: 'sides' },
          {
            type: 'select_one',
            name: 'place',
            label: label('Điểm'),
            choices: 'places',
            choice_filter: 'side = ${side}',
          },
          {
            type: 'select_multiple',
            name: 'others',
            label: label('Điểm khác'),
            choices: 'places',
            constraint: 'not(selected(., ${place}))',
          },
          { type: 'date', name: 'as_of', label: label('Ngày'), constraint: '. <= today()' },
          { type: 'note', name: 'thanks', label: label('Cảm ơn'), relevant: "${as_of} != ''" },
        ],
      },
    ],
    choices: {
      sides: ['north', 'south'].map((name) => ({ name, label: label(name) })),
      places: [
        { name: 'hon', side: 'north', label: label('Bản Hon') },
        { name: 'tam', side: 'south', label: label('Nà Tăm') },
        { name: 'giang', side: 'south', label: label('Bản Giang') },
      ],
    },
    checks: [
      { id: 'K1', level: 'village', test: '${with_file} <= ${addicts}', severity: 'error', message: label('K1') },
      {
        id: 'K2',
        level: 'village',
        test: 'count-selected(${others}) < ${share}',
        severity: 'warning',
        message: label('${place}, ${population} dân'),
      },
    ],
  });
  if (!definition) throw new Error(JSON.stringify(issues));
  return definition;
}
