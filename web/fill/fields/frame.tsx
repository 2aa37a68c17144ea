import type { ComponentChildren } from 'preact';
import { textIn } from '../../../forms/index.ts';
import { isBlankAnswer } from '../issues.ts';
import { langOf } from '../language.ts';
import { describedBy, type FieldProps, invalid, questionId } from './field.ts';

/** Label, hint and issues above, the control, last round's answer under it. */
export function FieldFrame({ children, ...field }: FieldProps & { children: ComponentChildren }) {
  const { question, language } = field;
  return (
    <div class={questionClass(field)}>
      <label class="question-label" for={questionId(question.name)} lang={langOf(question.label, language)}>
        {textIn(question.label, language)}
      </label>
      <Notes {...field} />
      {children}
      <LastRound {...field} />
    </div>
  );
}

/** The same around a group of radios or checkboxes, the label being its legend. */
export function GroupFrame({
  children,
  role,
  ...field
}: FieldProps & { role?: 'radiogroup'; children: ComponentChildren }) {
  const { question, language, issues } = field;
  return (
    <fieldset
      class={questionClass(field)}
      role={role}
      aria-describedby={describedBy(field)}
      aria-invalid={role && invalid(issues)}
    >
      <legend class="question-label" lang={langOf(question.label, language)}>
        {textIn(question.label, language)}
      </legend>
      <Notes {...field} />
      {children}
      <LastRound {...field} />
    </fieldset>
  );
}

function questionClass({ issues }: FieldProps): string {
  if (invalid(issues)) return 'question in-error';
  return issues.some((issue) => !isBlankAnswer(issue)) ? 'question in-warning' : 'question';
}

function Notes({ question, issues, comments = [], language, text, above }: FieldProps) {
  const hint = textIn(question.hint, language);
  const guidance = textIn(question.guidance_hint, language);
  return (
    <>
      {hint && (
        <p class="hint" id={`h-${question.name}`} lang={langOf(question.hint, language)}>
          {hint}
        </p>
      )}
      {guidance && (
        <details class="guidance">
          <summary>{text.section.guidance}</summary>
          <p lang={langOf(question.guidance_hint, language)}>{guidance}</p>
        </details>
      )}
      {comments.length > 0 && (
        <div class="notice" id={`c-${question.name}`}>
          {comments.map((comment) => (
            <p key={comment}>
              <strong>{text.reviewComments.label}:</strong> {comment}
            </p>
          ))}
        </div>
      )}
      {issues.length > 0 && (
        <div id={`e-${question.name}`}>
          {issues.map((issue) => (
            <p key={issue.code} class={isBlankAnswer(issue) ? 'issue blank' : `issue ${issue.severity}`}>
              {!isBlankAnswer(issue) && <span class="visually-hidden">{text.section[issue.severity]}</span>}
              {textIn(issue.message, language)}
            </p>
          ))}
        </div>
      )}
      {above}
    </>
  );
}

function LastRound({ question, lastRound, behindLastRound }: FieldProps) {
  if (!lastRound) return null;
  return (
    <div class="last-round">
      <p id={`l-${question.name}`}>{lastRound}</p>
      {behindLastRound}
    </div>
  );
}
