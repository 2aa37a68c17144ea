import { TextField } from '../console/text-field.tsx';
import { RoleChoices } from './role-choices.tsx';
import { textOf } from './text.ts';
import type { InvitationError, StaffView } from './view.ts';

/** Invites somebody; its answer is this page with the link, the one place where it is shown. */
export function InvitationForm({ view: { language, form, place } }: { view: StaffView }) {
  const text = textOf(language).invite;
  if (!form) return null;
  const { fields, errors } = form;
  const isWrong = (field: InvitationError) => errors.includes(field);
  return (
    <section>
      <h2>{text.heading}</h2>
      <p class="reading">{text.body}</p>
      <form class="settings" method="post" action={place.path}>
        <TextField
          name="email"
          label={text.email}
          isWrong={isWrong('email')}
          type="email"
          autocomplete="off"
          required
          maxLength={254}
          value={fields.email}
        />
        <TextField
          name="name"
          label={text.name}
          isWrong={isWrong('name')}
          autocomplete="off"
          required
          maxLength={100}
          value={fields.name}
        />
        <RoleChoices
          roles={place.roles}
          ticked={fields.roles}
          legend={text.roles}
          language={language}
          isWrong={isWrong('roles')}
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
