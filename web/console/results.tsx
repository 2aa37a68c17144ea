import { renderPage } from '../ui/render.ts';
import { CommuneTable } from './commune-table.tsx';
import { ConsolePage, Empty } from './console-page.tsx';
import { FiguresNotice } from './figures-notice.tsx';
import { HoldingBack } from './holding-back.tsx';
import { ResultsBand } from './results-band.tsx';
import { Targets } from './targets.tsx';
import { textOf } from './text.ts';
import type { ResultsView } from './view.ts';

/** A round's results: how many communes are ready, what holds the others back, and each commune in one line. */
export function resultsPage(view: ResultsView): string {
  const text = textOf(view.language);
  return renderPage(
    <ConsolePage
      view={view}
      title={`${text.results.title} – ${view.round.name}`}
      trail={[{ href: `/console/${view.province.code}`, label: view.province.name }]}
    >
      <h1>
        <span class="caption">{view.round.name}</span> {text.results.title}
      </h1>
      {view.linksHref && (
        <p>
          <a href={view.linksHref}>{text.results.links}</a>
        </p>
      )}
      {view.rows.length === 0 ? (
        <Empty title={text.results.none} next={text.results.noneNext} />
      ) : (
        <>
          <ResultsBand view={view} />
          <Targets view={view} />
          <HoldingBack view={view} />
          <FiguresNotice figures={view.figures} language={view.language} />
          <CommuneTable view={view} />
        </>
      )}
    </ConsolePage>,
  );
}
