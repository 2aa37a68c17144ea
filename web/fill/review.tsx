import { renderPage } from '../ui/render.ts';
import { ErrorSummary } from './error-summary.tsx';
import { LinkPage } from './link-page.tsx';
import { BackToList, ReadOnlyNotice } from './link-parts.tsx';
import { ScorecardPanel } from './scorecard-panel.tsx';
import { textOf } from './text.ts';
import type { Finding, ReviewView } from './view.ts';
import { workerTextOf } from './worker-text.ts';

/** The id of the form that submits. */
const FORM = 'submission';

/** The last look: what must be corrected, what needs a reason, what the result would be, and the press that submits. */
export function reviewPage(view: ReviewView): string {
  const words = workerTextOf(view.language);
  return renderPage(
    <LinkPage
      view={view}
      title={`${view.refused ? words.section.errorTitle : ''}${words.review.title}`}
      keeping={view.editable ? FORM : undefined}
    >
      <BackToList view={view} />
      {view.editable && view.refused && <Refusal view={view} />}
      <h1>{words.review.title}</h1>
      <ReadOnlyNotice view={view} />
      <Errors view={view} />
      {view.editable ? <SubmitForm view={view} /> : <Result view={view} />}
    </LinkPage>,
  );
}

/** Keys may hold any character, so ids count instead. */
const reasonId = (index: number) => `reason-${index + 1}`;

/** After a refused press: the reasons still missing, or that the figures changed meanwhile. */
function Refusal({ view }: { view: ReviewView }) {
  const text = workerTextOf(view.language).review;
  const missing = view.confirmations
    .map((finding, index) => ({ finding, href: `#${reasonId(index)}` }))
    .filter(({ finding }) => finding.reason.trim() === '' || finding.reasonWrong !== null)
    .map(({ finding, href }) => ({ href, message: `${finding.unitName}: ${finding.message}` }));
  if (missing.length > 0) return <ErrorSummary heading={text.refusedHeading(missing.length)} items={missing} />;
  if (view.errors.length > 0) return null;
  return (
    <div class="summary error" role="alert" tabIndex={-1}>
      <p>{text.changed}</p>
    </div>
  );
}

function Errors({ view }: { view: ReviewView }) {
  if (view.errors.length === 0) return null;
  const text = workerTextOf(view.language).review;
  return (
    <section class="findings error" aria-labelledby="errors">
      <h2 id="errors">{text.errorsHeading(view.errors.length)}</h2>
      <ul>
        {view.errors.map((finding) => (
          <li key={finding.key} class="finding">
            <span class="finding-unit">{finding.unitName}</span>{' '}
            {view.editable ? <a href={finding.href}>{finding.message}</a> : finding.message}
          </li>
        ))}
      </ul>
      {view.editable && <p>{text.errorsAfter}</p>}
    </section>
  );
}

function SubmitForm({ view }: { view: ReviewView }) {
  const text = workerTextOf(view.language).review;
  const { confirmations, errors } = view;
  return (
    <form method="post" action={`${view.base}/nop`} id={FORM} novalidate>
      <input type="hidden" name="inputsVersion" value={view.inputsVersion} />
      <input type="hidden" name=":submission" value={view.submissionId} />
      {confirmations.length > 0 && (
        <section class="findings warning" aria-labelledby="confirmations">
          <h2 id="confirmations">{text.confirmationsHeading(confirmations.length)}</h2>
          <p>{text.confirmationsBody}</p>
          {confirmations.map((finding, index) => (
            <Confirmation key={finding.key} finding={finding} id={reasonId(index)} view={view} />
          ))}
        </section>
      )}
      <Result view={view} />
      {errors.length === 0 && (
        <section class="submit-box" aria-labelledby="submit">
          <h2 id="submit">{text.submitHeading}</h2>
          {confirmations.length === 0 && <p>{text.nothing}</p>}
          <p>{text.submitBody}</p>
          <button type="submit">{text.submit}</button>
        </section>
      )}
    </form>
  );
}

function Result({ view }: { view: ReviewView }) {
  return (
    <ScorecardPanel
      scorecard={view.scorecard}
      definition={view.definition}
      kindLabel={view.commune.kindLabel}
      language={view.language}
      basis={textOf(view.language).readiness.live}
    />
  );
}

function Confirmation({ finding, id, view }: { finding: Finding; id: string; view: ReviewView }) {
  const text = workerTextOf(view.language).review;
  const wrong = view.refused ? (finding.reason.trim() === '' ? text.reasonMissing : finding.reasonWrong) : null;
  return (
    <div class={wrong ? 'question in-error' : 'question'}>
      <p id={`${id}-what`}>
        <span class="finding-unit">{finding.unitName}</span> {finding.message} <a href={finding.href}>{text.open}</a>
      </p>
      <label class="reason-label" for={id}>
        {text.reason}
      </label>
      <p class="hint" id={`${id}-hint`}>
        {textOf(view.language).section.noPeople}
      </p>
      {wrong && (
        <p class="issue error" id={`${id}-error`}>
          {wrong}
        </p>
      )}
      <textarea
        id={id}
        name={`reason:${finding.key}`}
        rows={2}
        aria-describedby={`${id}-what ${id}-hint${wrong ? ` ${id}-error` : ''}`}
        aria-invalid={wrong !== null || undefined}
        value={finding.reason}
      />
    </div>
  );
}
