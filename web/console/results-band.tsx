import { formatNumber } from '../../forms/index.ts';
import { ShareBar } from '../ui/share-bar.tsx';
import { type SignKind, StatusSign } from '../ui/status-sign.tsx';
import { verdictOf } from '../ui/verdict.ts';
import { textOf } from './text.ts';
import type { ResultsView } from './view.ts';

const verdicts = ['met', 'not_met', 'undetermined', 'not_applicable'] as const satisfies SignKind[];

/** The round in one band: communes by verdict, then how much of it rests on figures that are there. */
export function ResultsBand({ view: { rows, language } }: { view: ResultsView }) {
  const text = textOf(language).results;
  const number = (value: number) => formatNumber(value, language);
  const counts = verdicts
    .map((kind) => ({ kind, count: rows.filter((row) => verdictOf(row.scorecard).kind === kind).length }))
    .filter(({ kind, count }) => count > 0 || kind !== 'not_applicable');
  const sum = (key: 'expected' | 'answered') => rows.reduce((total, row) => total + row.scorecard.coverage[key], 0);
  const submitted = rows.filter((row) => row.state === 'submitted' || row.state === 'verified').length;
  return (
    <section class="band" aria-label={text.title}>
      <ShareBar parts={counts} total={rows.length} />
      <ul class="band-figures">
        {counts.map(({ kind, count }) => (
          <li key={kind}>
            <strong class="band-number">{number(count)}</strong>
            <StatusSign kind={kind} language={language} word={text.verdict[kind]} />
          </li>
        ))}
        <li>
          <strong class="band-number">{text.of(number(sum('answered')), number(sum('expected')))}</strong>
          {text.coverage}
        </li>
        <li>
          <strong class="band-number">{text.of(number(submitted), number(rows.length))}</strong>
          {text.submitted}
        </li>
      </ul>
    </section>
  );
}
