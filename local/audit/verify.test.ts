import { describe, expect, test } from 'vitest';
import { checkpointOf, type LoggedEvent, nextSeal, type Seal } from '../../worker/audit/chain.ts';
import { type Against, verifyLog } from './verify.ts';

const SECRET = 'a'.repeat(64);
const NOW = '2026-11-27T05:00:00.000Z';

const eventAt = (seq: number): LoggedEvent => ({
  seq,
  id: `0199-${seq}`,
  at: `2026-11-27T04:00:00.${String(seq).padStart(3, '0')}Z`,
  actorKind: 'staff',
  actorId: 'người-1',
  actorRole: 'designer',
  act: 'round.edit',
  subject: `round:${seq}`,
  requestId: `request-${seq}`,
  detail: '{"name":"Kỳ khảo sát"}',
  beforeHash: 'b'.repeat(64),
  afterHash: 'c'.repeat(64),
});

interface Kept {
  events: LoggedEvent[];
  seals: Seal[];
  highest: number;
}

/** Seals over the events up to each of these numbers; what comes behind the last is not sealed. */
function seal(events: LoggedEvent[], upTo: number[], secret = SECRET): Seal[] {
  const secrets = { current: secret, previous: [] };
  const seals: Seal[] = [];
  for (const lastSeq of upTo) {
    const last = seals.at(-1) ?? null;
    const covered = events.filter(({ seq }) => seq > (last?.lastSeq ?? 0) && seq <= lastSeq);
    seals.push(nextSeal('12', last, covered, { secrets, now: NOW }));
  }
  return seals;
}

/** Ten events under two seals and two behind them. */
function written(): Kept {
  const events = Array.from({ length: 12 }, (_, i) => eventAt(i + 1));
  return { events, seals: seal(events, [4, 10]), highest: 12 };
}

async function* each<T>(items: T[]): AsyncGenerator<T> {
  yield* items;
}

const verified = ({ events, seals, highest }: Kept, against: Partial<Against> = {}, missingGuards: string[] = []) =>
  verifyLog(
    { database: '12', events: each(events), seals: each(seals), missingGuards, highest },
    { secrets: [SECRET], ...against },
  );

const faultOf = async (kept: Kept, against: Partial<Against> = {}) => (await verified(kept, against)).fault;

/** The log after somebody with the database was at it. */
function tampered(change: (kept: Kept) => void): Kept {
  const kept = structuredClone(written());
  change(kept);
  return kept;
}

const renumbered = (events: LoggedEvent[]) => events.map((event, i) => ({ ...event, seq: i + 1 }));

test('a log as it was written is proven up to its last seal, and what is not sealed is counted', async () => {
  expect(await verified(written())).toEqual({ database: '12', fault: null, events: 12, seals: 2, unsealed: 2 });
  expect(await verified({ events: [], seals: [], highest: 0 })).toMatchObject({ fault: null, events: 0 });
});

describe('an event that was sealed', () => {
  const columns = Object.keys(eventAt(1)).filter((column) => column !== 'seq') as Exclude<keyof LoggedEvent, 'seq'>[];
  test.each(columns)('is named when its %s was changed', async (column) => {
    const other = tampered(({ events }) => {
      events[6] = { ...events[6]!, [column]: `${events[6]![column]} ` };
    });
    expect(await faultOf(other)).toMatch(/^event 7 \(.+\) was changed after it was sealed/);
  });

  test.each(['actorRole', 'beforeHash', 'afterHash'] as const)(
    'is named when its %s was taken away',
    async (column) => {
      const other = tampered(({ events }) => {
        events[2]![column] = null;
      });
      expect(await faultOf(other)).toMatch(/^event 3 .+ was changed/);
    },
  );

  test('is named when it is missing, with or without a gap in the numbers', async () => {
    const gap = tampered(({ events }) => void events.splice(4, 1));
    expect(await faultOf(gap)).toBe('Event 5 is missing from among those of seal 2.');
    const closed = tampered((kept) => {
      kept.events.splice(4, 1);
      kept.events = renumbered(kept.events);
    });
    expect(await faultOf(closed)).toMatch(/^The event that was sealed as number 5 is missing; event 5 \(.+round:6/);
  });

  test('is named when it was put in between, or before all others', async () => {
    const between = tampered((kept) => {
      kept.events.splice(4, 0, { ...eventAt(99), seq: 0 });
      kept.events = renumbered(kept.events);
    });
    expect(await faultOf(between)).toMatch(/^event 5 \(round.edit on round:99, .+ was inserted/);
    const before = tampered(({ events }) => void events.unshift({ ...eventAt(99), seq: -1 }));
    expect(await faultOf(before)).toMatch(/^event -1 \(.+ was inserted: there was no such number/);
  });

  test('is named when two changed places', async () => {
    const other = tampered(({ events }) => {
      [events[5], events[8]] = [
        { ...events[8]!, seq: 6 },
        { ...events[5]!, seq: 9 },
      ];
    });
    expect(await faultOf(other)).toMatch(/^event 6 \(.+round:9.+ was sealed as number 9: events were reordered/);
  });
});

describe('the end of the log', () => {
  test('is missed where it was sealed', async () => {
    const other = tampered((kept) => void kept.events.splice(7));
    expect(await faultOf(other)).toBe('Event 8 is missing from among those of seal 2.');
  });

  test('is missed by the numbers that were given where it was not sealed yet', async () => {
    const other = tampered((kept) => void kept.events.splice(11));
    expect(await faultOf(other)).toBe('Events 12 to 12 are missing from the end.');
    const gap = tampered((kept) => void kept.events.splice(10, 1));
    expect(await faultOf(gap)).toBe('Event 11 is missing; it was not sealed yet.');
  });

  test('is missed by a checkpoint where the seals went with it', async () => {
    const checkpoint = checkpointOf('12', written().seals[1]!);
    const other = tampered((kept) => {
      kept.events.splice(4);
      kept.seals.splice(1);
      kept.highest = 4;
    });
    expect(await faultOf(other)).toBeNull();
    expect(await faultOf(other, { checkpoint })).toMatch(/^Seal 2 of the checkpoint is missing: .+ behind event 4/);
  });
});

describe('a seal', () => {
  const columns = ['lastSeq', 'prints', 'sealedAt', 'hash', 'keyId', 'signature'] as const;
  test.each(columns)('is not believed when its %s was changed', async (column) => {
    const other = tampered(({ seals }) => {
      const of = seals[0]!;
      const value = column === 'lastSeq' ? 3 : of[column].replace(/.$/, (end) => (end === '0' ? '1' : '0'));
      seals[0] = { ...of, [column]: value };
    });
    expect(await faultOf(other)).not.toBeNull();
  });

  test('is named when it is missing', async () => {
    expect(await faultOf(tampered(({ seals }) => void seals.shift()))).toBe('Seal 1 is missing.');
  });
});

describe('a log that was written anew as a whole', () => {
  const anew = (secret: string) =>
    tampered((kept) => {
      kept.events[6] = { ...kept.events[6]!, actorId: 'người-2' };
      kept.seals = seal(kept.events, [4, 10], secret);
    });

  test('is not signed by who does not know the secret, whatever key it names', async () => {
    const foreign = anew('b'.repeat(64));
    expect(await faultOf(foreign)).toBe('Seal 2 is signed with a secret that was not given.');
    for (const seal of foreign.seals) seal.keyId = written().seals[0]!.keyId;
    expect(await faultOf(foreign)).not.toBeNull();
  });

  test('is told from the true one by a checkpoint, even where the secret leaked', async () => {
    const forged = anew(SECRET);
    expect(await faultOf(forged)).toBeNull();
    const checkpoint = checkpointOf('12', written().seals[1]!);
    expect(await faultOf(forged, { checkpoint })).toBe(
      'Seal 2 is not the one of the checkpoint: the log was written anew.',
    );
  });

  test("cannot be another database's log", async () => {
    const { events, seals, highest } = written();
    const log = { database: '33', events: each(events), seals: each(seals), missingGuards: [], highest };
    expect((await verifyLog(log, { secrets: [SECRET] })).fault).toMatch(/^Seal 1, over the events 1 to 4, is not as/);
  });

  test('is proven under the code that it was restored under, by the one that it began under', async () => {
    const { events, seals, highest } = written();
    const secrets = { current: SECRET, previous: [] };
    seals.push(nextSeal('99', seals[1]!, events.slice(10), { secrets, now: NOW }));
    const log = { database: '99', origin: '12', events: each(events), seals: each(seals), missingGuards: [], highest };
    expect(await verifyLog(log, { secrets: [SECRET] })).toMatchObject({ fault: null, seals: 3 });
  });
});

test('after the secret was changed, the seals before are vouched for by those behind them', async () => {
  const kept = written();
  const next = 'n'.repeat(64);
  const secrets = { current: next, previous: [SECRET] };
  kept.seals.push(nextSeal('12', kept.seals[1]!, kept.events.slice(10), { secrets, now: NOW }));
  expect(await faultOf(kept, { secrets: [next] })).toBeNull();
  expect(await faultOf(kept, { secrets: [SECRET] })).toBe('Seal 3 is signed with a secret that was not given.');
  expect(await faultOf(kept, { secrets: [] })).toBeNull();
});

test('a seal that was made without the secret of the one before vouches for nothing before it', async () => {
  const kept = written();
  const next = 'n'.repeat(64);
  const secrets = { current: next, previous: [] };
  kept.seals.push(nextSeal('12', kept.seals[1]!, kept.events.slice(10), { secrets, now: NOW }));
  expect(await faultOf(kept, { secrets: [next] })).toMatch(/^Seal 2 was not signed by this service: .+ former one\.$/);
  expect(await faultOf(kept, { secrets: [next, SECRET] })).toBeNull();
  kept.seals[2] = { ...kept.seals[2]!, keyId: kept.seals[2]!.keyId.replace('!', '') };
  expect(await faultOf(kept, { secrets: [next] })).toMatch(/^Seal 3, over the events 11 to 12, is not as it was made/);
});

test('it is told when what forbids changes was taken away', async () => {
  expect((await verified(written(), {}, ['events_never_change'])).fault).toMatch(/taken away: events_never_change/);
});
