import { formatDay, formatTime } from '../ui/format.ts';
import { textOf } from './text.ts';
import type { LinkView } from './view.ts';

/** The way back to the list of villages. */
export function BackToList({ view }: { view: LinkView }) {
  return (
    <p class="back">
      <a href={view.base}>
        <span aria-hidden="true">‹ </span>
        {textOf(view.language).backToList}
      </a>
    </p>
  );
}

/** Says why nothing can be typed here; nothing while the form is open. */
export function ReadOnlyNotice({ view }: { view: LinkView }) {
  if (view.editable) return null;
  const text = textOf(view.language).readOnly;
  const { state, submittedAt } = view.submission;
  if (state === 'verified') return <p class="notice">{text.verified}</p>;
  if (state !== 'submitted' || !submittedAt) return <p class="notice">{text.closed}</p>;
  return (
    <p class="notice">
      {text.submitted(formatTime(submittedAt), formatDay(submittedAt))}{' '}
      {view.canSubmit && (
        <a href={`${view.base}/bien-nhan`}>{view.canWithdraw ? text.seeReceiptOrWithdraw : text.seeReceipt}</a>
      )}
    </p>
  );
}
