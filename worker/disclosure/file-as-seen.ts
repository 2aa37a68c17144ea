import {
  type Answers,
  answerMarks,
  isBlank,
  type Level,
  type Mark,
  saidOf,
  sensitiveQuestions,
} from '../../forms/index.ts';
import { communeInput } from '../scores/commune-input.ts';
import { earlierInputs } from '../scores/earlier-rounds.ts';
import type { Assessment } from '../submissions/assess.ts';
import type { RoundFile } from '../submissions/file.ts';
import type { Figures } from './figures.ts';
import { maskAssessment, notAsked } from './mask-assessment.ts';

export interface SeenAnswers {
  answers: Answers;
  raw: Record<string, string>;
  /** By question, what stands in place of an answer that is not shown. */
  masked: Record<string, Mark>;
}

/** A commune's file as somebody sees it. */
export interface FileAsSeen {
  /** Of each unit, with nothing in its findings and its progress that follows from what is not shown. */
  assessments: Assessment[];
  /** By unit. */
  answers: ReadonlyMap<string, SeenAnswers>;
}

/**
 * A file as it is, or as everybody may see it beside the commune's scorecard and its other villages. What the engine says of it
 * follows from what is shown as well: a warning, a large change, or that a question is not asked would tell a hidden count.
 */
export function fileAsSeen(file: RoundFile, assessments: Assessment[], figures: Figures): FileAsSeen {
  if (figures === 'exact') {
    const asItIs = ({ unit, answers, raw }: Assessment) => [unit.unitId, { answers, raw, masked: {} }] as const;
    return { assessments, answers: new Map(assessments.map(asItIs)) };
  }
  const { version, units, responses, submission, earlier } = file;
  const input = {
    ...communeInput({ units, responses }, 'without-names'),
    ...earlierInputs(submission.communeId, earlier),
  };
  const marks = answerMarks(version.document, input);
  const sensitive = sensitiveQuestions(version.document);
  const hiddenIn = ({ unit: { level }, answers, raw }: Assessment): Map<string, Mark> => {
    const hidden = new Map(marks[level]);
    // What could not be read as a number may still hold one, and so may what the form asks no more.
    for (const name of Object.keys(raw)) if (sensitive.has(name)) hidden.set(name, 'withheld');
    for (const name of notAsked(version.document, level, { ...answers, ...raw })) hidden.set(name, 'withheld');
    return hidden;
  };
  return {
    assessments: assessments.map((each) => maskAssessment(version.document, each, new Set(hiddenIn(each).keys()))),
    answers: new Map(assessments.map((each) => [each.unit.unitId, seen(each, hiddenIn(each))])),
  };

  function seen({ unit: { level }, answers, raw }: Assessment, hidden: ReadonlyMap<string, Mark>): SeenAnswers {
    const masked: Record<string, Mark> = {};
    for (const [name, mark] of hidden) {
      const isTyped = Object.hasOwn(raw, name);
      if (isTyped || !isBlank(answers[name])) masked[name] = isTyped ? 'withheld' : mark;
    }
    for (const name of conditional(level, hidden)) masked[name] = 'withheld';
    const without = <T>(all: Record<string, T>) =>
      Object.fromEntries(Object.entries(all).filter(([name]) => !Object.hasOwn(masked, name)));
    return { answers: without(answers), raw: without(raw), masked };
  }

  /** What is asked or not according to hidden answers: that it was answered would tell them. */
  function conditional(level: Level, hidden: ReadonlyMap<string, Mark>): string[] {
    const { asked } = saidOf(version.document, level);
    const names = version.document.sections
      .filter((section) => section.level === level)
      .flatMap(({ questions }) => questions.map(({ name }) => name));
    return names.filter((name) => [...asked(name)].some((other) => hidden.has(other)));
  }
}
