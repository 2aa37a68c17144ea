import type { Language } from '../fill/view.ts';
import { textOf } from './text.ts';
import type { FiguresView } from './view.ts';

/** What the page does with counts that could identify somebody, and for who may the way to see them as they are. */
export function FiguresNotice({ figures, language }: { figures: FiguresView; language: Language }) {
  const text = textOf(language).figures;
  if (figures.shown === 'exact') {
    return (
      <p class="figures-notice">
        {text.exact} <a href="?">{text.toMasked}</a>
      </p>
    );
  }
  return (
    <p class="figures-notice">
      {text.masked}
      {figures.mayBeExact && (
        <>
          {' '}
          <a href="?figures=exact">{text.toExact}</a>. {text.recorded}
        </>
      )}
    </p>
  );
}
