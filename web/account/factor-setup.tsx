import { ConsolePage } from '../console/console-page.tsx';
import { QrCode } from '../links/qr-code.tsx';
import { renderPage } from '../ui/render.ts';
import { textOf } from './text.ts';
import type { FactorSetupView } from './view.ts';

/** In fours, as it is typed. */
const secretOf = (uri: string) => (new URL(uri).searchParams.get('secret') ?? '').replace(/(.{4})(?=.)/g, '$1 ');

/** The key for an authenticator app, and the first code that shows that the app has it. */
export function factorSetupPage(view: FactorSetupView): string {
  const { language, uri, wrong } = view;
  const all = textOf(language);
  const text = all.setup;
  return renderPage(
    <ConsolePage
      view={view}
      title={`${wrong ? all.errorTitle : ''}${text.title}`}
      trail={[{ href: '/tai-khoan', label: all.title }]}
    >
      <h1>{text.title}</h1>
      {wrong && (
        <p class="notice error" role="alert" id="error">
          {text.wrong}
        </p>
      )}
      <p>{text.scan}</p>
      <QrCode text={uri} label={text.qr} />
      <p>{text.byHand}</p>
      <p class="code">{secretOf(uri)}</p>
      <form class="account-form" method="post" action="/tai-khoan/xac-thuc/ma-dau-tien">
        <input type="hidden" name="uri" value={uri} />
        <label for="code">{text.code}</label>
        <input
          type="text"
          id="code"
          name="code"
          inputmode="numeric"
          autocomplete="one-time-code"
          required
          aria-describedby={wrong ? 'error' : undefined}
        />
        <button type="submit">{text.confirm}</button>
      </form>
      <p class="back">
        <a href="/tai-khoan">{text.cancel}</a>
      </p>
    </ConsolePage>,
  );
}
