import { commentsOn, commentViewsOf, type Step } from '../../web/fill/assemble.ts';
import type { ReviewComment } from '../../web/fill/view.ts';
import type { Opened } from './views.ts';

/** The reviewer's comments as the pages show them. */
export const commentViews = ({ file, assessments, comments, base, language }: Opened): ReviewComment[] =>
  commentViewsOf(file.version.document, base, assessments, comments, language);

/** Those that a section's page shows: on its questions, and on its unit as a whole. */
export const sectionComments = (opened: Opened, step: Step): ReviewComment[] =>
  commentViews({ ...opened, comments: commentsOn(step, opened.comments) });
