import type { scorecards } from '../db/province/scorecards.ts';
import type { submissions } from '../db/province/submissions.ts';
import { Problem } from '../http/problem.ts';

/** What a round says of a commune, on which a step of its recognition rests. */
export interface Basis {
  roundId: string;
  /** The year that the round is about: of the last day of its period where it states one, else of its opening. */
  year: number;
  /** Whether the round's form has requirements at all; without any, `ready` says nothing of who could be recognised. */
  hasRequirements: boolean;
  submission: Pick<typeof submissions.$inferSelect, 'submittedAt' | 'verifiedAt' | 'verifiedBy' | 'inputsVersion'>;
  scorecard: Pick<typeof scorecards.$inferSelect, 'ready' | 'inputsVersion' | 'answersHash'> | null;
}

/** A basis that carries a step. */
export type SoundBasis = Basis & { scorecard: NonNullable<Basis['scorecard']> };

/** The basis when it carries a step: the file is verified and its score, computed from what was verified, says ready. */
export function soundBasis(basis: Basis): SoundBasis | Problem {
  const { submission, scorecard } = basis;
  if (!basis.hasRequirements) return new Problem('no_requirements');
  if (submission.verifiedAt === null) return new Problem('submission_not_verified');
  if (scorecard === null || scorecard.inputsVersion !== submission.inputsVersion) return new Problem('score_pending');
  return scorecard.ready === true ? { ...basis, scorecard } : new Problem('not_ready');
}
