import { FEWEST, median, robustZ, THRESHOLD } from './robust-z.ts';

type Figures = Record<string, number>;

/** What a commune is compared by. */
export interface Compared {
  communeId: string;
  /** Communes are like each other when they are of the same kind: a town is not compared with mountain communes. */
  kindLabel: string;
  /** Inhabitants; null while unknown. */
  population: number | null;
  /** Sums by question. */
  figures: Figures;
  /** The same of the previous round; null where there was none, or the commune was another then. */
  before: Figures | null;
}

/** One figure that lies far from the others', with the numbers that show it. */
export interface Outlier {
  question: string;
  /** With communes of its kind, by its rate; or with how all communes changed from the previous round. */
  comparison: 'like_communes' | 'previous_round';
  figure: number;
  /** The previous round's figure; null when like communes are compared. */
  before: number | null;
  /** What was compared: per 1,000 inhabitants, or how many times (x + 1) is (before + 1). */
  value: number;
  /** The middle of that over all communes compared. */
  median: number;
  z: number;
}

/** Inhabitants are what rates are of, not a rate. */
const POPULATION = 'population';

interface Candidate {
  communeId: string;
  figure: number;
  before: number | null;
  value: number;
}

/** Every commune's outliers; those without any are left out (docs/adr/0017-outliers-and-separation-of-duties.md). */
export function outliersAmong(communes: readonly Compared[]): Map<string, Outlier[]> {
  const found = new Map<string, Outlier[]>();
  const report = (question: string, comparison: Outlier['comparison'], candidates: Candidate[], z: number[]) => {
    const middle = median(candidates.map(({ value }) => value));
    candidates.forEach(({ communeId, ...numbers }, i) => {
      if (Math.abs(z[i]!) <= THRESHOLD) return;
      const list = found.get(communeId) ?? [];
      found.set(communeId, list);
      list.push({ question, comparison, ...numbers, median: middle, z: z[i]! });
    });
  };

  const questions = new Set(communes.flatMap(({ figures }) => Object.keys(figures)));
  const kinds = Map.groupBy(communes, ({ kindLabel }) => kindLabel.toLocaleLowerCase('vi')).values();
  for (const like of kinds) {
    for (const question of questions) {
      if (question === POPULATION) continue;
      const rates = like.flatMap((commune) => rateOf(commune, question));
      if (rates.length >= FEWEST) report(question, 'like_communes', rates, robustZ(rates.map(({ value }) => value)));
    }
  }
  for (const question of questions) {
    const changes = communes.flatMap((commune) => changeOf(commune, question));
    if (changes.length < FEWEST) continue;
    // Halving is as far from no change as doubling is: compared on the logarithm, shown as the factor.
    report(question, 'previous_round', changes, robustZ(changes.map(({ value }) => Math.log(value))));
  }
  return found;
}

function rateOf({ communeId, population, figures }: Compared, question: string): Candidate[] {
  const figure = figures[question];
  if (figure === undefined || population === null || population <= 0) return [];
  return [{ communeId, figure, before: null, value: (1000 * figure) / population }];
}

function changeOf({ communeId, figures, before }: Compared, question: string): Candidate[] {
  const [figure, old] = [figures[question], before?.[question]];
  // The one that is added keeps 0 comparable; below 0 there is nothing to count.
  if (figure === undefined || old === undefined || figure < 0 || old < 0) return [];
  return [{ communeId, figure, before: old, value: (figure + 1) / (old + 1) }];
}
