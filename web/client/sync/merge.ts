import { type Contents, type Entries, type Entry, entryOf, sameEntry } from './entry.ts';

/** Two different answers to one question, each typed without knowing of the other: a person has to choose. */
export interface Conflict {
  mine: Entry;
  theirs: Entry;
}

export interface Merged {
  /** What is still to be saved, onto their contents. */
  typed: Entries;
  conflicts: Record<string, Conflict>;
}

/**
 * Brings what was typed over `base` onto contents that somebody else has changed meanwhile, question by question: what they left
 * alone takes what was typed, what both answered alike is settled, and what both answered differently is nobody's to decide here.
 */
export function merge(base: Contents, typed: Entries, changed: Contents): Merged {
  const merged: Merged = { typed: {}, conflicts: {} };
  for (const [name, mine] of Object.entries(typed)) {
    const theirs = entryOf(changed, name);
    if (sameEntry(mine, theirs)) continue;
    if (sameEntry(entryOf(base, name), theirs)) merged.typed[name] = mine;
    else merged.conflicts[name] = { mine, theirs };
  }
  return merged;
}
