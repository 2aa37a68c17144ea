import { ConsolePage } from '../console/console-page.tsx';
import { renderPage } from '../ui/render.ts';
import { FactorSection } from './factor-section.tsx';
import { PasskeysSection } from './passkeys-section.tsx';
import { PasswordField } from './password-field.tsx';
import { SessionsSection } from './sessions-section.tsx';
import { textOf } from './text.ts';
import type { AccountView } from './view.ts';

/** A person's own account: who they are to the service, how they sign in, and where they are signed in. */
export function accountPage(view: AccountView): string {
  const { language, user, wanted, notice, fault } = view;
  const text = textOf(language);
  return renderPage(
    <ConsolePage view={view} title={`${fault ? text.errorTitle : ''}${text.title}`} script={view.passkeys?.script}>
      <h1>{text.title}</h1>
      {notice && (
        <p class="notice" role="status">
          {text.notices[notice]}
        </p>
      )}
      {fault && (
        <p class="notice error" role="alert" id="error">
          {text.faults[fault]}
        </p>
      )}
      {wanted && (
        <div class="notice wanted" role="note">
          <p>{text.wanted[wanted]}</p>
          {wanted === 'use_passkey' && (
            <p>
              <a href="/sign-in/again">{text.wanted.signIn}</a>
            </p>
          )}
        </div>
      )}
      <dl class="facts reading">
        <div>
          <dt>{text.name}</dt>
          <dd>{user.name}</dd>
        </div>
        <div>
          <dt>{text.email}</dt>
          <dd>{user.email}</dd>
        </div>
      </dl>
      <FactorSection view={view} />
      <PasskeysSection view={view} />
      <section>
        <h2>{text.change.title}</h2>
        <details>
          <summary>{text.change.submit}</summary>
          <form class="account-form" method="post" action="/tai-khoan/mat-khau">
            <PasswordField id="change-password" label={text.password} />
            <label for="new-password">{text.change.next}</label>
            <input
              type="password"
              id="new-password"
              name="newPassword"
              autocomplete="new-password"
              minlength={12}
              maxlength={128}
              required
              aria-describedby="new-password-hint"
            />
            <p class="hint" id="new-password-hint">
              {text.change.hint}
            </p>
            <button type="submit">{text.change.submit}</button>
          </form>
        </details>
      </section>
      <SessionsSection view={view} />
    </ConsolePage>,
  );
}
