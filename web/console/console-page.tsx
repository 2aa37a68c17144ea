import type { ComponentChildren } from 'preact';
import { Page } from '../ui/page.tsx';
import { stylesheet } from './stylesheet.ts';
import { textOf } from './text.ts';
import type { PageView } from './view.ts';

interface ConsolePageProps {
  view: PageView;
  title: string;
  /** The path of the page's script, where it has one. */
  script?: string | null | undefined;
  /** The way down to this page, its own name not included. */
  trail?: { href: string; label: string }[];
  children: ComponentChildren;
}

/** The frame of every page of the province: who is signed in, the way back up, and nothing that is not there yet. */
export function ConsolePage({ view, title, script, trail = [], children }: ConsolePageProps) {
  const text = textOf(view.language);
  return (
    <Page
      language={view.language}
      title={title}
      nonce={view.nonce}
      script={script ? { src: script, link: '' } : null}
      stylesheet={stylesheet}
      skipLabel={text.skip}
      masthead={
        <div class="masthead-inner">
          {view.user ? (
            <p class="masthead-links">
              <a class="wordmark" href="/console">
                Địa Bàn
              </a>
              {view.user.seesFleet && <a href="/console/he-thong">{text.fleet}</a>}
            </p>
          ) : (
            <span class="wordmark">Địa Bàn</span>
          )}
          {view.user && (
            <form class="account" method="post" action="/sign-out">
              <a class="account-name" href="/tai-khoan">
                <span class="visually-hidden">{text.signedInAs('')}</span>
                {view.user.name}
              </a>
              <button type="submit" class="secondary">
                {text.signOut}
              </button>
            </form>
          )}
        </div>
      }
    >
      {trail.length > 0 && (
        <nav class="trail" aria-label={text.breadcrumbs}>
          <ol>
            {trail.map(({ href, label }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ol>
        </nav>
      )}
      {children}
    </Page>
  );
}

/** A list that is empty says so and names the next step. */
export function Empty({ title, next }: { title: string; next: string }) {
  return (
    <div class="empty">
      <p>{title}</p>
      <p class="hint">{next}</p>
    </div>
  );
}
