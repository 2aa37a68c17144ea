import type { Answers } from '../../../forms/index.ts';
import { type Contents, type Entries, type Entry, entryOf, sameEntry, withEntries } from './entry.ts';
import { type Conflict, merge } from './merge.ts';

/** One unit's contents as the server holds them. */
export interface Snapshot extends Contents {
  revision: number;
  /** An instant, ISO 8601 UTC; null before the first save. */
  savedAt: string | null;
}

/** What goes to the server under an id of its own. Its contents never change once it may have been sent. */
export interface Save {
  id: string;
  /** The version of the form by which it was typed. */
  formVersionId: string;
  /** The revision that it is to be saved onto. */
  onto: number;
  entries: Entries;
}

/**
 * One unit between this browser and the server: what is known to be saved, and what was typed since. Plain data, so that it
 * survives in a database; only the functions below make a new one of it.
 */
export interface UnitSync {
  unitId: string;
  /** The version of the form by which everything below was typed. */
  formVersionId: string;
  /** As the server last confirmed it. */
  server: Snapshot;
  /** What the form answers itself before anybody has; it goes with the first save. */
  defaults: Answers;
  /** A save whose fate is not known: whatever happens, it is sent again under the same id until the server has said. */
  sent: Save | null;
  /** Typed and not yet on its way. */
  waiting: Entries;
  /** A newer state of the server, met while the fate of `sent` was not known and kept until it is. */
  newer: Snapshot | null;
  conflicts: Record<string, Conflict>;
  /** What the server will not take, by question, and why where it said so; kept until it is typed anew. */
  refused: Record<string, Entry & { why?: string | undefined }>;
}

/** What is known of a unit before anything is typed. */
export type Beginning = Pick<UnitSync, 'unitId' | 'formVersionId' | 'server' | 'defaults'>;

export function startUnit(beginning: Beginning): UnitSync {
  return { ...beginning, sent: null, waiting: {}, newer: null, conflicts: {}, refused: {} };
}

/** What the fields show: everything typed here over what is saved. */
export function shown(unit: UnitSync): Contents {
  return withEntries(unit.server, unset(unit), unsaved(unit));
}

/** The defaults of a unit that nobody has saved. */
const unset = ({ server, defaults }: UnitSync): Entries =>
  server.revision > 0
    ? {}
    : Object.fromEntries(Object.entries(defaults).map(([name, answer]) => [name, { answer, raw: null }]));

/**
 * One field was typed into. `seen` is what it showed before: when another window of this browser has meanwhile answered the same
 * question otherwise, both answers are kept for a person to choose from.
 */
export function type(unit: UnitSync, name: string, entry: Entry, seen: Entry): UnitSync {
  const conflict = unit.conflicts[name];
  if (conflict) {
    if (sameEntry(entry, conflict.mine)) return unit;
    // Typed where another window's answer was not yet on the screen: that one is now the other of the two.
    return withConflict(unit, name, {
      mine: entry,
      theirs: sameEntry(seen, conflict.mine) ? conflict.theirs : conflict.mine,
    });
  }
  const current = entryOf(shown(unit), name);
  if (sameEntry(entry, current)) return unit;
  if (!sameEntry(seen, current)) return withConflict(unit, name, { mine: entry, theirs: current });
  return queue({ ...unit, refused: without(unit.refused, name) }, name, entry);
}

/** A person has chosen between two answers. */
export function settle(unit: UnitSync, name: string, whose: 'mine' | 'theirs'): UnitSync {
  const conflict = unit.conflicts[name];
  if (!conflict) return unit;
  const settled = { ...unit, conflicts: without(unit.conflicts, name) };
  return queue(settled, name, conflict[whose]);
}

/** What is to be sent now, if anything: a save of unknown fate before what was typed after it. `id` is for a new one. */
export function send(unit: UnitSync, id: string): UnitSync {
  if (unit.sent || Object.keys(unit.waiting).length === 0) return unit;
  const entries = { ...unset(unit), ...unit.waiting };
  return { ...unit, sent: { id, formVersionId: unit.formVersionId, onto: unit.server.revision, entries }, waiting: {} };
}

/** The server has taken a save. Said of another save than the one that is out, it is an old echo and changes nothing. */
export function saved(unit: UnitSync, id: string, as: Pick<Snapshot, 'revision' | 'savedAt'>): UnitSync {
  const { sent, newer } = unit;
  if (sent?.id !== id) return unit;
  const server = { ...withEntries(unit.server, sent.entries), revision: as.revision, savedAt: as.savedAt };
  const known = { ...unit, server, sent: null, newer: null };
  return newer ? met(known, newer) : known;
}

/** The server has not taken a save, because somebody else saved first; it never will under this id. */
export function behind(unit: UnitSync, id: string, current: Snapshot): UnitSync {
  const { sent, newer } = unit;
  if (sent?.id !== id) return unit;
  const typed = without(sent.entries, ...untouched(unit, sent.entries));
  const back = { ...unit, sent: null, newer: null, waiting: { ...typed, ...unit.waiting } };
  return rebase(back, newer && newer.revision > current.revision ? newer : current);
}

/** The defaults in a save that nobody has typed over: they are not worth a conflict. */
function untouched(unit: UnitSync, entries: Entries): string[] {
  const defaults = Object.entries(unset(unit));
  return defaults.filter(([name, entry]) => entries[name] && sameEntry(entries[name], entry)).map(([name]) => name);
}

/** The server will never take these questions' answers (all of the save's when none are named); the others wait again. */
export function refuse(unit: UnitSync, id: string, reasons: Record<string, string>): UnitSync {
  const { sent } = unit;
  if (sent?.id !== id) return unit;
  const named = Object.entries(sent.entries).filter(([name]) => Object.hasOwn(reasons, name));
  const told = named.map(([name, entry]) => [name, { ...entry, why: reasons[name] }]);
  const refused: Entries = told.length > 0 ? Object.fromEntries(told) : sent.entries;
  const left = without(sent.entries, ...Object.keys(refused), ...untouched(unit, sent.entries));
  const waiting = { ...left, ...unit.waiting };
  // What was typed anew meanwhile has taken the place of what was refused.
  const kept = without(refused, ...Object.keys(unit.waiting));
  return { ...unit, sent: null, waiting, refused: { ...unit.refused, ...kept } };
}

/** The server was seen in some state; an older one than is known says nothing. */
export function met(unit: UnitSync, snapshot: Snapshot): UnitSync {
  if (snapshot.revision <= Math.max(unit.server.revision, unit.newer?.revision ?? 0)) return unit;
  return unit.sent ? { ...unit, newer: snapshot } : rebase(unit, snapshot);
}

/** Everything typed here that the server is not known to have. */
export function unsaved({ sent, waiting, conflicts, refused }: UnitSync): Entries {
  const mine = Object.entries(conflicts).map(([name, conflict]): [string, Entry] => [name, conflict.mine]);
  return { ...sent?.entries, ...waiting, ...refused, ...Object.fromEntries(mine) };
}

function rebase(unit: UnitSync, server: Snapshot): UnitSync {
  const merged = merge(withEntries(unit.server, unset(unit)), unit.waiting, server);
  let moved: UnitSync = { ...unit, server, waiting: merged.typed };
  for (const [name, { mine }] of Object.entries({ ...unit.conflicts, ...merged.conflicts })) {
    moved = withConflict(moved, name, { mine, theirs: moved.waiting[name] ?? entryOf(server, name) });
  }
  return moved;
}

function queue(unit: UnitSync, name: string, entry: Entry): UnitSync {
  const onServer = unit.sent?.entries[name] ?? unset(unit)[name] ?? entryOf(unit.server, name);
  const waiting = without(unit.waiting, name);
  return { ...unit, waiting: sameEntry(entry, onServer) ? waiting : { ...waiting, [name]: entry } };
}

/** Two answers that are alike after all are no conflict. */
function withConflict(unit: UnitSync, name: string, conflict: Conflict): UnitSync {
  const others = without(unit.conflicts, name);
  return { ...unit, conflicts: sameEntry(conflict.mine, conflict.theirs) ? others : { ...others, [name]: conflict } };
}

function without<T>(entries: Record<string, T>, ...names: string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(entries).filter(([name]) => !names.includes(name)));
}
