import { type FormDefinition, type Labels, policeMatters } from '../../forms/index.ts';

/** A question that a province asks, or asked, as its settings speak of it. */
export interface KnownQuestion {
  name: string;
  label: Labels;
  isPoliceMatter: boolean;
}

/** Every question with an answer in the published forms, once each, in the words of the last form that asks it. */
export function knownQuestions(published: readonly FormDefinition[]): KnownQuestion[] {
  const byName = new Map<string, KnownQuestion>();
  for (const { sections } of published) {
    for (const { type, name, label = {} } of sections.flatMap(({ questions }) => questions)) {
      if (type !== 'note') byName.set(name, { name, label, isPoliceMatter: policeMatters.includes(name) });
    }
  }
  return [...byName.values()];
}
