import { TextField } from '../console/text-field.tsx';
import { formatDate } from '../ui/format.ts';
import { textOf } from './text.ts';
import type { KeyError, KeysView } from './view.ts';

/** Makes a key; its answer is this page with the key's text, the one place where it is shown. */
export function NewKeyForm({ view: { form, language, province, scopes, knowsAddresses } }: { view: KeysView }) {
  if (!form) return null;
  const text = textOf(language).make;
  const { fields, errors, today, usualLastDay } = form;
  const wrong = (field: KeyError) => errors.includes(field) || undefined;
  const describedBy = (field: KeyError) => [`${field}-hint`, wrong(field) && 'error'].filter(Boolean).join(' ');
  return (
    <section>
      <h2>{text.heading}</h2>
      <form class="settings" method="post" action={`/console/${province.code}/tich-hop`}>
        <TextField
          name="name"
          label={text.name}
          isWrong={errors.includes('name')}
          required
          maxLength={100}
          value={fields.name}
        />
        <fieldset aria-describedby={wrong('scopes') && 'error'}>
          <legend>{text.scopes}</legend>
          {scopes.map((scope) => (
            <label key={scope} class="choice">
              <input type="checkbox" name="scopes" value={scope} checked={fields.scopes.includes(scope)} />
              {textOf(language).scopeNames[scope]}
            </label>
          ))}
        </fieldset>
        <TextField
          name="lastDay"
          label={text.lastDay}
          hint={text.lastDayHint(formatDate(usualLastDay))}
          isWrong={errors.includes('lastDay')}
          type="date"
          min={today}
          value={fields.lastDay}
        />
        <label class="field-label" for="networks">
          {text.networks}
        </label>
        <p class="hint" id="networks-hint">
          {knowsAddresses ? text.networksHint : text.networksUnknown}
        </p>
        <textarea
          id="networks"
          name="networks"
          rows={3}
          spellcheck={false}
          disabled={!knowsAddresses}
          aria-invalid={wrong('networks')}
          aria-describedby={describedBy('networks')}
        >
          {fields.networks}
        </textarea>
        <p class="form-buttons">
          <button type="submit">{text.submit}</button>
        </p>
      </form>
    </section>
  );
}
