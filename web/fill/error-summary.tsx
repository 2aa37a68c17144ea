interface SummaryProps {
  heading: string;
  body?: string | undefined;
  items: { href: string | null; message: string }[];
}

/**
 * What must be corrected on this page, at its top (GOV.UK's error summary): announced at once, focusable, each line leading to
 * its field.
 */
export function ErrorSummary(props: SummaryProps) {
  if (props.items.length === 0) return null;
  return (
    <div class="summary error" role="alert" tabIndex={-1} id="error-summary">
      <SummaryContent {...props} />
    </div>
  );
}

/** What deserves a second look but stops nothing. */
export function WarningSummary(props: SummaryProps) {
  if (props.items.length === 0) return null;
  return (
    <div class="summary warning">
      <SummaryContent {...props} />
    </div>
  );
}

function SummaryContent({ heading, body, items }: SummaryProps) {
  return (
    <>
      <h2>{heading}</h2>
      {body && <p>{body}</p>}
      <ul>
        {items.map(({ href, message }) => (
          <li key={message} class="finding">
            {href ? <a href={href}>{message}</a> : message}
          </li>
        ))}
      </ul>
    </>
  );
}
