import { Fact } from '../ui/fact.tsx';
import { formatDay, formatTime } from '../ui/format.ts';
import { renderPage } from '../ui/render.ts';
import { unitTitle } from '../ui/unit-title.ts';
import { CloseLink } from './close-link.tsx';
import { LinkPage } from './link-page.tsx';
import { BackToList } from './link-parts.tsx';
import { PrintLinks } from './print-links.tsx';
import { ScorecardPanel } from './scorecard-panel.tsx';
import { textOf } from './text.ts';
import type { ReceiptView } from './view.ts';
import { workerTextOf } from './worker-text.ts';

/** Proof of submission: the reference number to keep, and the result as submitted. Made to be printed. */
export function receiptPage(view: ReceiptView): string {
  const text = workerTextOf(view.language);
  const { reference, submittedAt } = view.submission;
  return renderPage(
    <LinkPage view={view} title={text.receipt.title} foot={<CloseLink view={view} />}>
      <BackToList view={view} />
      <h1>
        <span class="caption">{text.receipt.title}</span> {submittedAt ? text.receipt.done : text.receipt.notYet}
      </h1>
      {reference && (
        <p class="reference">
          {text.receipt.reference}
          <strong>{reference}</strong>
        </p>
      )}
      <dl class="facts">
        <Fact name={text.receipt.unit} value={unitTitle(view.commune)} />
        <Fact name={text.receipt.round} value={view.round.name} />
        <Fact name={text.receipt.form} value={view.form.title} />
        {submittedAt && (
          <Fact
            name={text.receipt.submittedAt}
            value={text.receipt.at(formatTime(submittedAt), formatDay(submittedAt))}
          />
        )}
      </dl>
      {reference && (
        <div class="not-printed">
          <p>{text.receipt.keep}</p>
          <p>{text.receipt.print}</p>
        </div>
      )}
      <PrintLinks view={view} />
      {view.canWithdraw && <WithdrawOffer view={view} />}
      {view.scorecard && (
        <ScorecardPanel
          scorecard={view.scorecard}
          definition={view.definition}
          kindLabel={view.commune.kindLabel}
          language={view.language}
          basis={textOf(view.language).readiness.submitted}
        />
      )}
    </LinkPage>,
  );
}

function WithdrawOffer({ view }: { view: ReceiptView }) {
  const text = workerTextOf(view.language).withdraw;
  return (
    <section class="not-printed" aria-labelledby="withdraw">
      <h2 id="withdraw">{text.offerHeading}</h2>
      <p>{text.offer}</p>
      <a class="button secondary" href={`${view.base}/rut-lai`}>
        {text.title}
      </a>
    </section>
  );
}
