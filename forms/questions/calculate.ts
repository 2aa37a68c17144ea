import type { QuestionTypeEntry } from './question-type.ts';

/**
 * Worked out from other answers by its `calculation`, never asked. A value that comes with the answers is not an error and is
 * not trusted: it is worked out again.
 */
export const calculate: QuestionTypeEntry = {
  kind: 'any',
  asked: false,
  validate: () => null,
  parse: () => ({ value: null }),
};
