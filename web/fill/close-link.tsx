import { Page } from '../ui/page.tsx';
import { renderPage } from '../ui/render.ts';
import { spokenTo } from './language.ts';
import { LinkPage } from './link-page.tsx';
import { stylesheet } from './stylesheet.ts';
import { textOf } from './text.ts';
import type { ClosedLinkView, CloseLinkView, LinkView } from './view.ts';
import { workerTextOf } from './worker-text.ts';

/** The way to closing, below the pages where the work is done; a form that is only tried out keeps nothing. */
export function CloseLink({ view }: { view: LinkView }) {
  if (view.preview) return null;
  return (
    <p class="close-link not-printed">
      <a href={`${view.base}/dong-phieu`}>{workerTextOf(view.language).close.title}</a>
    </p>
  );
}

/** Says what closing does before it is done. What the page's script finds unsent stands here, with a way to keep it. */
export function closeLinkPage(view: CloseLinkView): string {
  const text = workerTextOf(view.language).close;
  return renderPage(
    <LinkPage view={view} title={text.title}>
      <h1>{text.title}</h1>
      <p>{text.consequence}</p>
      <p>{text.kept}</p>
      <form method="post" action={`${view.base}/dong-phieu`} data-closing={view.base}>
        <section class="notice" data-unsent="" hidden tabIndex={-1} aria-labelledby="unsent">
          <h2 id="unsent">{text.unsent}</h2>
          <p>{text.unsentBody}</p>
          <p>
            <button type="button" class="secondary" data-act="export">
              {textOf(view.language).live.exportUnsent}
            </button>
          </p>
          <label class="choice">
            <input type="checkbox" name="drop" value="1" />
            <span>{text.drop}</span>
          </label>
        </section>
        <div class="buttons">
          <button type="submit">{text.action}</button>
        </div>
      </form>
      <p>
        <a href={view.base}>{text.cancel}</a>
      </p>
      {view.closeScript && <script type="module" src={view.closeScript} />}
    </LinkPage>,
  );
}

/** Says that it is done. It shows nothing of the link, and no script of its pages runs here. */
export function closedLinkPage(view: ClosedLinkView): string {
  const text = workerTextOf(view.language).close;
  return renderPage(
    <Page
      language={spokenTo(view.language)}
      title={text.closed}
      nonce={view.nonce}
      stylesheet={stylesheet}
      skipLabel={workerTextOf(view.language).skip}
      masthead={
        <div class="masthead-inner">
          <span class="wordmark">Địa Bàn</span>
        </div>
      }
    >
      <h1>{text.closed}</h1>
      <div data-closed={view.base} data-drop={view.mayDrop ? '1' : '0'}>
        <p>{text.openAgain}</p>
        <p class="notice" role="status" data-kept="" hidden>
          {text.stillUnsent}
        </p>
        <p>{text.otherTabs}</p>
        {view.opensByAddress && <p class="notice">{text.opensByAddress}</p>}
      </div>
      {view.closeScript && <script type="module" src={view.closeScript} />}
    </Page>,
  );
}
