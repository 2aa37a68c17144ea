import { textIn } from '../../forms/index.ts';
import { answerText } from './answer-text.ts';
import { questionId } from './fields/field.ts';
import { langOf } from './language.ts';
import { askedQuestions, choicesOf } from './section-fields.tsx';
import { textOf } from './text.ts';
import type { SectionView } from './view.ts';

/** A section's answers to read, when nothing can be changed any more. */
export function SectionAnswers({ view }: { view: SectionView }) {
  const text = textOf(view.language);
  return (
    <dl class="answers">
      {askedQuestions(view)
        .filter((question) => question.type !== 'note')
        .map((question) => (
          <div key={question.name} id={questionId(question.name)}>
            <dt lang={langOf(question.label, view.language)}>{textIn(question.label, view.language)}</dt>
            <dd>
              {view.raw[question.name] ||
                answerText(question, view.answers[question.name], choicesOf(view, question), view.language) || (
                  <span class="no-answer">{text.readOnly.noAnswer}</span>
                )}
            </dd>
          </div>
        ))}
    </dl>
  );
}
