import { TextField } from '../console/text-field.tsx';
import type { PlatformText } from './text.ts';
import type { FleetView, NewProvinceError } from './view.ts';

/** Registers a province, whose database is made where that is configured, or is there already. */
export function NewProvinceForm({ form, text }: { form: NonNullable<FleetView['form']>; text: PlatformText }) {
  const { make } = text;
  const { fields, errors, host } = form;
  const isWrong = (field: NewProvinceError) => errors.includes(field);
  const byHand = (
    <>
      <TextField
        name="databaseUrl"
        label={make.url}
        hint={make.urlHint}
        isWrong={isWrong('databaseUrl')}
        inputmode="url"
        autocapitalize="none"
        spellcheck={false}
        maxLength={300}
        required={host === null}
        value={fields.databaseUrl}
      />
      <TextField
        name="token"
        label={make.token}
        hint={make.tokenHint}
        isWrong={isWrong('token')}
        type="password"
        autocomplete="off"
      />
    </>
  );
  const opens = fields.databaseUrl !== '' || isWrong('databaseUrl') || isWrong('token');
  return (
    <section>
      <h2>{make.heading}</h2>
      <p class="reading">{host ? make.made(text.hosts[host]) : make.notConfigured}</p>
      <form class="settings" method="post" action="/console/he-thong">
        <TextField
          name="code"
          label={make.code}
          hint={make.codeHint}
          isWrong={isWrong('code')}
          inputmode="numeric"
          maxLength={2}
          required
          value={fields.code}
        />
        <TextField
          name="name"
          label={make.name}
          isWrong={isWrong('name')}
          maxLength={100}
          required
          value={fields.name}
        />
        {host === 'turso' && (
          <TextField
            name="group"
            label={make.group}
            hint={make.groupHint}
            isWrong={isWrong('group')}
            autocapitalize="none"
            spellcheck={false}
            maxLength={64}
            value={fields.group}
          />
        )}
        {host === null ? (
          byHand
        ) : (
          <details open={opens}>
            <summary>{make.byHand}</summary>
            {byHand}
          </details>
        )}
        <p class="form-buttons">
          <button type="submit">{make.submit}</button>
        </p>
      </form>
    </section>
  );
}
