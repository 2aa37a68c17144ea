import { formatNumber, textIn } from '../../forms/index.ts';
import { formatDate } from '../ui/format.ts';
import { ShareBar } from '../ui/share-bar.tsx';
import { StatusSign } from '../ui/status-sign.tsx';
import { textOf } from './text.ts';
import type { CountedTarget, ResultsView } from './view.ts';

/** The plan's targets: how many units it wants by when, and how many have come so far. */
export function Targets({ view: { targets, language } }: { view: ResultsView }) {
  if (targets.length === 0) return null;
  const text = textOf(language).results.targets;
  return (
    <section class="holding">
      <h2>{text.title}</h2>
      <ul class="holding-list">
        {targets.map((target) => (
          <li key={target.id}>
            <p class="holding-title">
              {textIn(target.title, language)}{' '}
              <span class="hint">{text.by(formatDate(target.by), textOf(language).results.clause(target.clause))}</span>
              {target.missing.length > 0 && <span class="hint">. {text.missing(target.missing.join(', '))}</span>}
            </p>
            <ShareBar parts={partsOf(target)} total={Math.max(target.needed, target.existing)} />
            <p class="target-figure">
              <StatusSign
                kind={target.met === null ? 'undetermined' : target.met ? 'met' : 'not_met'}
                language={language}
                word={text[target.about === 'recognition' ? 'recognised' : 'reached'](
                  formatNumber(target.reached, language),
                  formatNumber(target.needed, language),
                )}
              />
              {target.ready !== null && <span class="hint">{text.ready(formatNumber(target.ready, language))}</span>}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

const partsOf = ({ existing, reached, undetermined }: CountedTarget) => [
  { kind: 'met' as const, count: reached },
  { kind: 'undetermined' as const, count: undetermined },
  { kind: 'not_met' as const, count: existing - reached - undetermined },
];
