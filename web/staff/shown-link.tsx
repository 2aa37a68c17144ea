import { formatDay, formatTime } from '../ui/format.ts';
import type { StaffText } from './text.ts';
import type { ShownLink } from './view.ts';

/** A link that was just made, in a field from which it is copied whole. */
export function NewLink({ link, text: { shown } }: { link: ShownLink; text: StaffText }) {
  const { name, email, url, expiresAt, mailed } = link;
  return (
    <section class="settings">
      <h2>{shown.heading(name)}</h2>
      <label class="field-label" for="link">
        {shown.label}
      </label>
      <input type="text" id="link" class="copied" readOnly value={url} aria-describedby="link-hint" />
      <p class="reading" id="link-hint">
        {shown.body(email, formatTime(expiresAt), formatDay(expiresAt))} {mailed && shown.mailed(email)}
      </p>
    </section>
  );
}
