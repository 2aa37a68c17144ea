import type { ComponentChildren } from 'preact';
import { type Choice, type Issue, type Question, textIn, type Value } from '../../../forms/index.ts';
import { isBlankAnswer } from '../issues.ts';
import type { FillText } from '../text.ts';

/** Everything one question's field needs to be shown. */
export interface FieldProps {
  question: Question;
  value: Value | undefined;
  /** What was typed where it could not be read as an answer. */
  raw: string | undefined;
  choices: Choice[];
  issues: Issue[];
  /** What the reviewer wrote about it. */
  comments?: string[];
  /** Earlier answers as text, their rounds named. */
  lastRound: string | null;
  /** What the page's script adds (LiveSection). */
  above?: ComponentChildren;
  behindLastRound?: ComponentChildren;
  language: string;
  text: FillText;
}

/** Where an error summary or a finding leads: the id of the question's (first) control. */
export function questionId(name: string): string {
  return `q-${name}`;
}

/** Ids of the texts around a control; only those that are there are named in `aria-describedby`. */
export function describedBy(
  { question, issues, comments = [], lastRound, language }: FieldProps,
  extra: string[] = [],
): string | undefined {
  const { name } = question;
  const ids = [
    ...(textIn(question.hint, language) ? [`h-${name}`] : []),
    ...(comments.length > 0 ? [`c-${name}`] : []),
    ...(issues.length > 0 ? [`e-${name}`] : []),
    ...extra,
    ...(lastRound ? [`l-${name}`] : []),
  ];
  return ids.length > 0 ? ids.join(' ') : undefined;
}

/** `true` for a control whose answer is in error, and nothing otherwise: neither a warning nor a blank makes an answer invalid. */
export function invalid(issues: Issue[]): true | undefined {
  return issues.some((issue) => issue.severity === 'error' && !isBlankAnswer(issue)) || undefined;
}
