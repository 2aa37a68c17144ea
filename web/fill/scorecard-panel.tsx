import { type CriterionResult, type FormDefinition, type Scorecard, textIn } from '../../forms/index.ts';
import { StatusSign, signOf } from '../ui/status-sign.tsx';
import { verdictOf } from '../ui/verdict.ts';
import { spokenTo } from './language.ts';
import { textOf } from './text.ts';

interface ScorecardPanelProps {
  scorecard: Scorecard;
  definition: FormDefinition;
  /** xã, phường, thị trấn: the heading asks about the unit by its own kind. */
  kindLabel: string;
  language: string;
  /** One line under the heading: on which figures this is computed. */
  basis: string;
}

/** "Xã đã sẵn sàng chưa?": each requirement with its sign and one sentence; objectives apart, since they decide nothing. */
export function ScorecardPanel({ scorecard, definition, kindLabel, language, basis }: ScorecardPanelProps) {
  if (scorecard.criteria.length === 0) return null;
  const text = textOf(language).readiness;
  const requirements = scorecard.criteria.filter((result) => result.requirement);
  const objectives = scorecard.criteria.filter((result) => !result.requirement);
  const list = (results: CriterionResult[]) => (
    <CriterionList results={results} definition={definition} language={language} />
  );
  return (
    <section class="scorecard" aria-labelledby="readiness">
      <h2 id="readiness">{requirements.length > 0 ? text.heading(kindLabel) : text.objectivesOnlyHeading}</h2>
      <VerdictLine scorecard={scorecard} language={language} />
      <ClassLine scorecard={scorecard} definition={definition} language={language} />
      <p class="hint">{basis}</p>
      {requirements.length > 0 && (
        <>
          <h3>{text.requirements}</h3>
          {list(requirements)}
        </>
      )}
      {requirements.length > 0 && objectives.length > 0 && (
        <details class="objectives">
          <summary>{text.objectives(objectives.length)}</summary>
          <p class="hint">{text.objectivesNote}</p>
          {list(objectives)}
        </details>
      )}
      {requirements.length === 0 && list(objectives)}
    </section>
  );
}

function VerdictLine({ scorecard, language }: { scorecard: Scorecard; language: string }) {
  const verdict = verdictOf(scorecard);
  const text = textOf(language).readiness.verdict;
  if (verdict.kind === 'not_applicable') return null;
  return (
    <p class={`verdict ${verdict.kind}`}>
      <StatusSign kind={verdict.kind} language={spokenTo(language)} word={text[verdict.kind](verdict)} />
    </p>
  );
}

/** The class shown is the least severe still possible; while it is not determined the others are named with it (docs/domain.md §4). */
function ClassLine({
  scorecard,
  definition,
  language,
}: Pick<ScorecardPanelProps, 'scorecard' | 'definition' | 'language'>) {
  const result = scorecard.class;
  if (!result) return null;
  const text = textOf(language).readiness;
  const name = (code: string) => textIn(definition.classification?.labels?.[code], language) || code;
  const others = result.possible.filter((code) => code !== result.code).map(name);
  return (
    <p>
      {result.determined ? text.class(name(result.code)) : text.classPossible(name(result.code), others.join(', '))}
    </p>
  );
}

function CriterionList({
  results,
  definition,
  language,
}: { results: CriterionResult[] } & Pick<ScorecardPanelProps, 'definition' | 'language'>) {
  return (
    <ul class="criteria">
      {results.map((result) => (
        <li key={result.id} class="criterion">
          <StatusSign kind={signOf(result)} language={spokenTo(language)} wordHidden />
          <div>
            <p>{titleOf(definition, result.id, language)}</p>
            <p class="explanation">{textIn(result.explanation, language)}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}

function titleOf(definition: FormDefinition, id: string, language: string): string {
  return textIn(definition.criteria.find((criterion) => criterion.id === id)?.title, language) || id;
}
