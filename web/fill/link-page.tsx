import type { ComponentChildren } from 'preact';
import { Page } from '../ui/page.tsx';
import { unitTitle } from '../ui/unit-title.ts';
import { stylesheet } from './stylesheet.ts';
import { textOf } from './text.ts';
import type { LinkView } from './view.ts';

interface LinkPageProps {
  view: LinkView;
  title: string;
  /** Two columns where the screen has room for them. */
  wide?: boolean;
  children: ComponentChildren;
}

/** The frame of every page of a link: whose form it is, and the way back to the list of villages. */
export function LinkPage({ view, title, wide = false, children }: LinkPageProps) {
  const text = textOf(view.language);
  const unit = unitTitle(view.commune);
  return (
    <Page
      language={view.language}
      title={`${title} – ${unit}`}
      nonce={view.nonce}
      stylesheet={stylesheet}
      skipLabel={text.skip}
      script={view.script === null ? null : { src: view.script, link: view.base }}
      wide={wide}
      masthead={
        <div class="masthead-inner">
          <span class="wordmark">Địa Bàn</span>
          <span class="masthead-unit">{unit}</span>
        </div>
      }
    >
      {children}
    </Page>
  );
}
