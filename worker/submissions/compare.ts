import type { Answers, FormDefinition, Level } from '../../forms/index.ts';
import { applyPatch, type Patch } from './patch.ts';
import { type Given, upgradeResponse } from './upgrade-response.ts';

/** One side of a comparison: a unit's answers as they were, and the version of the form that they were given to. */
export interface Snapshot extends Given {
  formVersionId: string;
}

export interface Revision {
  revision: number;
  formVersionId: string;
  changes: Patch<Answers[string]>;
  rawChanges: Patch<string>;
}

/** A unit's answers as they stood at a revision: its patches up to that one after another, oldest first. */
export function snapshotAt(revisions: readonly Revision[], revision: number): Snapshot {
  const past = revisions.filter((each) => each.revision <= revision).sort((a, b) => a.revision - b.revision);
  return past.reduce<Snapshot>(
    ({ answers, raw }, { changes, rawChanges, formVersionId }) => ({
      answers: applyPatch(answers, changes),
      raw: applyPatch(raw, rawChanges),
      formVersionId,
    }),
    { answers: {}, raw: {}, formVersionId: '' },
  );
}

/** What one question held: an answer, or text that could not be read as one, or neither. */
interface Held {
  answer: Answers[string];
  raw: string | null;
}

export interface Difference {
  question: string;
  /** Null for a question that the form no longer asks. */
  section: string | null;
  label: Record<string, string>;
  before: Held;
  after: Held;
}

const heldIn = ({ answers, raw }: Given, name: string): Held => ({
  answer: answers[name] ?? null,
  raw: raw[name] ?? null,
});

/** The questions of which two sides hold different answers, in the form's order, then what is no longer asked. */
export function compareAnswers(definition: FormDefinition, level: Level, before: Given, after: Given): Difference[] {
  const asked = definition.sections
    .filter((section) => section.level === level)
    .flatMap(({ name, questions }) =>
      questions.map((question) => ({ question: question.name, section: name, label: question.label ?? {} })),
    );
  const known = new Set(asked.map(({ question }) => question));
  const held = [before, after].flatMap(({ answers, raw }) => [...Object.keys(answers), ...Object.keys(raw)]);
  const retired = [...new Set(held)].filter((name) => !known.has(name));
  return [...asked, ...retired.map((question) => ({ question, section: null, label: {} }))]
    .map((each) => ({ ...each, before: heldIn(before, each.question), after: heldIn(after, each.question) }))
    .filter((each) => JSON.stringify(each.before) !== JSON.stringify(each.after));
}

/** A side as the round's version of the form has it; as it is where its own version is that, or is not known. */
export function inVersion(
  snapshot: Snapshot,
  version: { id: string; document: FormDefinition },
  documents: ReadonlyMap<string, FormDefinition>,
  level: Level,
): Given {
  const before = snapshot.formVersionId === version.id ? undefined : documents.get(snapshot.formVersionId);
  return before ? upgradeResponse(before, version.document, level, snapshot) : snapshot;
}
