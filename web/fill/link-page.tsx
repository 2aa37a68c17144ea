import type { ComponentChildren } from 'preact';
import { formatDay, formatTime } from '../ui/format.ts';
import { Page } from '../ui/page.tsx';
import { unitTitle } from '../ui/unit-title.ts';
import { stylesheet } from './stylesheet.ts';
import { textOf } from './text.ts';
import type { LinkView } from './view.ts';

interface LinkPageProps {
  view: LinkView;
  title: string;
  /** Two columns where the screen has room for them. */
  wide?: boolean;
  children: ComponentChildren;
}

/** The frame of every page of a link: whose form it is, and the way back to the list of villages. */
export function LinkPage({ view, title, wide = false, children }: LinkPageProps) {
  const text = textOf(view.language);
  const unit = unitTitle(view.commune);
  return (
    <Page
      language={view.language}
      title={`${title} – ${unit}`}
      nonce={view.nonce}
      stylesheet={stylesheet}
      skipLabel={text.skip}
      wide={wide}
      masthead={
        <div class="masthead-inner">
          <span class="wordmark">Địa Bàn</span>
          <span class="masthead-unit">{unit}</span>
        </div>
      }
    >
      {children}
    </Page>
  );
}

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
