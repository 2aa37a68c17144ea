import { describe, expect, test } from 'vitest';
import type { RoundRow } from '../rounds/wire.ts';
import { decideCreate, latestExpiry } from './decide-create.ts';
import { decideReissue } from './reissue-link.ts';
import type { LinkWithUnit, WantedUnit } from './store.ts';

const now = '2026-11-20T01:00:00.000Z';
const times = { openedAt: '2026-11-01T00:00:00.000Z', closesAt: null, closedAt: null, archivedAt: null };
const round = { id: 'r1', ...times } as RoundRow;
const draft = { ...round, openedAt: null };
const archived = { ...round, archivedAt: now };
const closed = { ...round, closesAt: now };

const unit = (place: number) =>
  ({ unitId: `u${place}`, position: place * 10, place, extendedUntil: null }) as WantedUnit;
const state = { round, total: 7, named: [] as string[], units: [unit(2), unit(4), unit(5)] };

describe('making links', () => {
  test.each([
    ['more to come', 2, { done: 4, nextCursor: '40.u4' }, 2],
    ['exactly as many as asked for', 3, { done: 7, nextCursor: null }, 3],
    ['fewer than asked for', 100, { done: 7, nextCursor: null }, 3],
  ])('with %s says how far it is', (_, limit, progress, made) => {
    const decided = decideCreate(state, { limit }, now);
    expect(decided).toMatchObject({ total: 7, ...progress });
    expect('units' in decided && decided.units.length).toBe(made);
  });

  test.each([
    ['no round', undefined, 'round_unknown'],
    ['a draft', draft, 'round_not_open'],
    ['a round that closes at this moment', closed, 'round_closed'],
    ['an archived round', archived, 'round_closed'],
  ])('%s gets none', (_, other, code) => {
    expect(decideCreate({ ...state, round: other }, {}, now)).toMatchObject({ code });
  });

  test('in a closed round only communes get one that were given more time', () => {
    const extended = { ...unit(2), extendedUntil: '2026-11-30T17:00:00.000Z' };
    expect(decideCreate({ ...state, round: closed, units: [extended] }, {}, now)).toMatchObject({ units: [extended] });
    for (const units of [[extended, unit(4)], [{ ...extended, extendedUntil: now }], []]) {
      expect(decideCreate({ ...state, round: closed, units }, {}, now)).toMatchObject({ code: 'round_closed' });
    }
    const inArchive = { ...state, round: archived, units: [extended] };
    expect(decideCreate(inArchive, {}, now)).toMatchObject({ code: 'round_closed' });
  });

  test('every named unit that the round lacks is told', () => {
    const refusal = decideCreate({ ...state, named: ['u2'] }, { unitIds: ['u2', 'x', 'y'] }, now);
    expect(refusal).toMatchObject({ code: 'unit_unknown', errors: [{ detail: 'x' }, { detail: 'y' }] });
  });

  test.each([
    ['now', now, false],
    ['a moment later', '2026-11-20T01:00:00.001Z', true],
    ['in ninety days', '2027-02-18T01:00:00.000Z', true],
    ['a moment after that', '2027-02-18T01:00:00.001Z', false],
  ])('a link may end %s: %s, %s', (_, expiresAt, allowed) => {
    const expected = allowed ? { expiresAt } : { code: 'invalid_request' };
    expect(decideCreate(state, { expiresAt }, now)).toMatchObject(expected);
  });

  test('ninety days count from the end of the round when that is later', () => {
    expect(latestExpiry({ closesAt: '2026-12-11T17:00:00.000Z' }, now)).toBe('2027-03-11T17:00:00.000Z');
    expect(latestExpiry({ closesAt: '2026-01-01T00:00:00.000Z' }, now)).toBe('2027-02-18T01:00:00.000Z');
  });
});

describe('giving a link anew', () => {
  const found = (link: object, of: RoundRow = round) =>
    ({ link: { revokedAt: null, expiresAt: '2026-12-01T00:00:00.000Z', ...link }, round: of }) as LinkWithUnit;

  test.each([
    ['keeps the end of the old one', found({}), '2026-12-01T00:00:00.000Z'],
    ['gives an expired one a whole life', found({ expiresAt: now }), '2027-02-18T01:00:00.000Z'],
    ['works in a closed round', found({}, closed), '2026-12-01T00:00:00.000Z'],
  ])('%s', (_, link, expiresAt) => {
    expect(decideReissue(link, now)).toBe(expiresAt);
  });

  test.each([
    ['no link', undefined, 'link_unknown'],
    ['a revoked link', found({ revokedAt: now }), 'link_revoked'],
    ['a link of an archived round', found({}, archived), 'round_closed'],
  ])('%s gets none', (_, link, code) => {
    expect(decideReissue(link, now)).toMatchObject({ code });
  });
});
