import { renderPage } from '../ui/render.ts';
import { LinkPage } from './link-page.tsx';
import type { WithdrawView } from './view.ts';
import { workerTextOf } from './worker-text.ts';

/** Asks before a file is taken back, because it counts for nothing from then on. */
export function withdrawPage(view: WithdrawView): string {
  const text = workerTextOf(view.language).withdraw;
  return renderPage(
    <LinkPage view={view} title={text.title}>
      <h1>{text.title}</h1>
      <p>{text.consequence}</p>
      <p>{text.kept}</p>
      <form method="post" action={`${view.base}/rut-lai`}>
        <input type="hidden" name=":revision" value={view.revision} />
        <div class="buttons">
          <button type="submit">{text.action}</button>
        </div>
      </form>
      <p>
        <a href={`${view.base}/bien-nhan`}>{text.cancel}</a>
      </p>
    </LinkPage>,
  );
}
