import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Compared, outliersAmong } from './outliers.ts';
import { median, robustZ, THRESHOLD } from './robust-z.ts';

describe('the modified z-score', () => {
  test('is that of Iglewicz and Hoaglin', () => {
    // Median 3, deviations 2 1 0 1 7, MAD 1.
    const scores = robustZ([1, 2, 3, 4, 10]);
    expect(scores.map((z) => z.toFixed(4))).toEqual(['-1.3490', '-0.6745', '0.0000', '0.6745', '4.7215']);
  });

  test('takes the mean deviation where more than half of the values are equal', () => {
    // Mean deviation 9/6; 9 ÷ (1.2533 × 1.5).
    expect(robustZ([0, 0, 0, 0, 0, 9]).at(-1)).toBeCloseTo(4.7874, 4);
  });

  test('is 0 for all where all are equal', () => {
    expect(robustZ([7, 7, 7, 7, 7])).toEqual([0, 0, 0, 0, 0]);
  });

  test('of an even number of values is about the mean of the two in the middle', () => {
    expect(median([4, 1, 3, 2])).toBe(2.5);
  });
});

const values = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 5, maxLength: 30 });
const outlying = (list: number[]) => robustZ(list).map((z) => Math.abs(z) > THRESHOLD);

test('adding the same to every value changes no score', () => {
  fc.assert(
    fc.property(values, fc.integer({ min: -1000, max: 1000 }), (list, shift) => {
      expect(robustZ(list.map((value) => value + shift))).toEqual(robustZ(list));
    }),
  );
});

test('multiplying every value changes nothing about who is an outlier', () => {
  fc.assert(
    fc.property(values, fc.constantFrom(0.25, 2, 8, 1024), (list, factor) => {
      expect(outlying(list.map((value) => value * factor))).toEqual(outlying(list));
    }),
  );
});

test('one wild value among equals is found, and nobody else', () => {
  fc.assert(
    fc.property(fc.integer({ min: 5, max: 40 }), fc.integer({ min: 0, max: 50 }), (count, usual) => {
      const list = Array.from({ length: count }, (_, i) => (i === 0 ? usual + 1000 : usual));
      expect(outlying(list)).toEqual(list.map((_, i) => i === 0));
    }),
  );
});

const commune = (id: number, changes: Partial<Compared> = {}): Compared => ({
  communeId: `c${id}`,
  kindLabel: 'xã',
  population: 1000,
  figures: { addicts_total: 3 },
  before: null,
  ...changes,
});
const six = (changes: Partial<Compared>) => [0, 1, 2, 3, 4].map((id) => commune(id)).concat(commune(5, changes));

describe('a commune among like ones', () => {
  test('is told with its rate, the median and the score', () => {
    const found = outliersAmong(six({ population: 2000, figures: { addicts_total: 24 } }));
    expect([...found.keys()]).toEqual(['c5']);
    expect(found.get('c5')).toEqual([
      {
        ...{ question: 'addicts_total', comparison: 'like_communes', figure: 24, before: null },
        ...{ value: 12, median: 3, z: expect.closeTo(4.7874, 4) },
      },
    ]);
  });

  test.each([
    ['another kind', { kindLabel: 'thị trấn', figures: { addicts_total: 24 } }],
    ['unknown population', { population: null, figures: { addicts_total: 24 } }],
    ['more inhabitants at the same rate', { population: 8000, figures: { addicts_total: 24 } }],
    ['nothing answered', { figures: {} }],
    ['only more inhabitants', { population: 90_000, figures: { addicts_total: 270, population: 90_000 } }],
  ])('with %s is no outlier', (_, changes) => {
    expect(outliersAmong(six(changes)).size).toBe(0);
  });

  test('is not compared with three others', () => {
    const four = [0, 1, 2].map((id) => commune(id)).concat(commune(9, { figures: { addicts_total: 99 } }));
    expect(outliersAmong(four).size).toBe(0);
  });

  test('is the same whatever the order of the communes', () => {
    const all = fc.array(fc.record({ population: fc.integer({ min: 100, max: 9000 }), addicts: fc.nat(60) }), {
      minLength: 5,
      maxLength: 20,
    });
    fc.assert(
      fc.property(all, fc.infiniteStream(fc.nat()), (rows, order) => {
        const communes = rows.map(({ population, addicts }, id) =>
          commune(id, { population, figures: { addicts_total: addicts } }),
        );
        const shuffled = communes
          .map((one) => ({ one, at: order.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one);
        const z = (list: Compared[]) =>
          [...outliersAmong(list)].map(([id, [first]]) => `${id} ${first!.z.toFixed(9)}`).sort();
        expect(z(shuffled)).toEqual(z(communes));
      }),
      { numRuns: 50 },
    );
  });
});

describe('a change from the previous round', () => {
  const changed = (id: number, before: number, now: number) =>
    commune(id, { population: null, figures: { addicts_total: now }, before: { addicts_total: before } });
  const usual = [changed(0, 10, 11), changed(1, 20, 20), changed(2, 30, 31), changed(3, 40, 39), changed(4, 50, 52)];

  test('that is unlike the changes of the others is told with both figures', () => {
    const found = outliersAmong([...usual, changed(5, 4, 44)]);
    expect([...found.keys()]).toEqual(['c5']);
    expect(found.get('c5')![0]).toMatchObject({ comparison: 'previous_round', before: 4, figure: 44, value: 9 });
  });

  test('downwards counts as much as upwards', () => {
    expect([...outliersAmong([...usual, changed(5, 44, 4)]).keys()]).toEqual(['c5']);
  });

  test('that all made alike is nobody’s', () => {
    expect(outliersAmong([0, 1, 2, 3, 4].map((id) => changed(id, 9, 99))).size).toBe(0);
  });

  test('of a commune that was another then is not compared', () => {
    expect(outliersAmong([...usual, { ...changed(5, 4, 44), before: null }]).size).toBe(0);
  });
});
