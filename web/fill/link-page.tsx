import type { ComponentChildren } from 'preact';
import { Page } from '../ui/page.tsx';
import { unitTitle } from '../ui/unit-title.ts';
import { spokenTo } from './language.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { PreviewBanner } from './preview-banner.tsx';
import { stylesheet } from './stylesheet.ts';
import type { LinkView } from './view.ts';
import { workerTextOf } from './worker-text.ts';

interface LinkPageProps {
  view: LinkView;
  title: string;
  /** Two columns where the screen has room for them. */
  wide?: boolean;
  /** The id of the form that a change of language must keep (`LanguageSwitch`). */
  keeping?: string | undefined;
  /** Below what the page's script renders anew. */
  foot?: ComponentChildren;
  children: ComponentChildren;
}

/** The frame of every page of a link: whose form it is, and the way back to the list of villages. */
export function LinkPage({ view, title, wide = false, keeping, foot, children }: LinkPageProps) {
  const unit = unitTitle(view.commune);
  return (
    <Page
      language={spokenTo(view.language)}
      reader={view.language}
      title={`${title} – ${unit}`}
      nonce={view.nonce}
      stylesheet={stylesheet}
      skipLabel={workerTextOf(view.language).skip}
      script={view.script === null ? null : { src: view.script, link: view.base }}
      wide={wide}
      foot={foot}
      masthead={
        <>
          <PreviewBanner view={view} />
          <div class="masthead-inner">
            <span class="wordmark">Địa Bàn</span>
            <span class="masthead-unit">{unit}</span>
            <LanguageSwitch language={view.language} languages={view.languages} keeping={keeping} />
          </div>
        </>
      }
    >
      {children}
    </Page>
  );
}
