/** What stands in place of a number: `<5` for a count of 1 to 4, `withheld` for what would give one away, be it small or not. */
export type Mark = '<5' | 'withheld';

/** A number that may be published, or what stands for it. */
export type Disclosed = 'shown' | Mark;

/** Of 1 to 4 of a kind somebody can be told apart. */
const SMALL = 5;
/** From here on a part of 1 to 4 and a remainder of 1 to 4 are never the same numbers. */
const APART = 2 * SMALL - 1;

/** A commune's total of one question, or a village's answer. */
export interface Quantity {
  /** Null while it is not exactly known. */
  value: number | null;
  /** Whether a small count of it identifies somebody. */
  sensitive: boolean;
  /** The names of what it is a part of: addicts with a file of addicts. */
  wholes: readonly string[];
  /** Something else that is published would narrow it down, so that nothing is said of it. */
  withheld: boolean;
  /** A verdict tells more of it than whether it is the whole: "above 80 %" of 6 that is met can be 5 only. */
  narrow: boolean;
}

const isSmall = (value: number): boolean => value > 0 && value < SMALL;
const difference = (whole: number, part: number): number => Math.round((whole - part) * 1e6) / 1e6;

/**
 * What may be said of each quantity when all are published together, so that nobody can bound one of 1 to 4, nor a remainder of 1 to
 * 4 that a whole leaves beside its part, more closely than to 1 to 4 (docs/adr/0025-small-counts.md):
 *
 * - what is not exactly known is withheld: what arrives later would be the difference;
 * - 1 to 4 is `<5`; of a part only where its whole is shown and so large that no remainder is that small with it;
 * - a part is withheld when it leaves a remainder of 1 to 4, exceeds its whole, or has one that is not shown, also when it is 0.
 *
 * A sum is published as a number only when all its quantities are shown, so what is not shown stands in no number at all.
 */
export function marksOf(quantities: ReadonlyMap<string, Quantity>): Map<string, Disclosed> {
  const marks = new Map<string, Disclosed>();
  for (const name of quantities.keys()) marks.set(name, 'shown');
  // A mark only ever turns from shown to something else, so this ends.
  for (let changed = true; changed; ) {
    changed = false;
    for (const [name, quantity] of quantities) {
      if (marks.get(name) !== 'shown') continue;
      const mark = markOf(quantity, quantities, marks);
      if (mark === 'shown') continue;
      marks.set(name, mark);
      changed = true;
    }
  }
  // `<5` may have been said of a part before its whole was found to be withheld.
  for (const [name, { wholes }] of quantities) {
    if (wholes.some((whole) => isHidden(marks.get(whole)))) hide(name, quantities, marks);
  }
  return marks;
}

const isHidden = (mark: Disclosed | undefined): boolean => mark !== undefined && mark !== 'shown';

function hide(name: string, quantities: ReadonlyMap<string, Quantity>, marks: Map<string, Disclosed>): void {
  if (quantities.get(name)?.sensitive) marks.set(name, 'withheld');
}

function markOf(
  { value, sensitive, wholes, withheld, narrow }: Quantity,
  quantities: ReadonlyMap<string, Quantity>,
  marks: ReadonlyMap<string, Disclosed>,
): Disclosed {
  if (!sensitive) return 'shown';
  if (value === null || withheld) return 'withheld';
  if (wholes.some((whole) => isHidden(marks.get(whole)))) return 'withheld';
  const known = wholes.flatMap((whole) => quantities.get(whole)?.value ?? []);
  const remainders = known.map((whole) => difference(whole, value));
  // More than there are of: a mistake, whose excess would cancel out another part's remainder in a sum.
  if (remainders.some((remainder) => remainder < 0)) return 'withheld';
  const nothing = known.length > 0 && known.every((whole) => whole === 0) && value === 0;
  if (narrow && !nothing && [value, ...remainders].some((number) => number < SMALL)) return 'withheld';
  if (isSmall(value)) return known.every((whole) => whole >= APART) ? '<5' : 'withheld';
  return remainders.some(isSmall) ? 'withheld' : 'shown';
}
