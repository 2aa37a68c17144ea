import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Fate, QUESTIONS, SimulatedBrowser, SimulatedServer } from './simulation.fixture.ts';
import { unsaved } from './unit-sync.ts';

const who = fc.constantFrom(0, 1);
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('type' as const),
      who,
      unitId: fc.constantFrom('v1', 'v2'),
      name: fc.constantFrom(...QUESTIONS),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wait' as const), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('crash' as const), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('refresh' as const), who }) },
);
const fates = fc.array(
  fc.constantFrom<Fate>('fine', 'lost before', 'lost after', 'twice', 'late', 'hanging', 'refused once'),
  { maxLength: 25 },
);

test('whatever the network does, every answer typed reaches the server once and in order, or is shown as a conflict', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), fates, fates, async (steps, ofOne, ofOther) => {
      const server = new SimulatedServer();
      const browsers = [
        new SimulatedBrowser('one', server, [...ofOne]),
        new SimulatedBrowser('other', server, [...ofOther]),
      ];
      let value = 0;
      for (const each of steps) {
        const browser = browsers[each.who]!;
        if (each.do === 'type') await browser.type(each.unitId, each.name, ++value);
        else if (each.do === 'wait') await browser.wait();
        else if (each.do === 'crash') await browser.crash();
        else await browser.refresh();
      }
      // Requests still under way arrive before anybody looks at the outcome.
      for (const browser of [...browsers, ...browsers]) await browser.calm();

      for (const browser of browsers) check(browser, server);
    }),
    { numRuns: 300 },
  );
}, 30_000);

function check(browser: SimulatedBrowser, server: SimulatedServer) {
  const records = browser.store.records;
  for (const [unitId, record] of records) {
    expect(record).toMatchObject({ sent: null, waiting: {}, newer: null, refused: {} });
    expect(record.server).toEqual(server.units.get(unitId));
    expect(Object.keys(unsaved(record))).toEqual(Object.keys(record.conflicts));
    for (const name of QUESTIONS) {
      const typed = browser.typed
        .filter((each) => each.unitId === unitId && each.name === name)
        .map((each) => each.value);
      const applied = server.history.filter((each) => each.unitId === unitId && each.name === name);
      const ours = applied.filter(({ by }) => by === browser.name);
      const values = ours.map(({ after }) => after.answer);
      // In the order of typing, none twice.
      expect(values).toEqual(typed.filter((value) => values.includes(value)));
      // The last one is there or is shown.
      const last = typed.at(-1);
      const torn = record.conflicts[name]?.mine.answer;
      if (last !== undefined) expect([values.at(-1), torn]).toContain(last);
      // What the server once took is no conflict, even when its answer was lost and somebody has changed it since.
      if (torn !== undefined) expect(values).not.toContain(torn);
      // Nothing that another wrote was overwritten without having been on the screen.
      for (const { before } of ours) {
        const known = typed.includes(before.answer as number) || before.answer === null;
        if (!known) expect(browser.seen).toContain(JSON.stringify([unitId, name, before.answer]));
      }
    }
  }
}
