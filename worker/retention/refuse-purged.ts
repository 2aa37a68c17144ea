import { Problem } from '../http/problem.ts';

/** Why nothing can be done with a round's answers, or null while they are there. */
export const refusePurged = ({ purgedAt }: { purgedAt: string | null }): Problem | null =>
  purgedAt === null ? null : new Problem('answers_purged');
