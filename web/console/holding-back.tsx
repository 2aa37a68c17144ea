import { type Criterion, type CriterionStatus, textIn } from '../../forms/index.ts';
import { ShareBar } from '../ui/share-bar.tsx';
import { StatusSign, signWord } from '../ui/status-sign.tsx';
import { textOf } from './text.ts';
import type { ReadinessRow, ResultsView } from './view.ts';

/** The requirements that communes do not meet or cannot yet show to meet, the most frequent first. */
export function HoldingBack({ view: { criteria, rows, language } }: { view: ResultsView }) {
  const requirements = criteria.filter((criterion) => criterion.requirement);
  if (requirements.length === 0) return null;
  const text = textOf(language).results;
  const holding = requirements
    .map((criterion) => ({ criterion, counts: countStatuses(criterion, rows) }))
    .filter(({ counts }) => counts.not_met + counts.undetermined > 0)
    .sort((a, b) => b.counts.not_met - a.counts.not_met || b.counts.undetermined - a.counts.undetermined);
  return (
    <section class="holding">
      <h2>{text.holding}</h2>
      <p class="hint">{holding.length > 0 ? text.holdingBody : text.nothingHolds}</p>
      <ul class="holding-list">
        {holding.map(({ criterion, counts }) => (
          <li key={criterion.id}>
            <p class="holding-title">
              {textIn(criterion.title, language)} <span class="hint">{text.clause(criterion.clause)}</span>
            </p>
            <ShareBar
              parts={[
                { kind: 'not_met', count: counts.not_met },
                { kind: 'undetermined', count: counts.undetermined },
                { kind: 'met', count: counts.met },
              ]}
              total={rows.length}
            />
            <p class="holding-counts">
              {(['not_met', 'undetermined', 'met'] as const).map((status) => (
                <span key={status}>
                  <StatusSign kind={status} language={language} word={`${signWord(status, language)}: `} wordHidden />{' '}
                  {counts[status]}
                </span>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function countStatuses(criterion: Criterion, rows: ReadinessRow[]): Record<CriterionStatus, number> {
  const counts = { met: 0, not_met: 0, undetermined: 0, not_applicable: 0 };
  for (const row of rows) {
    const result = row.scorecard.criteria.find(({ id }) => id === criterion.id);
    if (result) counts[result.status] += 1;
  }
  return counts;
}
