import { formatDay, formatTime } from '../ui/format.ts';
import { roleNames } from './role-words.ts';
import { textOf } from './text.ts';
import type { InvitationLine, StaffView } from './view.ts';

/** Invitations that nobody took: those that still open can be revoked. */
export function InvitationList({ view }: { view: StaffView }) {
  const text = textOf(view.language).invitations;
  if (view.invitations.length === 0) return null;
  return (
    <section>
      <h2>{text.heading}</h2>
      <ul class="choice-list">
        {view.invitations.map((line) => (
          <Line key={line.id} line={line} view={view} />
        ))}
      </ul>
    </section>
  );
}

function Line({ line, view: { language, form, place } }: { line: InvitationLine; view: StaffView }) {
  const text = textOf(language).invitations;
  const { id, email, name, roles, state, expiresAt, invitedBy } = line;
  const day = formatDay(expiresAt);
  return (
    <li class="invitation">
      <p>
        {name} <span class="hint">{email}</span>
        <span class="line hint">
          {[
            roleNames(roles, language),
            state === 'waiting' ? text.waiting(formatTime(expiresAt), day) : text.expired(day),
            ...(invitedBy ? [text.by(invitedBy.name)] : []),
          ].join('; ')}
        </span>
      </p>
      {form && state === 'waiting' && (
        <form method="post" action={place.path}>
          <input type="hidden" name="invitation" value={id} />
          <button type="submit" class="secondary" name="act" value="revoke">
            {text.revoke}
            <span class="visually-hidden">{text.revokeOf(email)}</span>
          </button>
        </form>
      )}
    </li>
  );
}
