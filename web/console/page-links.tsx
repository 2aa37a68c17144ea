import { textOf } from './text.ts';
import type { PageView } from './view.ts';

interface PageLinksProps {
  language: PageView['language'];
  /** Addresses with their words; one that is null is not for this reader. */
  links: readonly (readonly [href: string | null, words: string])[];
}

/** The other pages of a province or of the service, in one line where there is room. */
export function PageLinks({ language, links }: PageLinksProps) {
  const shown = links.filter(([href]) => href !== null);
  if (shown.length === 0) return null;
  return (
    <nav class="page-links" aria-label={textOf(language).otherPages}>
      <ul>
        {shown.map(([href, words]) => (
          <li key={words}>
            <a href={href!}>{words}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
