import { expect, test } from 'vitest';
import type { Labels, Question } from '../../forms/index.ts';
import { definition, overview, sectionView, unit } from './fixture.ts';
import { overviewPage } from './overview.tsx';
import { sectionPage } from './section.tsx';

/** Design budget: the first response of the fill page with its CSS inlined, compressed. */
const BUDGET = 14 * 1024;

async function compressed(page: string): Promise<number> {
  const stream = new Blob([page]).stream().pipeThrough(new CompressionStream('gzip'));
  return (await new Response(stream).arrayBuffer()).byteLength;
}

/** A question as wordy as the given one that compresses no better, its words being in another order. */
function another({ label, hint, ...question }: Question): Question {
  const turned = (text: Labels | undefined) =>
    text && Object.fromEntries(Object.entries(text).map(([key, words]) => [key, words.split(' ').reverse().join(' ')]));
  return { ...question, name: `${question.name}_2`, label: turned(label), hint: turned(hint) };
}

const asked = definition.sections.flatMap((section) => (section.level === 'village' ? section.questions : []));
const questions = [...asked, ...asked.map(another)].slice(0, 60);
const answersFrom = (start: number) =>
  Object.fromEntries(
    questions.map(({ name, type }, index) => [
      name,
      type === 'select_one' ? 'yes' : type === 'text' ? 'Biên bản' : start + index * 37,
    ]),
  );

test.each(['vi', 'en'])(
  'a village section of 60 answered questions beside last round’s answers: %s',
  async (language) => {
    const base = sectionView('drug_users');
    const page = sectionPage({
      ...base,
      language,
      languages: ['vi', 'en', 'tyz', 'hmn'],
      section: { ...base.section, questions },
      relevant: new Set(questions.map(({ name }) => name)),
      answers: answersFrom(0),
      lastRound: { name: 'Kỳ khảo sát năm 2023', answers: answersFrom(11) },
      saved: true,
    });
    expect(page.match(/class="question"/g)).toHaveLength(60);
    expect(page.match(/class="last-round"/g)).toHaveLength(60);
    expect(page).toContain('font-family:');
    const size = await compressed(page);
    expect(size).toBeLessThanOrEqual(BUDGET);
    expect(size).toBeGreaterThan(BUDGET / 4);
  },
);

test('the overview of 60 villages keeps to the same budget', async () => {
  const villages = Array.from({ length: 60 }, (_, index) =>
    unit('village', { id: crypto.randomUUID(), name: `Nà Khuy ${index + 1}`, answered: index % 32 }),
  );
  const page = overviewPage({ ...overview, units: [unit('commune', { answered: 3 }), ...villages] });
  expect(await compressed(page)).toBeLessThanOrEqual(BUDGET);
});
