import { textIn } from '../../forms/index.ts';
import type { ReviewComment } from '../../web/fill/view.ts';
import { unitTitle } from '../../web/ui/unit-title.ts';
import { sectionsOf } from '../submissions/progress.ts';
import type { Opened, Step } from './views.ts';

/** The reviewer's comments as the pages show them, in the order in which they were written. */
export function commentViews({ file, assessments, comments, base, language }: Opened): ReviewComment[] {
  return comments.map(({ id, unitId, question, text }) => {
    const assessment = assessments.find(({ unit }) => unit.unitId === unitId);
    if (!assessment) return { id, text, about: '', href: null, question: null };
    const sections = sectionsOf(file.version.document, assessment);
    const section = sections.find(({ questions }) => questions.some(({ name }) => name === question)) ?? sections[0];
    const asked = section?.questions.find(({ name }) => name === question);
    const label = textIn(asked?.label, language);
    const about = [unitTitle(assessment.unit), ...(label ? [label] : [])].join(', ');
    const anchor = asked ? `#q-${question}` : '';
    return { id, text, about, href: section ? `${base}/${unitId}/${section.name}${anchor}` : null, question };
  });
}

/** Those that a section's page shows: on its questions, and on its unit as a whole. */
export function sectionComments(opened: Opened, { unit, section }: Step): ReviewComment[] {
  const names = new Set(section.questions.map(({ name }) => name));
  const own = opened.comments.filter(
    ({ unitId, question }) => unitId === unit.unit.unitId && (question === null || names.has(question)),
  );
  return commentViews({ ...opened, comments: own });
}
