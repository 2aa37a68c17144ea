import { textIn } from '../../forms/index.ts';
import { formatDay, formatTime } from '../ui/format.ts';
import { renderPage } from '../ui/render.ts';
import { unitTitle } from '../ui/unit-title.ts';
import { ConflictBox } from './conflict.tsx';
import { ErrorSummary, WarningSummary } from './error-summary.tsx';
import { questionId } from './fields/field.ts';
import { homeOf, isBlankAnswer } from './issues.ts';
import { BackToList, LinkPage, ReadOnlyNotice } from './link-page.tsx';
import { SectionAnswers } from './section-answers.tsx';
import { askedQuestions, dependsOnItself, SectionFields } from './section-fields.tsx';
import { SectionNav } from './section-nav.tsx';
import { textOf } from './text.ts';
import type { SectionView } from './view.ts';

/** One section of one unit: its fields with what is wrong beside each, or its answers when nothing can be changed. */
export function sectionPage(view: SectionView): string {
  const text = textOf(view.language);
  const unit = unitTitle(view.unit);
  const label = textIn(view.section.label, view.language);
  const hasErrors = view.editable && view.issues.some((issue) => issue.severity === 'error' && !isBlankAnswer(issue));
  return renderPage(
    <LinkPage view={view} title={`${hasErrors ? text.section.errorTitle : ''}${label} – ${unit}`}>
      <BackToList view={view} />
      {view.editable && <Summaries view={view} />}
      <h1>
        <span class="caption">{unit}</span> {label}
      </h1>
      <ReadOnlyNotice view={view} />
      <SectionNav view={view} />
      {askedQuestions(view).length === 0 && <p>{text.section.nothingAsked}</p>}
      {view.editable ? <SectionForm view={view} /> : <SectionAnswers view={view} />}
      <Neighbours view={view} />
    </LinkPage>,
  );
}

function Summaries({ view }: { view: SectionView }) {
  const text = textOf(view.language).section;
  const onPage = new Set(askedQuestions(view).map((question) => question.name));
  const items = (severity: 'error' | 'warning') =>
    view.issues
      .filter((issue) => issue.severity === severity && !isBlankAnswer(issue))
      .map((issue) => {
        const home = homeOf(issue, onPage);
        return { href: home && `#${questionId(home)}`, message: issue.message[view.language] };
      });
  const errors = items('error');
  const warnings = items('warning');
  return (
    <>
      <ConflictBox view={view} />
      <ErrorSummary
        heading={text.errorsHeading(errors.length)}
        body={view.saved ? text.errorsSaved : undefined}
        items={errors}
      />
      <WarningSummary heading={text.warningsHeading(warnings.length)} items={warnings} />
    </>
  );
}

function SectionForm({ view }: { view: SectionView }) {
  const text = textOf(view.language).section;
  return (
    <form method="post" action={`${view.base}/${view.unit.id}/${view.section.name}`} novalidate>
      <input type="hidden" name=":revision" value={view.revision} />
      <input type="hidden" name=":save" value={view.saveId} />
      {dependsOnItself(view.section) && <p class="hint">{text.dependsOnPage}</p>}
      {text.numberStyle && <p class="hint">{text.numberStyle}</p>}
      <SectionFields view={view} />
      {/* "Save" comes first, so that Enter in a field saves and stays instead of leaving the page. */}
      <div class="save-bar">
        <SaveState view={view} />
        <div class="buttons">
          <button type="submit" class="secondary" name=":action" value="stay">
            {text.save}
          </button>
          <button type="submit" name=":action" value="next">
            {text.saveAndContinue}
          </button>
        </div>
      </div>
      <p class="after-save">
        <button type="submit" class="secondary" name=":action" value="overview">
          {text.saveAndList}
        </button>
      </p>
    </form>
  );
}

function SaveState({ view }: { view: SectionView }) {
  const text = textOf(view.language);
  const { updatedAt } = view.unit;
  if (view.conflict) return <p class="save-state">{text.conflict.notSaved}</p>;
  if (!updatedAt) return <p class="save-state">{text.neverSaved}</p>;
  if (!view.saved) return <p class="save-state">{text.lastSaved(formatTime(updatedAt), formatDay(updatedAt))}</p>;
  return (
    <p class="save-state saved" role="status">
      <span aria-hidden="true">✓ </span>
      {text.savedAt(formatTime(updatedAt))}
    </p>
  );
}

function Neighbours({ view }: { view: SectionView }) {
  if (!view.previous && !view.next) return null;
  const text = textOf(view.language).section;
  return (
    <nav class="neighbours" aria-label={`${text.previous}, ${text.next}`}>
      {view.previous && (
        <a rel="prev" href={view.previous.href}>
          <span class="neighbour-way">{text.previous}</span> <span class="neighbour-name">{view.previous.label}</span>
        </a>
      )}
      {view.next && (
        <a rel="next" href={view.next.href}>
          <span class="neighbour-way">{text.next}</span> <span class="neighbour-name">{view.next.label}</span>
        </a>
      )}
    </nav>
  );
}
