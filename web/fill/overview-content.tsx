import { deadline } from '../ui/format.ts';
import { kindOf, unitName } from '../ui/unit-title.ts';
import { ReadOnlyNotice } from './link-parts.tsx';
import { OverviewWays } from './overview-ways.tsx';
import { totalOf } from './progress.tsx';
import { ReviewComments } from './review-comments.tsx';
import { ScorecardPanel } from './scorecard-panel.tsx';
import { textOf } from './text.ts';
import { UnitList } from './unit-list.tsx';
import type { LinkView, OverviewView } from './view.ts';

/** Whose form it is. */
export function headingOf(view: OverviewView): string {
  const [firstVillage] = view.units.filter((unit) => unit.level === 'village');
  const owner = view.canSubmit || !firstVillage ? view.commune : firstVillage;
  return textOf(view.language).formFor(unitName(owner));
}

/** What stands in the frame: rendered by the worker, and by the page's script when there is no network. */
export function OverviewContent({ view }: { view: OverviewView }) {
  const text = textOf(view.language);
  const commune = view.units.filter((unit) => unit.level === 'commune');
  const villages = view.units.filter((unit) => unit.level === 'village');
  const kinds = [...new Set(villages.map(kindOf))].join(', ');
  return (
    <>
      <h1>
        <span class="caption">{view.round.name}</span> {headingOf(view)}
      </h1>
      <p class="form-title">{view.form.title}</p>
      {view.editable && <DeadlineLine view={view} />}
      <ReadOnlyNotice view={view} />
      {view.submission.state === 'returned' && view.editable && <p class="notice">{text.returned}</p>}
      <ReviewComments comments={view.comments} language={view.language} />
      <OverviewWays view={view} />
      <div class="overview">
        <div class="overview-work">
          <UnitList view={view} units={commune} heading={text.units.partOf(kindOf(view.commune))} id="commune" />
          <UnitList
            view={view}
            id="villages"
            units={villages}
            heading={villages.length === 1 ? text.units.partOf(kinds) : text.units.partOfEach(kinds)}
          />
          {view.editable && view.canSubmit && <SubmitBox view={view} />}
        </div>
        {view.scorecard && (
          <ScorecardPanel
            scorecard={view.scorecard}
            definition={view.definition}
            kindLabel={view.commune.kindLabel}
            language={view.language}
            basis={view.submission.submittedAt !== null ? text.readiness.submitted : text.readiness.live}
          />
        )}
      </div>
    </>
  );
}

/** By when the file is wanted; once that is over, for how long it is taken all the same. */
function DeadlineLine({ view }: { view: LinkView }) {
  const { dueAt, closesAt } = view.round;
  const wanted = dueAt ?? closesAt;
  if (!wanted) return null;
  const text = textOf(view.language);
  const due = deadline(wanted, view.now);
  const end = closesAt && deadline(closesAt, view.now).day;
  return (
    <p class={due.daysLeft <= 3 ? 'deadline near' : 'deadline'}>
      {text.deadline(due)}
      <span class="days-left">{dueAt && due.daysLeft < 0 ? text.overdue(end) : text.daysLeft(due.daysLeft)}</span>
    </p>
  );
}

/** How many names of unfinished villages are read with ease; the list above has them all. */
const NAMES_SHOWN = 5;

function SubmitBox({ view }: { view: OverviewView }) {
  const text = textOf(view.language).submit;
  const unfinished = view.units.filter((unit) => unit.state !== 'complete');
  const names = unfinished.slice(0, NAMES_SHOWN).map(unitName).join(', ');
  const count = (kind: 'errors' | 'warnings') => view.units.reduce((sum, unit) => sum + totalOf(unit)[kind], 0);
  const errors = count('errors');
  const warnings = count('warnings');
  return (
    <section class="submit-box" aria-labelledby="submit">
      <h2 id="submit">{text.heading}</h2>
      {unfinished.length === 0 && errors === 0 && warnings === 0 && <p>{text.ready}</p>}
      <ul class="still-missing">
        {unfinished.length > 0 && (
          <li>{text.missingUnits(unfinished.length, names, Math.max(0, unfinished.length - NAMES_SHOWN))}</li>
        )}
        {errors > 0 && <li>{text.errors(errors)}</li>}
        {warnings > 0 && <li>{text.warnings(warnings)}</li>}
      </ul>
      <a class="button" href={`${view.base}/nop`}>
        {text.action}
      </a>
    </section>
  );
}
