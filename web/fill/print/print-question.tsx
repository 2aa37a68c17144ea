import { type Choice, formatNumber, isBlank, type Question, textIn } from '../../../forms/index.ts';
import { answerText } from '../answer-text.ts';
import { langOf } from '../language.ts';
import { textOf } from '../text.ts';
import { printTextOf } from './text.ts';
import type { PrintUnit } from './view.ts';

interface PrintQuestionProps {
  question: Question;
  number: number | undefined;
  /** When it is asked, in words; null when always, or when there are no words for it. */
  condition: string | null;
  unit: PrintUnit;
  choices: Choice[];
  filled: boolean;
  language: string;
}

/** A list longer than this is not printed as boxes: the answer is written on a line. */
const MOST_BOXES = 30;

/** One question on paper: its number, what is asked and when, and the answer or room to write it. */
export function PrintQuestion(item: PrintQuestionProps) {
  const { question, number, condition, language } = item;
  const text = printTextOf(language);
  const hint = textIn(question.hint, language);
  const guidance = textIn(question.guidance_hint, language);
  if (question.type === 'note') {
    return (
      <p class="item note" lang={langOf(question.label, language)}>
        {textIn(question.label, language)}
      </p>
    );
  }
  const isShort = !isBoxed(item) && question.type !== 'text';
  return (
    <div class={isShort ? 'item short' : 'item'}>
      <div class="asked">
        <p>
          {number !== undefined && <span class="number">{text.number(number)}</span>}{' '}
          <span lang={langOf(question.label, language)}>{textIn(question.label, language)}</span>
        </p>
        {hint && (
          <p class="hint" lang={langOf(question.hint, language)}>
            {hint}
          </p>
        )}
        {guidance && (
          <p class="hint" lang={langOf(question.guidance_hint, language)}>
            {guidance}
          </p>
        )}
        {condition !== null && <p class="condition">{condition}</p>}
        {question.type === 'select_multiple' && <p class="hint">{text.severalChoices}</p>}
        <Bounds question={question} language={language} />
      </div>
      <Answer {...item} />
    </div>
  );
}

const isBoxed = ({ question, choices }: PrintQuestionProps): boolean =>
  question.type === 'acknowledge' ||
  ((question.type === 'select_one' || question.type === 'select_multiple') && choices.length <= MOST_BOXES);

function Bounds({ question, language }: Pick<PrintQuestionProps, 'question' | 'language'>) {
  const { start, end } = question.parameters ?? {};
  if (question.type !== 'range' || start === undefined || end === undefined) return null;
  const [from, to] = [start, end].map((bound) => formatNumber(Number(bound), language));
  return <p class="hint">{textOf(language).section.range(from ?? '', to ?? '')}</p>;
}

function Answer(item: PrintQuestionProps) {
  const { question, unit, choices, filled, language } = item;
  const text = printTextOf(language);
  const typed = unit.raw[question.name];
  const value = unit.answers[question.name];
  if (filled && typed) return <p class="answer">{text.unreadable(typed)}</p>;
  if (isBoxed(item)) return <Boxes {...item} />;
  if (filled) {
    return isBlank(value) ? (
      <p class="answer none">{textOf(language).readOnly.noAnswer}</p>
    ) : (
      <p class="answer">{answerText(question, value, choices, language)}</p>
    );
  }
  if (question.readonly === true) return <p class="answer none">{text.computed}</p>;
  if (question.type === 'text') return <Lines count={question.appearance?.includes('multiline') ? 4 : 2} />;
  if (question.type === 'date') return <p class="answer">……… / ……… / …………</p>;
  const unitOfMeasure = textIn(question.unit, language);
  return (
    <p class="answer">
      <span class="line" />
      {unitOfMeasure && <span lang={langOf(question.unit, language)}> {unitOfMeasure}</span>}
    </p>
  );
}

function Lines({ count }: { count: number }) {
  return (
    <div class="lines">
      {Array.from({ length: count }, (_, index) => (
        <p key={index} class="line" />
      ))}
    </div>
  );
}

function Boxes({ question, unit, choices, filled, language }: PrintQuestionProps) {
  const given = filled ? [unit.answers[question.name]].flat() : [];
  const boxes: Pick<Choice, 'name' | 'label'>[] =
    question.type === 'acknowledge'
      ? [{ name: 'OK', label: { [language]: textOf(language).section.acknowledge } }]
      : choices;
  return (
    <ul class="boxes">
      {boxes.map(({ name, label }) => {
        const isTicked = given.includes(name);
        return (
          <li key={name} class={isTicked ? 'ticked' : undefined}>
            <span class="box" aria-hidden="true">
              {isTicked ? '×' : ''}
            </span>
            <span lang={langOf(label, language)}>{textIn(label, language)}</span>
            {isTicked && <span class="for-ears"> ({printTextOf(language).ticked})</span>}
          </li>
        );
      })}
    </ul>
  );
}
