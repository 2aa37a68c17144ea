import type { ComponentChildren } from 'preact';
import { textIn } from '../../forms/index.ts';
import { unitTitle } from '../ui/unit-title.ts';
import { langOf } from './language.ts';
import { BackToList, ReadOnlyNotice } from './link-parts.tsx';
import { ReviewComments } from './review-comments.tsx';
import { SectionAnswers } from './section-answers.tsx';
import { askedQuestions, SectionFields } from './section-fields.tsx';
import { SectionNav } from './section-nav.tsx';
import { textOf } from './text.ts';
import type { SectionView } from './view.ts';

/** The id of a section's form, which the switch of language submits. */
export const SECTION_FORM = 'answers';

interface SectionContentProps {
  view: SectionView;
  /** What needs attention before anything else. */
  top?: ComponentChildren;
  /** Above the fields. */
  hint?: ComponentChildren;
  /** In the save bar: what is saved. */
  status: ComponentChildren;
}

/** What stands in a section's frame: rendered by the worker, and again by the page's script whenever something is typed. */
export function SectionContent({ view, top, hint, status }: SectionContentProps) {
  const text = textOf(view.language);
  return (
    <>
      <BackToList view={view} />
      {top}
      {view.editable && <OtherComments view={view} />}
      <h1>
        <span class="caption">{unitTitle(view.unit)}</span>{' '}
        <span lang={langOf(view.section.label, view.language)}>{textIn(view.section.label, view.language)}</span>
      </h1>
      <ReadOnlyNotice view={view} />
      <SectionNav view={view} />
      {askedQuestions(view).length === 0 && <p>{text.section.nothingAsked}</p>}
      {view.editable ? <SectionForm view={view} status={status} hint={hint} /> : <SectionAnswers view={view} />}
      <Neighbours to={view} label={`${text.section.previous}, ${text.section.next}`} language={view.language} />
      <Neighbours to={view.others} label={text.section.otherUnits} language={view.language} />
    </>
  );
}

/** The comments that stand beside no question of the page. */
function OtherComments({ view }: { view: SectionView }) {
  const onPage = new Set(askedQuestions(view).map(({ name }) => name));
  const comments = view.comments.filter(({ question }) => question === null || !onPage.has(question));
  return <ReviewComments comments={comments} language={view.language} />;
}

function SectionForm({ view, status, hint }: Pick<SectionContentProps, 'view' | 'status' | 'hint'>) {
  const text = textOf(view.language).section;
  return (
    <form method="post" action={`${view.base}/${view.unit.id}/${view.section.name}`} id={SECTION_FORM} novalidate>
      <input type="hidden" name=":revision" value={view.revision} />
      {view.conflict && <input type="hidden" name=":conflict" value="1" />}
      <input type="hidden" name=":save" value={view.saveId} />
      {hint}
      {text.numberStyle && <p class="hint">{text.numberStyle}</p>}
      <SectionFields view={view} />
      {/* "Save" comes first, so that Enter in a field saves and stays instead of leaving the page. */}
      <div class="save-bar">
        {status}
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

interface NeighboursProps {
  to: SectionView['others'];
  label: string;
  language: string;
}

function Neighbours({ to: { previous, next }, label, language }: NeighboursProps) {
  if (!previous && !next) return null;
  const text = textOf(language).section;
  return (
    <nav class="neighbours" aria-label={label}>
      {previous && (
        <a rel="prev" href={previous.href}>
          <span class="neighbour-way">{text.previous}</span> <span class="neighbour-name">{previous.label}</span>
        </a>
      )}
      {next && (
        <a rel="next" href={next.href}>
          <span class="neighbour-way">{text.next}</span> <span class="neighbour-name">{next.label}</span>
        </a>
      )}
    </nav>
  );
}
