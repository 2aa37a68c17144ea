import type { PlatformText } from './text.ts';
import type { FleetView, NewProvinceError } from './view.ts';

/** Registers a province, whose database is made where that is configured, or is there already. */
export function NewProvinceForm({ form, text }: { form: NonNullable<FleetView['form']>; text: PlatformText }) {
  const { make } = text;
  const { fields, errors, host } = form;
  const aria = (field: NewProvinceError, hint?: string) => ({
    'aria-invalid': errors.includes(field) || undefined,
    'aria-describedby': [hint, errors.includes(field) && 'error'].filter(Boolean).join(' ') || undefined,
  });
  const byHand = (
    <>
      <label class="field-label" for="databaseUrl">
        {make.url}
      </label>
      <p class="hint" id="url-hint">
        {make.urlHint}
      </p>
      <input
        type="text"
        id="databaseUrl"
        name="databaseUrl"
        inputmode="url"
        autocapitalize="none"
        spellcheck={false}
        maxLength={300}
        required={host === null}
        value={fields.databaseUrl}
        {...aria('databaseUrl', 'url-hint')}
      />
      <label class="field-label" for="token">
        {make.token}
      </label>
      <p class="hint" id="token-hint">
        {make.tokenHint}
      </p>
      <input type="password" id="token" name="token" autocomplete="off" {...aria('token', 'token-hint')} />
    </>
  );
  const opens = fields.databaseUrl !== '' || errors.includes('databaseUrl') || errors.includes('token');
  return (
    <section>
      <h2>{make.heading}</h2>
      <p class="reading">{host ? make.made(text.hosts[host]) : make.notConfigured}</p>
      <form class="settings" method="post" action="/console/he-thong">
        <label class="field-label" for="code">
          {make.code}
        </label>
        <p class="hint" id="code-hint">
          {make.codeHint}
        </p>
        <input
          type="text"
          id="code"
          name="code"
          inputmode="numeric"
          maxLength={2}
          required
          value={fields.code}
          {...aria('code', 'code-hint')}
        />
        <label class="field-label" for="name">
          {make.name}
        </label>
        <input type="text" id="name" name="name" maxLength={100} required value={fields.name} {...aria('name')} />
        {host === 'turso' && (
          <>
            <label class="field-label" for="group">
              {make.group}
            </label>
            <p class="hint" id="group-hint">
              {make.groupHint}
            </p>
            <input
              type="text"
              id="group"
              name="group"
              autocapitalize="none"
              spellcheck={false}
              maxLength={64}
              value={fields.group}
              {...aria('group', 'group-hint')}
            />
          </>
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
