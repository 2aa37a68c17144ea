import { renderPage } from '../ui/render.ts';
import { CloseLink } from './close-link.tsx';
import { LinkPage } from './link-page.tsx';
import { headingOf, OverviewContent } from './overview-content.tsx';
import { PrintLinks } from './print-links.tsx';
import type { OverviewView } from './view.ts';

/** Where a link leads first: what there is to fill in, how far it has come, and whether the commune would be ready. */
export function overviewPage(view: OverviewView): string {
  return renderPage(
    <LinkPage view={view} title={headingOf(view)} wide={view.canSubmit} foot={<OverviewFoot view={view} />}>
      <OverviewContent view={view} />
    </LinkPage>,
  );
}

function OverviewFoot({ view }: { view: OverviewView }) {
  return (
    <>
      <PrintLinks view={view} />
      <CloseLink view={view} />
    </>
  );
}
