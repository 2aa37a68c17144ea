import type { formVersions } from '../db/province/forms.ts';
import type { links } from '../db/province/links.ts';
import type { responses } from '../db/province/responses.ts';
import type { rounds, roundUnits } from '../db/province/rounds.ts';
import type { reviewComments, submissionSteps, submissions } from '../db/province/submissions.ts';
import type { Earlier } from '../scores/earlier-rounds.ts';

export type ResponseRow = typeof responses.$inferSelect;
export type SubmissionRow = typeof submissions.$inferSelect;
export type StepRow = typeof submissionSteps.$inferSelect;
export type CommentRow = typeof reviewComments.$inferSelect;
export type FrozenUnit = typeof roundUnits.$inferSelect;

/** A commune's file in a round with everything that is known of it. */
export interface RoundFile {
  round: typeof rounds.$inferSelect;
  version: typeof formVersions.$inferSelect;
  /** What the round before was called; null where there is none. */
  previousName: string | null;
  /** The commune first, then its villages in the round's order. */
  units: FrozenUnit[];
  /** By the round's version of the form: answers given to an older one are taken over (submissions/upgrade-response.ts). */
  responses: ResponseRow[];
  /** As they are stored, by whatever version of the form they were given to. */
  stored: ResponseRow[];
  submission: SubmissionRow;
  /** Oldest first. */
  steps: StepRow[];
  /** Of all returns, oldest first. */
  comments: CommentRow[];
  earlier: Earlier;
}

/** The same as one link opens it. */
export interface CommuneFile extends RoundFile {
  link: typeof links.$inferSelect;
}
