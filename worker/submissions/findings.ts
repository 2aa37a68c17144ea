import type { FormDefinition, Issue } from '../../forms/index.ts';
import { unitTitle } from '../../web/ui/unit-title.ts';
import type { Assessment } from './assess.ts';
import { describeChanges, largeChanges } from './large-changes.ts';

/** One thing to settle before submitting. `key` stays the same from page to page, so that a typed reason finds it again. */
export interface Finding {
  key: string;
  unitId: string;
  unitName: string;
  message: string;
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
    message: issue.message.vi,
    section: sectionOf(definition, assessment, issue.path),
    question: issue.path,
  };
}

/** A unit's blank required answers as one thing to confirm. Blank is unknown, never 0: forcing a number would invent one. */
function blanks(definition: FormDefinition, assessment: Assessment): Finding[] {
  const required = assessment.issues.filter(({ code }) => code === 'required');
  const first = required[0];
  if (!first) return [];
  const untouched = assessment.revision === 0;
  const message = untouched
    ? `Chưa có số liệu nào (${required.length} câu).`
    : `Còn ${required.length} câu chưa trả lời. Những câu bỏ trống được coi là chưa rõ, không phải bằng 0.`;
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
      message: `Thay đổi trên 50% so với kỳ trước: ${describeChanges(found)}.`,
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
