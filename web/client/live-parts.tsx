import { type Question, textIn } from '../../forms/index.ts';
import { answerText } from '../fill/answer-text.ts';
import { questionId } from '../fill/fields/field.ts';
import { choicesOf } from '../fill/section-fields.tsx';
import { textOf } from '../fill/text.ts';
import type { LinkView, SectionView } from '../fill/view.ts';
import { kindOf } from '../ui/unit-title.ts';
import type { LinkSession } from './link-session.ts';
import type { Entry } from './sync/entry.ts';
import type { Total } from './views.ts';

/** What the save bar says. */
export function SaveStatus({ session, view }: { session: LinkSession; view: SectionView }) {
  return (
    <>
      <SaveWords session={session} view={view} />
      {session.full && <p>{textOf(view.language).live.full}</p>}
    </>
  );
}

/** The most pressing of what there is to say. */
function SaveWords({ session, view }: { session: LinkSession; view: SectionView }) {
  const text = textOf(view.language).live;
  const { saving } = session;
  const torn = Object.keys(session.units.get(view.unit.id)?.conflicts ?? {});
  const first = torn.find((name) => view.section.questions.some((question) => question.name === name));
  if (saving.kind === 'stopped') return <Stopped session={session} title={saving.title} language={view.language} />;
  if (torn.length > 0) {
    const words = text.conflicts(torn.length);
    return <p>{first ? <a href={`#${questionId(first)}`}>{words}</a> : words}</p>;
  }
  if (saving.kind === 'offline') return <p>{text.offline}</p>;
  if (saving.kind === 'saving' || session.isSending) return <p>{text.saving}</p>;
  if (session.othersSaved) return <p>{text.others}</p>;
  return <p class="saved">✓ {text.saved}</p>;
}

/** Nothing is taken through this link any more: why, and how to keep what was not sent. */
export function Stopped({
  session,
  title,
  language,
}: { session: LinkSession; title: string } & Pick<LinkView, 'language'>) {
  const text = textOf(language).live;
  const { unsent } = session;
  return (
    <>
      <p>
        {title} {unsent > 0 && `${text.unsent(unsent, '')}. ${text.linkGone}`}
      </p>
      {unsent > 0 && (
        <button type="button" class="secondary" data-act="export">
          {text.exportUnsent}
        </button>
      )}
    </>
  );
}

/** Last round's answer for this question, at one press; never for a whole form. */
export function Repeat({ view, question }: { view: SectionView; question: Question }) {
  const last = view.lastRound?.answers[question.name];
  if (last === undefined || last === null || question.readonly === true) return null;
  const isSame = JSON.stringify(last) === JSON.stringify(view.answers[question.name]);
  return (
    <button type="button" class="secondary" data-act="repeat" data-question={question.name} disabled={isSame}>
      {textOf(view.language).live.repeat}
      <span class="visually-hidden">: {textIn(question.label, view.language)}</span>
    </button>
  );
}

/** Two answers to one question, and a button for each. */
export function TwoAnswers({
  session,
  view,
  question,
}: {
  session: LinkSession;
  view: SectionView;
  question: Question;
}) {
  const conflict = session.units.get(view.unit.id)?.conflicts[question.name];
  if (!conflict) return null;
  const text = textOf(view.language);
  const words = ({ answer, raw }: Entry) =>
    raw ?? (answerText(question, answer, choicesOf(view, question), view.language) || text.readOnly.noAnswer);
  return (
    <div class="two-answers">
      <p>{text.live.twoAnswers}</p>
      <div class="buttons">
        <button type="button" class="secondary" data-act="mine" data-question={question.name}>
          {text.live.keepMine(words(conflict.mine))}
        </button>
        <button type="button" class="secondary" data-act="theirs" data-question={question.name}>
          {text.live.takeTheirs(words(conflict.theirs))}
        </button>
      </div>
    </div>
  );
}

/** The section's numbers added up over the commune's villages, below everything so that nothing moves when they change. */
export function Totals({ view, totals }: { view: SectionView; totals: Total[] }) {
  if (totals.length === 0) return null;
  const text = textOf(view.language).live;
  return (
    <details class="totals">
      <summary>{text.totals(kindOf(view.commune))}</summary>
      <dl class="facts">
        {totals.map(({ question, sum, answered, expected }) => (
          <div key={question.name}>
            <dt>{textIn(question.label, view.language)}</dt>
            <dd>{text.total(`${sum} ${textIn(question.unit, view.language)}`.trim(), answered, expected)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
