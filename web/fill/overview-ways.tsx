import { unitTitle } from '../ui/unit-title.ts';
import { sectionToOpen } from './progress.tsx';
import { textOf } from './text.ts';
import { LONG_LIST } from './unit-list.tsx';
import type { OverviewView, UnitView } from './view.ts';

/** The shortest ways from the overview: on with the work where it stopped, and over a long list to what stands below it. */
export function OverviewWays({ view }: { view: OverviewView }) {
  if (!view.editable) return null;
  const text = textOf(view.language);
  const first = (wanted: UnitView['state']) => view.units.find(({ state }) => state === wanted);
  const unit = first('in_progress') ?? first('not_started');
  const section = unit && sectionToOpen(unit);
  return (
    <p class="ways">
      {section && (
        <a class="button" href={`${view.base}/${unit.id}/${section.name}`}>
          {text.goOn(unitTitle(unit), section.label)}
        </a>
      )}
      {view.canSubmit && view.units.length > LONG_LIST && <a href="#submit">{text.submit.heading}</a>}
    </p>
  );
}
