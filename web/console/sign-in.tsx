import { renderPage } from '../ui/render.ts';
import { ConsolePage } from './console-page.tsx';
import { CarriedForm, SendAgain } from './kept-form.tsx';
import { PasskeyWay } from './passkey-way.tsx';
import { textOf } from './text.ts';
import type { SignInView } from './view.ts';

/** Email and password of the province's staff; what was typed as email is kept, the password never. */
export function signInPage(view: SignInView): string {
  const text = textOf(view.language).signIn;
  const title = view.again ? text.again.title : text.title;
  return renderPage(
    <ConsolePage view={view} title={`${view.error ? text.errorTitle : ''}${title}`} script={view.passkeyScript}>
      <div class="sign-in">
        {view.error && (
          <p class="notice error" role="alert" id="error">
            {view.error}
          </p>
        )}
        <h1>{title}</h1>
        <p class="hint">{view.again ? text.again.body : text.body}</p>
        {view.kept && <p class="notice wanted">{text.kept.hint}</p>}
        <form method="post" action="/sign-in">
          <input type="hidden" name="next" value={view.next} />
          <CarriedForm kept={view.kept} />
          <label for="email">{text.email}</label>
          <input
            type="email"
            id="email"
            name="email"
            autocomplete="username"
            required
            value={view.email}
            aria-describedby={view.error ? 'error' : undefined}
          />
          <label for="password">{text.password}</label>
          <input
            type="password"
            id="password"
            name="password"
            autocomplete="current-password"
            required
            aria-describedby={view.error ? 'error' : undefined}
          />
          <button type="submit">{text.submit}</button>
        </form>
        {view.passkeyScript && <PasskeyWay view={view} next={view.next} kept={view.kept} />}
        {view.provider && (
          <p class="other-way">
            {/* A link and no form: the page's policy lets no form lead to another site. */}
            <a
              class="button secondary"
              href={`/sign-in/oidc?next=${encodeURIComponent(view.next)}${view.again ? '&again=1' : ''}`}
              target={view.kept ? '_blank' : undefined}
              rel="noopener"
            >
              {view.kept ? text.kept.byProvider(view.provider) : text.byProvider(view.provider)}
            </a>
          </p>
        )}
        {/* The provider's pages cannot carry a form along: this page stays, and sends it when the other has signed in. */}
        {view.kept && view.provider && <SendAgain kept={view.kept} submit={text.kept.done} secondary />}
      </div>
    </ConsolePage>,
  );
}
