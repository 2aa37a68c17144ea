import { ShareBar } from '../ui/share-bar.tsx';
import { unitTitle } from '../ui/unit-title.ts';
import { ProgressWords, sectionToOpen, totalOf } from './progress.tsx';
import { textOf } from './text.ts';
import type { OverviewView, UnitView } from './view.ts';

/** Units with their progress; each leads to where there is something left to do. */
export function UnitList({ view, units, heading }: { view: OverviewView; units: UnitView[]; heading: string }) {
  if (units.length === 0) return null;
  const text = textOf(view.language).units;
  const done = units.filter((unit) => unit.state === 'complete').length;
  return (
    <section class="units">
      <h2>{heading}</h2>
      {units.length > 1 && <p class="hint">{text.done(done, units.length)}</p>}
      <ul class="unit-list">
        {units.map((unit) => (
          <UnitRow key={unit.id} unit={unit} view={view} />
        ))}
      </ul>
    </section>
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
