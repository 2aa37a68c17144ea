import { renderPage } from '../ui/render.ts';
import { ConsolePage } from './console-page.tsx';
import { CarriedForm } from './kept-form.tsx';
import { PasskeyWay } from './passkey-way.tsx';
import { textOf } from './text.ts';
import type { SecondStepView } from './view.ts';

/** The code of a second factor, once the password was right. */
export function secondStepPage(view: SecondStepView): string {
  const text = textOf(view.language);
  const { title, body, code, submit, back } = text.secondStep;
  return renderPage(
    <ConsolePage view={view} title={`${view.error ? text.signIn.errorTitle : ''}${title}`} script={view.passkeyScript}>
      <div class="sign-in">
        {view.error && (
          <p class="notice error" role="alert" id="error">
            {view.error}
          </p>
        )}
        <h1>{title}</h1>
        <p class="hint">{body}</p>
        <form method="post" action="/sign-in/code">
          <input type="hidden" name="next" value={view.next} />
          <CarriedForm kept={view.kept} />
          <label for="code">{code}</label>
          <input
            type="text"
            id="code"
            name="code"
            autocomplete="one-time-code"
            autocapitalize="none"
            spellcheck={false}
            required
            aria-describedby={view.error ? 'error' : undefined}
          />
          <button type="submit">{submit}</button>
        </form>
        {view.passkeyScript && <PasskeyWay view={view} next={view.next} kept={view.kept} />}
        <p class="back">
          <a href={`/sign-in?next=${encodeURIComponent(view.next)}`}>{back}</a>
        </p>
      </div>
    </ConsolePage>,
  );
}
