import type { submissions } from '../db/province/submissions.ts';

/** Why a file deserves a second look; each is a filter of the queue. */
export const reviewFlags = [
  'late',
  'large_changes',
  'confirmed_warnings',
  'blank_answers',
  'outlier',
  'extended',
  'resubmitted',
] as const;
export type ReviewFlag = (typeof reviewFlags)[number];

interface Flagged {
  submission: Pick<typeof submissions.$inferSelect, 'submittedAt' | 'late' | 'extendedUntil'>;
  /** What was confirmed with a reason, by the finding's key, as far as the reader may know of it. */
  confirmed: readonly string[];
  /** Whether it was handed in before and came back, returned or withdrawn. */
  cameBack: boolean;
  isOutlier: boolean;
}

/** The flags of a file. What is said of the answers holds while they are handed in: until then they may still change. */
export function flagsOf({ submission, confirmed, cameBack, isOutlier }: Flagged): ReviewFlag[] {
  const flags = new Set<ReviewFlag>();
  if (submission.extendedUntil !== null) flags.add('extended');
  if (submission.submittedAt !== null) {
    if (submission.late) flags.add('late');
    if (cameBack) flags.add('resubmitted');
    if (isOutlier) flags.add('outlier');
    for (const key of confirmed) flags.add(flagOfReason(key));
  }
  return reviewFlags.filter((flag) => flags.has(flag));
}

/** What a written reason was given for; the keys are those of submissions/findings.ts. */
function flagOfReason(key: string): ReviewFlag {
  if (key.endsWith(':changed')) return 'large_changes';
  return key.endsWith(':blank') ? 'blank_answers' : 'confirmed_warnings';
}
