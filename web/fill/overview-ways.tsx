import { unitTitle } from '../ui/unit-title.ts';
import { sectionToOpen } from './progress.tsx';
import { textOf } from './text.ts';
import type { OverviewView, UnitView } from './view.ts';

/** From so many units on the page is long enough to want links within it. */
const LONG_PAGE = 13;

/** The shortest ways from the overview: on with the work where it stopped, and on a long page to its parts. */
export function OverviewWays({ view }: { view: OverviewView }) {
  const text = textOf(view.language).ways;
  const first = (wanted: UnitView['state']) => view.units.find(({ state }) => state === wanted);
  const unit = view.editable ? (first('in_progress') ?? first('not_started')) : undefined;
  const section = unit && sectionToOpen(unit);
  const isBegun = view.units.some(({ state }) => state !== 'not_started');
  const parts = [
    { id: 'villages', label: text.villages, isThere: view.units.some(({ level }) => level === 'village') },
    { id: 'submit', label: textOf(view.language).submit.heading, isThere: view.editable && view.canSubmit },
    { id: 'readiness', label: text.readiness, isThere: (view.scorecard?.criteria.length ?? 0) > 0 },
  ].filter(({ isThere }) => isThere);
  const hasParts = view.units.length >= LONG_PAGE && parts.length > 1;
  return (
    <>
      {unit && section && (
        <p class="go-on">
          <a class="button" href={`${view.base}/${unit.id}/${section.name}`}>
            {(isBegun ? text.goOn : text.begin)(unitTitle(unit), section.label)}
          </a>
        </p>
      )}
      {hasParts && (
        <nav class="parts" aria-label={text.onThisPage}>
          <ul>
            {parts.map(({ id, label }) => (
              <li key={id}>
                <a href={`#${id}`}>{label}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </>
  );
}
