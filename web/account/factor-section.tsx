import { PasswordField } from './password-field.tsx';
import { textOf } from './text.ts';
import type { AccountView } from './view.ts';

/** The second factor: how it stands, and what can be done about it with the password. */
export function FactorSection({ view: { language, factor } }: { view: AccountView }) {
  const { factor: text, password } = textOf(language);
  return (
    <section>
      <h2>{text.title}</h2>
      {factor ? (
        <>
          <p>
            {text.on} {text.codesLeft(factor.codesLeft)}
          </p>
          <details>
            <summary>{text.newCodes}</summary>
            <form class="account-form" method="post" action="/tai-khoan/xac-thuc/ma-khoi-phuc">
              <p class="hint">{text.newCodesBody}</p>
              <PasswordField id="codes-password" label={password} />
              <button type="submit">{text.newCodes}</button>
            </form>
          </details>
          <details>
            <summary>{text.turnOff}</summary>
            <form class="account-form" method="post" action="/tai-khoan/xac-thuc/tat">
              <PasswordField id="off-password" label={password} />
              <button type="submit">{text.turnOff}</button>
            </form>
          </details>
        </>
      ) : (
        <>
          <p>{text.off}</p>
          <details>
            <summary>{text.turnOn}</summary>
            <form class="account-form" method="post" action="/tai-khoan/xac-thuc">
              <PasswordField id="on-password" label={password} />
              <button type="submit">{text.turnOn}</button>
            </form>
          </details>
        </>
      )}
    </section>
  );
}
