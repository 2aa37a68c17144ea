import {
  type Answers,
  answerMarks,
  type FormDefinition,
  isBlank,
  type Mark,
  sensitiveQuestions,
} from '../../forms/index.ts';
import { communeInput } from '../scores/commune-input.ts';
import { earlierInputs } from '../scores/earlier-rounds.ts';
import type { FrozenUnit, RoundFile } from '../submissions/file.ts';

interface Given {
  answers: Answers;
  raw: Record<string, string>;
}

export interface MaskedAnswers extends Given {
  /** By question, what stands in place of an answer that is there and not shown. */
  masked: Record<string, Mark>;
}

/** One unit's answers as everybody may see them beside the commune's scorecard and its other villages. */
export type MaskUnit = (unit: Pick<FrozenUnit, 'level'>, given: Given) => MaskedAnswers;

export function answersMasker({ version, units, responses, submission, earlier }: RoundFile): MaskUnit {
  const definition: FormDefinition = version.document;
  const sensitive = sensitiveQuestions(definition);
  const input = {
    ...communeInput({ units, responses }, 'without-names'),
    ...earlierInputs(submission.communeId, earlier),
  };
  const marks = answerMarks(definition, input);
  return ({ level }, { answers, raw }) => {
    const masked: Record<string, Mark> = {};
    for (const [name, mark] of marks[level]) if (!isBlank(answers[name])) masked[name] = mark;
    // What could not be read as a number may still hold one.
    for (const name of Object.keys(raw)) if (sensitive.has(name)) masked[name] = 'withheld';
    const without = <T>(all: Record<string, T>) =>
      Object.fromEntries(Object.entries(all).filter(([name]) => !Object.hasOwn(masked, name)));
    return { answers: without(answers), raw: without(raw), masked };
  };
}
