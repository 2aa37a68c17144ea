import type { Answers, Choice, Question, Section } from '../../forms/index.ts';
import { answerText } from './answer-text.ts';
import { QuestionField } from './fields/question-field.tsx';
import { homeOf } from './issues.ts';
import { textOf } from './text.ts';
import type { SectionView } from './view.ts';

/** The fields of a section's relevant questions, each with its own issues beside it. */
export function SectionFields({ view }: { view: SectionView }) {
  const text = textOf(view.language);
  const asked = askedQuestions(view);
  const onPage = new Set(asked.map((question) => question.name));
  return (
    <>
      {asked.map((question) => (
        <QuestionField
          key={question.name}
          question={question}
          value={view.answers[question.name]}
          raw={view.raw[question.name]}
          choices={choicesOf(view, question)}
          issues={view.issues.filter((issue) => homeOf(issue, onPage) === question.name)}
          comments={view.comments.filter((comment) => comment.question === question.name).map(({ text }) => text)}
          lastRound={lastRoundText(view, question)}
          above={view.live?.above(question)}
          behindLastRound={view.live?.behindLastRound(question)}
          language={view.language}
          text={text}
        />
      ))}
    </>
  );
}

/** The questions on the page: those whose `relevant` holds, and none that are only computed. */
export function askedQuestions(view: SectionView): Question[] {
  return view.section.questions.filter(
    ({ name, type }) => view.relevant.has(name) && type !== 'calculate' && type !== 'hidden',
  );
}

/** What a question offers to choose from, after its `choice_filter` where the worker has applied one. */
export function choicesOf(view: Pick<SectionView, 'definition' | 'choices'>, question: Question): Choice[] {
  return view.choices?.[question.name] ?? (question.choices ? (view.definition.choices[question.choices] ?? []) : []);
}

/** Whether an answer on this page can bring up or take away another question of it, which without a script needs a save. */
export function dependsOnItself(section: Section): boolean {
  const names = new Set(section.questions.map((question) => question.name));
  return section.questions.some(({ relevant }) =>
    [...(relevant ?? '').matchAll(/\$\{\s*([^}\s]+)\s*\}/g)].some(([, name = '']) => names.has(name)),
  );
}

/** What the unit answered before: in the round before, and in the one that is the baseline. */
function lastRoundText(view: SectionView, question: Question): string | null {
  const { language, lastRound, baseline } = view;
  const text = textOf(language).section;
  const said = (name: string, answers: Answers | undefined) => {
    const answer = answerText(question, answers?.[question.name], choicesOf(view, question), language);
    return answer ? [text.lastRound(name, answer)] : [];
  };
  const all = [...said(lastRound?.name ?? '', lastRound?.answers), ...said(text.baseline, baseline?.answers)];
  return all.length > 0 ? all.join(' · ') : null;
}
