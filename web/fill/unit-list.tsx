import { ShareBar } from '../ui/share-bar.tsx';
import { capitalise, unitTitle } from '../ui/unit-title.ts';
import { ProgressWords, sectionToOpen, totalOf } from './progress.tsx';
import { textOf } from './text.ts';
import type { OverviewView, UnitView } from './view.ts';

/** Of more units than these, those that are done are folded away, so that what is left to do is not searched for. */
export const LONG_LIST = 12;

interface UnitListProps {
  view: OverviewView;
  units: UnitView[];
  heading: string;
  /** For links within the page. */
  id: string;
}

/** Units with their progress; each leads to where there is something left to do. */
export function UnitList({ view, units, heading, id }: UnitListProps) {
  if (units.length === 0) return null;
  const text = textOf(view.language).units;
  const done = units.filter((unit) => unit.state === 'complete').length;
  const folded = units.length > LONG_LIST ? units.filter(isSettled) : [];
  const open = units.filter((unit) => !folded.includes(unit));
  return (
    <section class="units" id={id}>
      <h2>{heading}</h2>
      {units.length > 1 && <p class="hint">{text.done(done, units.length)}</p>}
      <Rows view={view} units={open} />
      {folded.length > 0 && (
        <details class="units-done">
          <summary>{`${capitalise(text.complete)} (${folded.length})`}</summary>
          <Rows view={view} units={folded} />
        </details>
      )}
    </section>
  );
}

/** Done, with nothing that wants a second look. */
const isSettled = (unit: UnitView): boolean => unit.state === 'complete' && totalOf(unit).warnings === 0;

function Rows({ view, units }: Pick<UnitListProps, 'view' | 'units'>) {
  if (units.length === 0) return null;
  return (
    <ul class="unit-list">
      {units.map((unit) => (
        <UnitRow key={unit.id} unit={unit} view={view} />
      ))}
    </ul>
  );
}

function UnitRow({ unit, view }: { unit: UnitView; view: OverviewView }) {
  const section = sectionToOpen(unit);
  if (!section) {
    return (
      <li class="unit">
        <span class="unit-row">
          <span class="unit-name">{unitTitle(unit)}</span>
          <span class="progress">{textOf(view.language).units.noSections}</span>
        </span>
      </li>
    );
  }
  const total = totalOf(unit);
  return (
    <li class="unit">
      <a class="unit-row" href={`${view.base}/${unit.id}/${section.name}`}>
        <span class="unit-name">{unitTitle(unit)}</span>
        <ProgressWords progress={total} complete={unit.state === 'complete'} language={view.language} />
        <ShareBar parts={[{ kind: 'met', count: total.answered }]} total={total.asked} />
      </a>
    </li>
  );
}
