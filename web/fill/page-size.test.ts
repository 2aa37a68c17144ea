import { expect, test } from 'vitest';
import type { Labels, Question } from '../../forms/index.ts';
import { definition, sectionView } from './fixture.ts';
import { sectionPage } from './section.tsx';

/** Design budget: the first response of the fill page with its CSS inlined, compressed. */
const BUDGET = 14 * 1024;

/** A question as wordy as the given one that compresses no better, its words being in another order. */
function another({ label, hint, ...question }: Question): Question {
  const turned = (text: Labels | undefined) =>
    text && Object.fromEntries(Object.entries(text).map(([key, words]) => [key, words.split(' ').reverse().join(' ')]));
  return { ...question, name: `${question.name}_2`, label: turned(label), hint: turned(hint) };
}

test('a village section of 60 answered questions stays within 14 KB, compressed', async () => {
  const asked = definition.sections.flatMap((section) => (section.level === 'village' ? section.questions : []));
  const questions = [...asked, ...asked.map(another)].slice(0, 60);
  const answers = Object.fromEntries(
    questions.map(({ name, type }, index) => [
      name,
      type === 'select_one' ? 'yes' : type === 'text' ? 'Biên bản' : index * 37,
    ]),
  );
  const base = sectionView('drug_users');
  const page = sectionPage({
    ...base,
    section: { ...base.section, questions },
    relevant: new Set(questions.map(({ name }) => name)),
    answers,
    saved: true,
  });
  expect(page.match(/class="question"/g)).toHaveLength(60);
  expect(page).toContain('font-family:');
  const compressed = await new Response(
    new Blob([page]).stream().pipeThrough(new CompressionStream('gzip')),
  ).arrayBuffer();
  expect(compressed.byteLength).toBeLessThanOrEqual(BUDGET);
  expect(compressed.byteLength).toBeGreaterThan(BUDGET / 4);
});
