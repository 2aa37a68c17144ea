import type { RoundFile } from './file.ts';

/** The sum of all revisions of a file's answers: it rises with every save, so equal sums mean that nothing was saved between. */
export const inputsVersionOf = ({ responses }: Pick<RoundFile, 'responses'>): number =>
  responses.reduce((sum, { revision }) => sum + revision, 0);
