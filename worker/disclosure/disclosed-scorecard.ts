import type { CriterionResult, Mark, MaskedScorecard, Scorecard } from '../../forms/index.ts';
import type { Figures } from './figures.ts';
import { withoutFigures } from './without-figures.ts';

/** In place of a number: what masking says of it, or that the province does not share its question with integrators. */
export type DisclosedMark = Mark | 'not_shared';

export interface DisclosedCriterion extends CriterionResult {
  /** What stands in place of numbers that are null without being unknown; null where nothing does. */
  masked: {
    numerator: DisclosedMark | null;
    denominator: DisclosedMark | null;
    shortfall: DisclosedMark | null;
  } | null;
}

export interface DisclosedScorecard extends Omit<Scorecard, 'criteria'> {
  criteria: DisclosedCriterion[];
}

/** A score as it is stored; `masked` is null of one that was stored before there was a masked one, `document` where it was not read. */
export interface StoredScore {
  document: Scorecard | null;
  masked: MaskedScorecard | null;
}

export interface Disclosure {
  figures: Figures;
  /** The questions that the caller is given no figure of. */
  withheld: ReadonlySet<string>;
}

/** For staff, and wherever a province withholds nothing. */
export const nothingWithheld: ReadonlySet<string> = new Set();

/** A scorecard as a caller may see it. Verdicts always stay (docs/adr/0025-small-counts.md). */
export function disclosedScorecard(stored: StoredScore, { figures, withheld }: Disclosure): DisclosedScorecard {
  const chosen = figures === 'exact' ? stored.document : stored.masked;
  // Until it is scored anew, of an old score only the verdicts are known to be harmless.
  if (!chosen || !stored.masked) return onlyVerdicts(stored);
  const questions = stored.masked.criteria.map((criterion) => criterion.questions);
  const isWithheld = questions.map((names) => names.some((name) => withheld.has(name)));
  return {
    ready: chosen.ready,
    // It is made of shares, and would give them away.
    index: isWithheld.includes(true) ? null : chosen.index,
    class: chosen.class,
    coverage: chosen.coverage,
    criteria: chosen.criteria.map((criterion, i) =>
      isWithheld[i] ? withoutFigures(criterion, 'not_shared') : withMarks(criterion),
    ),
  };
}

function withMarks(criterion: CriterionResult & { masked?: DisclosedCriterion['masked'] }): DisclosedCriterion {
  const { id, status, requirement, numerator, denominator, bounds, shortfall, reason, explanation } = criterion;
  const result = { id, status, requirement, numerator, denominator, bounds, shortfall, reason, explanation };
  return { ...result, masked: criterion.masked ?? null };
}

function onlyVerdicts({ document, masked }: StoredScore): DisclosedScorecard {
  const { ready, coverage, criteria } = (document ?? masked)!;
  return {
    ...{ ready, coverage, index: null, class: null },
    criteria: criteria.map((criterion) => withoutFigures(criterion, 'withheld')),
  };
}
