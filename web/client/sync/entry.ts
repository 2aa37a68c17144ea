import { type Answers, isBlank, type Value } from '../../../forms/index.ts';

/** What stands in one question's field: an answer, or text that cannot be read as one; neither when it is blank. */
export interface Entry {
  answer: Value;
  raw: string | null;
}

/** By question name. */
export type Entries = Record<string, Entry>;

/** What a unit's fields hold: everything that can be read, and everything that cannot. */
export interface Contents {
  answers: Answers;
  raw: Record<string, string>;
}

export const blank: Entry = { answer: null, raw: null };

export function entryOf({ answers, raw }: Contents, name: string): Entry {
  const answer = answers[name];
  return { answer: isBlank(answer) ? null : (answer as Value), raw: raw[name] ?? null };
}

export function sameEntry(a: Entry, b: Entry): boolean {
  return a.raw === b.raw && JSON.stringify(a.answer) === JSON.stringify(b.answer);
}

/** The contents after some fields were typed into; the given ones stay as they are. */
export function withEntries({ answers, raw }: Contents, ...typed: Entries[]): Contents {
  const after = { answers: { ...answers }, raw: { ...raw } };
  for (const [name, entry] of typed.flatMap(Object.entries) as [string, Entry][]) {
    delete after.answers[name];
    delete after.raw[name];
    if (!isBlank(entry.answer)) after.answers[name] = entry.answer;
    if (entry.raw !== null) after.raw[name] = entry.raw;
  }
  return after;
}
