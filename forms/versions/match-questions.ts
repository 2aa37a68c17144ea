import { canonicalJson } from '../definition/canonical.ts';
import type { FormDefinition, Question, Section } from '../definition/schema.ts';

/** A question where it stands in one version. */
export interface PlacedQuestion {
  question: Question;
  section: Section;
  /** Its place in the section. */
  index: number;
  path: string;
}

/** Which questions of two versions are the same ones. */
export interface QuestionMatch {
  /** In the order of the later version. */
  pairs: { before: PlacedQuestion; after: PlacedQuestion }[];
  removed: PlacedQuestion[];
  added: PlacedQuestion[];
  /** The new name by the old one, of those that have another. */
  renamed: ReadonlyMap<string, string>;
}

/**
 * A question is the same when it has the same name; or when a name is gone and another is new in the same section, of the same
 * type and with the same labels, or for one without labels the same calculation. Where several could be meant they are paired
 * in order. What was renamed and reworded at once only a hint can tell.
 *
 * @param hints the new name by the old one, as the form's author has stated it.
 */
export function matchQuestions(
  before: FormDefinition,
  after: FormDefinition,
  hints: Readonly<Record<string, string>> = {},
): QuestionMatch {
  const earlier = placedQuestions(before);
  const later = placedQuestions(after);
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const pair = (from: string, to: string) => {
    if (names.has(from) || taken.has(to) || !earlier.has(from) || !later.has(to)) return;
    names.set(from, to);
    taken.add(to);
  };
  for (const [from, to] of Object.entries(hints)) pair(from, to);
  for (const name of earlier.keys()) pair(name, name);

  const free = [...later.values()].filter(({ question }) => !taken.has(question.name));
  for (const placed of earlier.values()) {
    const key = names.has(placed.question.name) ? null : likeness(placed);
    const at = key === null ? -1 : free.findIndex((candidate) => likeness(candidate) === key);
    if (at >= 0) pair(placed.question.name, free.splice(at, 1)[0]!.question.name);
  }

  const oldNames = new Map([...names].map(([from, to]) => [to, from]));
  return {
    pairs: [...later.values()].flatMap((placed) => {
      const from = oldNames.get(placed.question.name);
      return from === undefined ? [] : [{ before: earlier.get(from)!, after: placed }];
    }),
    removed: [...earlier.values()].filter(({ question }) => !names.has(question.name)),
    added: [...later.values()].filter(({ question }) => !taken.has(question.name)),
    renamed: new Map([...names].filter(([from, to]) => from !== to)),
  };
}

function placedQuestions({ sections }: FormDefinition): Map<string, PlacedQuestion> {
  return new Map(
    sections.flatMap((section, s) =>
      section.questions.map((question, index) => [
        question.name,
        { question, section, index, path: `sections.${s}.questions.${index}` },
      ]),
    ),
  );
}

/** Equal for questions that differ in their names only; null when there is nothing to know one by. */
function likeness({ question, section }: PlacedQuestion): string | null {
  const { type, label, calculation, choices } = question;
  if (label === undefined && calculation === undefined) return null;
  return canonicalJson([section.name, section.level, type, choices ?? null, label ?? calculation]);
}
