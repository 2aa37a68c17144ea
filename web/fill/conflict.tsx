import { textIn } from '../../forms/index.ts';
import { formatTime } from '../ui/format.ts';
import { answerText } from './answer-text.ts';
import { questionId } from './fields/field.ts';
import { choicesOf } from './section-fields.tsx';
import { textOf } from './text.ts';
import type { SectionView } from './view.ts';
import { workerTextOf } from './worker-text.ts';

/** Somebody else saved first: both answers to every question that differs; the fields below keep what this clerk typed. */
export function ConflictBox({ view }: { view: SectionView }) {
  if (!view.conflict) return null;
  const text = textOf(view.language);
  const differing = differences(view, view.conflict.answers);
  return (
    <div class="summary conflict" role="alert" tabIndex={-1}>
      <h2>{workerTextOf(view.language).conflict.heading(formatTime(view.conflict.savedAt))}</h2>
      <p>
        {differing.length > 0
          ? workerTextOf(view.language).conflict.body
          : workerTextOf(view.language).conflict.noDifference}
      </p>
      {differing.map(({ question, theirs, yours }) => (
        <dl key={question.name} class="difference">
          <dt class="difference-question">
            <a href={`#${questionId(question.name)}`}>{textIn(question.label, view.language)}</a>
          </dt>
          <dd>
            <span class="whose">{workerTextOf(view.language).conflict.theirs}:</span> {theirs || text.readOnly.noAnswer}
          </dd>
          <dd>
            <span class="whose">{workerTextOf(view.language).conflict.yours}:</span> {yours || text.readOnly.noAnswer}
          </dd>
        </dl>
      ))}
    </div>
  );
}

function differences(view: SectionView, theirAnswers: SectionView['answers']) {
  return view.section.questions
    .filter((question) => view.relevant.has(question.name))
    .map((question) => {
      const choices = choicesOf(view, question);
      const theirs = answerText(question, theirAnswers[question.name], choices, view.language);
      const yours =
        view.raw[question.name] ?? answerText(question, view.answers[question.name], choices, view.language);
      return { question, theirs, yours };
    })
    .filter(({ theirs, yours }) => theirs !== yours);
}
