import type { ComponentChildren } from 'preact';
import { textIn } from '../../forms/index.ts';
import { formatDay, formatTime } from '../ui/format.ts';
import { renderPage } from '../ui/render.ts';
import { unitTitle } from '../ui/unit-title.ts';
import { ConflictBox } from './conflict.tsx';
import { ErrorSummary, WarningSummary } from './error-summary.tsx';
import { questionId } from './fields/field.ts';
import { homeOf, isBlankAnswer } from './issues.ts';
import { LinkPage } from './link-page.tsx';
import { SECTION_FORM, SectionContent } from './section-content.tsx';
import { askedQuestions, dependsOnItself } from './section-fields.tsx';
import type { SectionView } from './view.ts';
import { workerTextOf } from './worker-text.ts';

/** One section of one unit: its fields with what is wrong beside each, or its answers when nothing can be changed. */
export function sectionPage(view: SectionView): string {
  const words = workerTextOf(view.language);
  const unit = unitTitle(view.unit);
  const label = textIn(view.section.label, view.language);
  const hasErrors = view.editable && view.issues.some((issue) => issue.severity === 'error' && !isBlankAnswer(issue));
  return renderPage(
    <LinkPage
      view={view}
      title={`${hasErrors ? words.section.errorTitle : ''}${label} – ${unit}`}
      keeping={view.editable ? SECTION_FORM : undefined}
    >
      <SectionContent
        view={view}
        top={view.editable && <Top view={view} />}
        hint={
          <WithoutScript view={view}>
            {dependsOnItself(view.section) && <p class="hint">{words.section.dependsOnPage}</p>}
          </WithoutScript>
        }
        status={<SaveState view={view} />}
      />
    </LinkPage>,
  );
}

/** What the page's script makes needless. It must not be seen first and go away then, with everything below moving up. */
function WithoutScript({ view, children }: { view: SectionView; children: ComponentChildren }) {
  if (!children) return null;
  return view.script === null ? children : <noscript>{children}</noscript>;
}

function Top({ view }: { view: SectionView }) {
  return (
    <>
      <ConflictBox view={view} />
      <WithoutScript view={view}>
        <Summaries view={view} />
      </WithoutScript>
    </>
  );
}

function Summaries({ view }: { view: SectionView }) {
  const text = workerTextOf(view.language).section;
  const onPage = new Set(askedQuestions(view).map((question) => question.name));
  const items = (severity: 'error' | 'warning') =>
    view.issues
      .filter((issue) => issue.severity === severity && !isBlankAnswer(issue))
      .map((issue) => {
        const home = homeOf(issue, onPage);
        return { href: home && `#${questionId(home)}`, message: textIn(issue.message, view.language) };
      });
  const errors = items('error');
  const warnings = items('warning');
  return (
    <>
      <ErrorSummary
        heading={text.errorsHeading(errors.length)}
        body={view.held ? text.errorsHeld : view.saved ? text.errorsSaved : undefined}
        items={errors}
      />
      <WarningSummary heading={text.warningsHeading(warnings.length)} items={warnings} />
    </>
  );
}

function SaveState({ view }: { view: SectionView }) {
  const text = workerTextOf(view.language);
  const { updatedAt } = view.unit;
  if (view.preview) return <p class="save-state">{text.preview.banner}</p>;
  if (view.conflict) return <p class="save-state">{text.conflict.notSaved}</p>;
  if (view.held) return <p class="save-state held">{text.section.held}</p>;
  if (!updatedAt) return <p class="save-state">{text.neverSaved}</p>;
  if (!view.saved) return <p class="save-state">{text.lastSaved(formatTime(updatedAt), formatDay(updatedAt))}</p>;
  return (
    <p class="save-state saved" role="status">
      <span aria-hidden="true">✓ </span>
      {text.savedAt(formatTime(updatedAt))}
    </p>
  );
}
