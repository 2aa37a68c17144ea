import type { LinkView } from './view.ts';
import { workerTextOf } from './worker-text.ts';

/** The form on paper: filled in as it was saved, and empty for whoever goes from house to house. */
export function PrintLinks({ view }: { view: LinkView }) {
  const text = workerTextOf(view.language).print;
  return (
    <section class="print-links not-printed" aria-labelledby="print">
      <h2 id="print">{text.heading}</h2>
      <ul>
        <li>
          <a href={`${view.base}/in`}>{text.filled}</a>
        </li>
        <li>
          <a href={`${view.base}/phieu-trong`}>{text.blank}</a>
        </li>
      </ul>
    </section>
  );
}
