import type { CommentRow, CommuneFile, RoundFile } from './file.ts';

/** The comments of the last return, which stand until the file is handed in again; none while it is with the reviewer. */
export function openComments({
  submission,
  steps,
  comments,
}: Pick<RoundFile, 'submission' | 'steps' | 'comments'>): CommentRow[] {
  if (submission.submittedAt !== null) return [];
  const lastReturn = steps.findLast(({ kind }) => kind === 'return');
  return lastReturn ? comments.filter(({ stepId }) => stepId === lastReturn.id) : [];
}

/** Those of them that a link shows: a village's link only its own village's. */
export function commentsFor(file: CommuneFile): CommentRow[] {
  const { unitId, communeId } = file.link;
  return openComments(file).filter((comment) => unitId === communeId || comment.unitId === unitId);
}
