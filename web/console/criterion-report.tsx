import { type Bounds, type Criterion, formatNumber, textIn } from '../../forms/index.ts';
import type { Language } from '../fill/view.ts';
import { Fact } from '../ui/fact.tsx';
import { formatShare } from '../ui/format.ts';
import { StatusSign, signOf } from '../ui/status-sign.tsx';
import { textOf } from './text.ts';
import type { ShownCriterion, ShownMark, ShownScorecard } from './view.ts';

interface CriterionReportProps {
  criteria: Criterion[];
  scorecard: ShownScorecard;
  language: Language;
}

/** Each criterion with the clause it comes from, what was counted, and why the result is what it is. */
export function CriterionReport({ criteria, scorecard, language }: CriterionReportProps) {
  return (
    <>
      {criteria.map((criterion) => {
        const result = scorecard.criteria.find(({ id }) => id === criterion.id);
        return result && <OneCriterion key={criterion.id} criterion={criterion} result={result} language={language} />;
      })}
    </>
  );
}

interface OneCriterionProps {
  criterion: Criterion;
  result: ShownCriterion;
  language: Language;
}

function OneCriterion({ criterion, result, language }: OneCriterionProps) {
  const text = textOf(language).commune;
  const quote = textIn(criterion.quote, language);
  const reading = textIn(criterion.reading, language);
  const figures = figuresOf(criterion, result, language);
  const unit = textIn(criterion.measure?.unit, language);
  const shortfall = shortfallOf(result, language);
  return (
    <section class="criterion">
      <h3>
        <span class="criterion-id">{criterion.id}</span> {textIn(criterion.title, language)}
      </h3>
      <StatusSign kind={signOf(result)} language={language} />
      <p class="explanation">{result.explanation[language]}</p>
      <dl class="facts">
        {figures && <Fact name={text.figures} value={figures} />}
        {shortfall && <Fact name={text.shortfall} value={`${shortfall} ${unit}`.trim()} />}
        <Fact
          name={text.clause}
          value={quote ? `${text.quote(criterion.clause)}: “${quote}”` : text.quote(criterion.clause)}
        />
        {reading && <Fact name={text.reading} value={reading} />}
      </dl>
    </section>
  );
}

/** How far it is from being met: a number above 0, or `<5`; nothing where that is not told. */
function shortfallOf({ shortfall, masked }: ShownCriterion, language: Language): string {
  if (masked?.shortfall === '<5') return '<5';
  return shortfall !== null && shortfall > 0 ? formatNumber(shortfall, language) : '';
}

/** "1.180/1.192 hộ (98,9 %)", as far as the numbers are known and shown; empty for a criterion that is not counted. */
function figuresOf(
  { measure }: Criterion,
  { numerator, denominator, bounds, masked }: ShownCriterion,
  language: Language,
): string {
  if (!measure) return '';
  const unit = textIn(measure.unit, language);
  const top = known(numerator, bounds.numerator, masked?.numerator ?? null, language);
  if (!measure.denominator) return `${top} ${unit}`.trim();
  const bottom = known(denominator, bounds.denominator, masked?.denominator ?? null, language);
  const exact = numerator !== null && denominator !== null && denominator > 0;
  const share = exact ? ` (${formatShare(numerator, denominator, language)})` : '';
  return `${top} / ${bottom} ${unit}`.trim() + share;
}

/** A number, what stands in its place, or what its bounds say of it while figures are missing. */
function known(value: number | null, bounds: Bounds | null, mark: ShownMark | null, language: Language): string {
  const text = textOf(language).commune;
  const number = (exact: number) => formatNumber(exact, language);
  if (value !== null) return number(value);
  if (mark !== null) return mark === '<5' ? '<5' : text.withheld;
  const [low, high] = bounds ?? [0, null];
  if (high !== null) return text.between(number(low), number(high));
  return low > 0 ? text.atLeast(number(low)) : text.unknown;
}
