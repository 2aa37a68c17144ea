import { type Answers, checkDefinition, type FormDefinition } from '../forms/index.ts';

/** 20 totals, a part of each, 10 differences and 10 others: 60 questions, 20 relevants, 20 constraints, 10 calculations. */
export const pairs = Array.from({ length: 20 }, (_, i) => String(i + 1).padStart(2, '0'));
export const differences = pairs.slice(0, 10);
export const choices = ['yes', 'no', 'partly'];
export const others = [
  ...['a', 'b', 'c', 'd'].map((key) => ({ name: `one_${key}`, type: 'select_one' as const })),
  ...['a', 'b'].map((key) => ({ name: `several_${key}`, type: 'select_multiple' as const })),
  ...['a', 'b'].map((key) => ({ name: `text_${key}`, type: 'text' as const })),
  ...['a', 'b'].map((key) => ({ name: `date_${key}`, type: 'date' as const })),
];

const label = (text: string) => ({ vi: text, en: text });

/** The form of the comparison as a definition of the engine's. */
export function surveyForm(): FormDefinition {
  const { definition, issues } = checkDefinition({
    id: 'so-sanh',
    title: label('Phiếu 60 câu'),
    languages: ['vi', 'en'],
    sections: [
      {
        name: 'main',
        level: 'village',
        label: label('Nội dung'),
        questions: [
          ...pairs.flatMap((key) => [
            { type: 'integer', name: `total_${key}`, label: label(`Tổng ${key}`), required: true },
            {
              type: 'integer',
              name: `part_${key}`,
              label: label(`Phần ${key}`),
              relevant: `\${total_${key}} > 0`,
              constraint: `. <= \${total_${key}}`,
              constraint_message: label(`Phần ${key} vượt quá tổng.`),
            },
          ]),
          ...differences.map((key) => ({
            type: 'calculate',
            name: `rest_${key}`,
            calculation: `\${total_${key}} - coalesce(\${part_${key}}, 0)`,
          })),
          ...others.map(({ name, type }) => ({
            type,
            name,
            label: label(name),
            ...(type.startsWith('select') && { choices: 'answers' }),
          })),
        ],
      },
      { name: 'commune', level: 'commune', label: label('Xã'), questions: [] },
    ],
    choices: { answers: choices.map((name) => ({ name, label: label(name) })) },
    criteria: pairs.map((key, i) => ({
      id: `C${key}`,
      title: label(`Tiêu chí ${key}`),
      clause: 'I',
      requirement: i % 2 === 0,
      measure: {
        numerator: `sum(\${part_${key}})`,
        denominator: `sum(\${total_${key}})`,
        comparison: '>=',
        target: 0.9,
        empty: 'met',
      },
    })),
  });
  if (!definition) throw new Error(JSON.stringify(issues));
  return definition;
}

/** Full answers, the same every time: in one set of four some parts exceed their totals; a part without a total is not given. */
export function answerSets(count: number): Answers[] {
  let seed = 1;
  const below = (n: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % n;
  };
  return Array.from({ length: count }, (_, set) => {
    const answers: Answers = {};
    for (const key of pairs) {
      const total = below(5) === 0 ? 0 : 1 + below(500);
      answers[`total_${key}`] = total;
      const over = set % 4 === 3 && below(5) === 0;
      if (total > 0) answers[`part_${key}`] = over ? total + 1 + below(9) : below(total + 1);
    }
    for (const { name, type } of others) {
      if (type === 'select_one') answers[name] = choices[below(3)]!;
      if (type === 'select_multiple') answers[name] = choices.slice(below(2));
      if (type === 'text') answers[name] = `Ghi chú ${below(1000)}`;
      if (type === 'date') answers[name] = `2024-11-${10 + below(20)}`;
    }
    return answers;
  });
}
