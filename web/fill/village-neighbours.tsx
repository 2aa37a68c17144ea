import { textOf } from './text.ts';
import type { SectionView } from './view.ts';

/** From one village to the next with the same part open: how a clerk goes down a list of one kind of figure. */
export function VillageNeighbours({ view }: { view: SectionView }) {
  const { previous, next } = view.villages;
  if (!previous && !next) return null;
  return (
    <nav class="village-neighbours" aria-label={textOf(view.language).section.otherUnits}>
      {previous && (
        <a href={previous.href}>
          <span aria-hidden="true">‹ </span>
          {previous.label}
        </a>
      )}
      {next && (
        <a class="next" href={next.href}>
          {next.label}
          <span aria-hidden="true"> ›</span>
        </a>
      )}
    </nav>
  );
}
