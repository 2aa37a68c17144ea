import type { FormDefinition, Issue } from '../../forms/index.ts';
import { unitTitle } from '../../web/ui/unit-title.ts';
import type { Assessment } from './assess.ts';
import { describeChanges, largeChanges } from './large-changes.ts';

/** One thing to settle before submitting. `key` stays the same from page to page, so that a typed reason finds it again. */
export interface Finding {
  key: string;
  unitId: string;
  unitName: string;
  message: { vi: string; en: string };
  /** The section to go to, and the question where there is one. */
  section: string;
  question: string | null;
}

export interface Findings {
  /** Must be corrected. */
  errors: Finding[];
  /** May stand with a written reason: warnings, large changes, required answers left blank, villages without any answer. */
  confirmations: Finding[];
}

function sectionOf(definition: FormDefinition, assessment: Assessment, question: string): string {
  const sections = definition.sections.filter(({ level }) => level === assessment.unit.level);
  const home = sections.find(({ questions }) => questions.some(({ name }) => name === question)) ?? sections[0];
  return home?.name ?? '';
}

function finding(definition: FormDefinition, assessment: Assessment, issue: Issue): Finding {
  return {
    key: `${assessment.unit.unitId}:${issue.rule ?? issue.code}:${issue.path}`,
    unitId: assessment.unit.unitId,
    unitName: unitTitle(assessment.unit),
    message: issue.message,
    section: sectionOf(definition, assessment, issue.path),
    question: issue.path,
  };
}

const questions = (count: number) => (count === 1 ? '1 question' : `${count} questions`);

const noFigures = (count: number): Finding['message'] => ({
  vi: `Chưa có số liệu nào (${count} câu).`,
  en: `There are no figures yet (${questions(count)}).`,
});

const someBlank = (count: number): Finding['message'] => ({
  vi: `Còn ${count} câu chưa trả lời. Những câu bỏ trống được coi là chưa rõ, không phải bằng 0.`,
  en: `${questions(count)} ${count === 1 ? 'is' : 'are'} not answered. What is left blank counts as unknown, not as 0.`,
});

/** A unit's blank required answers as one thing to confirm. Blank is unknown, never 0: forcing a number would invent one. */
function blanks(definition: FormDefinition, assessment: Assessment): Finding[] {
  const required = assessment.issues.filter(({ code }) => code === 'required');
  const first = required[0];
  if (!first) return [];
  const untouched = assessment.revision === 0;
  const message = untouched ? noFigures(required.length) : someBlank(required.length);
  return [
    {
      key: `${assessment.unit.unitId}:blank`,
      unitId: assessment.unit.unitId,
      unitName: unitTitle(assessment.unit),
      message,
      section: sectionOf(definition, assessment, first.path),
      question: untouched ? null : first.path,
    },
  ];
}

/** A unit's numbers that are far from those of the previous round, as one thing to confirm. */
function changes(definition: FormDefinition, assessment: Assessment): Finding[] {
  const { unit, before, answers } = assessment;
  const found = before ? largeChanges(definition, unit.level, before, answers) : [];
  const first = found[0];
  if (!first) return [];
  return [
    {
      key: `${unit.unitId}:changed`,
      unitId: unit.unitId,
      unitName: unitTitle(unit),
      message: {
        vi: `Thay đổi trên 50% so với kỳ trước: ${describeChanges(found, 'vi')}.`,
        en: `Changed by more than 50% since the previous round: ${describeChanges(found, 'en')}.`,
      },
      section: sectionOf(definition, assessment, first.question.name),
      question: first.question.name,
    },
  ];
}

/** What stands between a commune's answers and their submission. */
export function findingsOf(definition: FormDefinition, assessments: Assessment[]): Findings {
  const errors: Finding[] = [];
  const confirmations: Finding[] = [];
  for (const assessment of assessments) {
    for (const issue of assessment.issues) {
      if (issue.code === 'required') continue;
      (issue.severity === 'error' ? errors : confirmations).push(finding(definition, assessment, issue));
    }
    confirmations.push(...blanks(definition, assessment), ...changes(definition, assessment));
  }
  return { errors, confirmations };
}
