import { RoleChoices } from './role-choices.tsx';
import { textOf } from './text.ts';
import type { InvitationError, StaffView } from './view.ts';

/** Invites somebody; its answer is this page with the link, the one place where it is shown. */
export function InvitationForm({ view: { language, form, place } }: { view: StaffView }) {
  const text = textOf(language).invite;
  if (!form) return null;
  const { fields, errors } = form;
  const aria = (field: InvitationError) => ({
    'aria-invalid': errors.includes(field) || undefined,
    'aria-describedby': errors.includes(field) ? 'error' : undefined,
  });
  return (
    <section>
      <h2>{text.heading}</h2>
      <p class="reading">{text.body}</p>
      <form class="settings" method="post" action={place.path}>
        <label class="field-label" for="email">
          {text.email}
        </label>
        <input
          type="email"
          id="email"
          name="email"
          autocomplete="off"
          required
          maxLength={254}
          value={fields.email}
          {...aria('email')}
        />
        <label class="field-label" for="name">
          {text.name}
        </label>
        <input
          type="text"
          id="name"
          name="name"
          autocomplete="off"
          required
          maxLength={100}
          value={fields.name}
          {...aria('name')}
        />
        <RoleChoices
          roles={place.roles}
          ticked={fields.roles}
          legend={text.roles}
          language={language}
          isWrong={errors.includes('roles')}
        />
        <p class="form-buttons">
          <button type="submit" name="act" value="invite">
            {text.submit}
          </button>
        </p>
      </form>
    </section>
  );
}
