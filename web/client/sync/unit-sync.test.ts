import { describe, expect, test } from 'vitest';
import { blank, type Entry } from './entry.ts';
import {
  behind,
  met,
  refuse,
  type Snapshot,
  saved,
  send,
  settle,
  shown,
  startUnit,
  type,
  unsaved,
} from './unit-sync.ts';

const number = (answer: number): Entry => ({ answer, raw: null });
const at = (revision: number, answers: Snapshot['answers'], raw: Snapshot['raw'] = {}): Snapshot => ({
  revision,
  savedAt: `2024-12-06T07:0${revision}:00.000Z`,
  answers,
  raw,
});
const begin = (server: Snapshot, defaults: Snapshot['answers'] = {}) =>
  startUnit({ unitId: 'v1', formVersionId: 'version-1', server, defaults });
const unit = begin(at(3, { population: 100, households_total: 20 }));
const typed = type(unit, 'population', number(120), number(100));
const out = send(typed, 'save-1');

describe('typing', () => {
  test('shows at once and waits to be sent', () => {
    expect(shown(typed).answers.population).toBe(120);
    expect(typed.waiting).toEqual({ population: number(120) });
  });

  test('the same answer again is nothing to send', () => {
    expect(type(unit, 'population', number(100), number(100))).toBe(unit);
    expect(type(typed, 'population', number(100), number(120)).waiting).toEqual({});
  });

  test('text that cannot be read takes the place of the answer, and a blank takes both away', () => {
    const unreadable = type(unit, 'population', { answer: null, raw: 'một trăm' }, number(100));
    expect(shown(unreadable)).toEqual({ answers: { households_total: 20 }, raw: { population: 'một trăm' } });
    const emptied = type(unreadable, 'population', blank, { answer: null, raw: 'một trăm' });
    expect(shown(emptied)).toEqual({ answers: { households_total: 20 }, raw: {} });
  });

  test('going back to the old answer is sent when the new one may already be saved', () => {
    expect(type(out, 'population', number(100), number(120)).waiting).toEqual({ population: number(100) });
  });

  test('over an answer that another window gave meanwhile keeps both', () => {
    const here = type(typed, 'population', number(99), number(100));
    expect(here.conflicts).toEqual({ population: { mine: number(99), theirs: number(120) } });
    expect(here.waiting).toEqual({ population: number(120) });
  });
});

test('a third answer, typed in a window that showed neither of the two, loses none of what was typed', () => {
  const torn = type(typed, 'population', number(99), number(100));
  const third = type(torn, 'population', number(98), number(120));
  expect(third.conflicts.population).toEqual({ mine: number(98), theirs: number(99) });
  expect(settle(third, 'population', 'theirs').waiting).toEqual({ population: number(99) });
  expect(settle(third, 'population', 'mine').waiting).toEqual({ population: number(98) });
});

test('typing on over two answers goes on with one’s own', () => {
  const torn = type(typed, 'population', number(99), number(100));
  expect(type(torn, 'population', number(9), number(99)).conflicts.population).toEqual({
    mine: number(9),
    theirs: number(120),
  });
});

describe('sending', () => {
  test('goes onto the revision that is known, and what is typed meanwhile waits', () => {
    expect(out.sent).toEqual({
      ...{ id: 'save-1', formVersionId: 'version-1', onto: 3 },
      entries: { population: number(120) },
    });
    const more = type(out, 'population', number(130), number(120));
    expect(send(more, 'save-2').sent).toEqual(out.sent);
    expect(shown(more).answers.population).toBe(130);
  });

  test('what the server took is saved, once', () => {
    const known = saved(out, 'save-1', { revision: 4, savedAt: 'now' });
    expect(known.server).toMatchObject({ revision: 4, answers: { population: 120, households_total: 20 } });
    expect(unsaved(known)).toEqual({});
    expect(saved(known, 'save-1', { revision: 9, savedAt: 'later' })).toBe(known);
  });

  test('what the server will not take is kept at its question, and the rest is sent again', () => {
    const both = send(type(typed, 'households_total', number(30), number(20)), 'save-1');
    const after = refuse(both, 'save-1', { population: 'Quá lớn.' });
    expect(after).toMatchObject({
      sent: null,
      refused: { population: { ...number(120), why: 'Quá lớn.' } },
      waiting: { households_total: number(30) },
    });
    expect(shown(after).answers).toEqual({ population: 120, households_total: 30 });
    expect(type(after, 'population', number(121), number(120))).toMatchObject({
      refused: {},
      waiting: { population: number(121) },
    });
  });
});

describe("a unit that nobody has saved starts from the form's defaults", () => {
  const fresh = begin(at(0, {}), { hotspots: 0, points: 0 });

  test('they show, are nothing to send by themselves, and go with the first save', () => {
    expect(shown(fresh).answers).toEqual({ hotspots: 0, points: 0 });
    expect(send(fresh, 'save-1').sent).toBeNull();
    const begun = send(type(fresh, 'population', number(9), blank), 'save-1');
    expect(begun.sent?.entries).toEqual({ hotspots: number(0), points: number(0), population: number(9) });
  });

  test('one that was emptied is not filled in again', () => {
    const emptied = send(type(fresh, 'points', blank, number(0)), 'save-1');
    expect(emptied.sent?.entries.points).toEqual(blank);
    const known = saved(emptied, 'save-1', { revision: 1, savedAt: 'now' });
    expect(shown(known).answers).toEqual({ hotspots: 0 });
  });

  test('they are no conflict with what somebody else answered', () => {
    const begun = send(type(fresh, 'points', number(2), number(0)), 'save-1');
    const after = behind(begun, 'save-1', at(1, { hotspots: 4, points: 0 }));
    expect(shown(after).answers).toEqual({ hotspots: 4, points: 2 });
    expect(after.conflicts).toEqual({});
  });
});

describe('somebody else saved first', () => {
  test('their other questions are taken over and ours go onto theirs', () => {
    const after = behind(out, 'save-1', at(4, { population: 100, households_total: 25 }));
    expect(after).toMatchObject({ sent: null, waiting: { population: number(120) }, conflicts: {} });
    expect(shown(after).answers).toEqual({ population: 120, households_total: 25 });
    expect(send(after, 'save-2').sent).toMatchObject({ id: 'save-2', onto: 4 });
  });

  test('the same question answered otherwise is a conflict, and nothing of ours overwrites it', () => {
    const after = behind(out, 'save-1', at(4, { population: 111 }));
    expect(after.conflicts).toEqual({ population: { mine: number(120), theirs: number(111) } });
    expect(send(after, 'save-2').sent).toBeNull();
    expect(shown(after).answers.population).toBe(120);
  });

  test('the same question answered alike is settled', () => {
    const after = behind(out, 'save-1', at(4, { population: 120 }));
    expect(unsaved(after)).toEqual({});
  });

  test('a conflict ends as a person chooses', () => {
    const torn = behind(out, 'save-1', at(4, { population: 111 }));
    expect(settle(torn, 'population', 'mine')).toMatchObject({ conflicts: {}, waiting: { population: number(120) } });
    const theirs = settle(torn, 'population', 'theirs');
    expect(unsaved(theirs)).toEqual({});
    expect(shown(theirs).answers.population).toBe(111);
  });

  test('a conflict follows what they answer next, and ends when that is what we typed', () => {
    const torn = behind(out, 'save-1', at(4, { population: 111 }));
    expect(met(torn, at(5, { population: 112 })).conflicts.population?.theirs).toEqual(number(112));
    expect(met(torn, at(5, { population: 120 })).conflicts).toEqual({});
  });

  test('a newer state waits until the fate of our save is known, for it may hold our save', () => {
    const seen = met(out, at(5, { population: 111, households_total: 20 }));
    expect(seen.sent).toEqual(out.sent);
    const known = saved(seen, 'save-1', { revision: 4, savedAt: 'now' });
    expect(known).toMatchObject({ server: { revision: 5, answers: { population: 111 } }, conflicts: {}, newer: null });
  });

  test('an older state says nothing', () => {
    expect(met(unit, at(2, { population: 1 }))).toBe(unit);
  });
});
