import type { ComponentChildren } from 'preact';

interface PageProps {
  language: string;
  /** The reader's, where only a form's labels are in it and the page's own words are not: for the page's script. */
  reader?: string | undefined;
  /** Without the product's name, which the page adds. */
  title: string;
  /** Goes on the one inline style, so that the Content-Security-Policy can refuse all others. */
  nonce: string;
  /** The whole stylesheet; it is inlined so that a page needs one round trip on a slow line. */
  stylesheet: string;
  /** Words of the link that takes a keyboard past the masthead. */
  skipLabel: string;
  /** The page's own script, and the link that it works for; without one the page is complete too. */
  script?: { src: string; link: string } | null | undefined;
  /** Wider than a column of text, for pages that have something to put beside it. */
  wide?: boolean;
  masthead: ComponentChildren;
  foot?: ComponentChildren;
  children: ComponentChildren;
}

/** The HTML around every page. It runs no script but its own, tells nobody its address and is not for search engines. */
export function Page({
  language,
  reader,
  title,
  nonce,
  stylesheet,
  skipLabel,
  script,
  wide,
  masthead,
  foot,
  children,
}: PageProps) {
  return (
    <html lang={language} data-language={reader === language ? undefined : reader}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="strict-origin" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} – Địa Bàn`}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        {/* Our own stylesheet, which escaping would break; the only text in any page that is not escaped. */}
        <style nonce={nonce} dangerouslySetInnerHTML={{ __html: stylesheet }} />
        {script && <script type="module" src={script.src} data-link={script.link} />}
      </head>
      <body class={wide ? 'wide' : undefined}>
        <a class="skip-link" href="#main">
          {skipLabel}
        </a>
        <header class="masthead">{masthead}</header>
        <main id="main">{children}</main>
        {foot && <footer class="foot">{foot}</footer>}
      </body>
    </html>
  );
}
