import { Page } from '../ui/page.tsx';
import { renderPage } from '../ui/render.ts';
import { spokenTo } from './language.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { stylesheet } from './stylesheet.ts';
import type { MessageView } from './view.ts';
import { workerTextOf } from './worker-text.ts';

/** A page that says what is not to be had and what to do about it. */
export function messagePage(view: MessageView): string {
  return renderPage(
    <Page
      language={spokenTo(view.language)}
      title={view.title}
      nonce={view.nonce}
      stylesheet={stylesheet}
      skipLabel={workerTextOf(view.language).skip}
      script={view.script}
      masthead={
        <div class="masthead-inner">
          <span class="wordmark">Địa Bàn</span>
          {view.languages && <LanguageSwitch language={view.language} languages={view.languages} />}
        </div>
      }
    >
      <h1>{view.title}</h1>
      {view.body.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {view.action && (
        <p>
          <a class="button" href={view.action.href}>
            {view.action.label}
          </a>
        </p>
      )}
      {view.kept && view.kept.length > 0 && (
        <section class="kept">
          <h2>{workerTextOf(view.language).message.kept}</h2>
          <dl class="facts">
            {view.kept.map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <p class="problem-code hint">
        {workerTextOf(view.language).message.code}: <code>{view.code}</code>
      </p>
    </Page>,
  );
}
