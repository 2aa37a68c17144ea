import type { FormDefinition, Question, Section } from '../../forms/index.ts';
import { scoreCommune } from '../../forms/index.ts';
import type {
  Finding as FindingView,
  LinkView,
  OverviewView,
  ReceiptView,
  ReviewView,
  SectionProgress,
  SectionView,
  UnitView,
  WithdrawView,
} from '../../web/fill/view.ts';
import { unitTitle } from '../../web/ui/unit-title.ts';
import { newId } from '../db/id.ts';
import { Problem } from '../http/problem.ts';
import { closingInstant } from '../rounds/state.ts';
import { communeInput } from '../scores/commune-input.ts';
import { earlierInputs } from '../scores/earlier-rounds.ts';
import type { Assessment } from '../submissions/assess.ts';
import type { CommentRow, CommuneFile } from '../submissions/file.ts';
import { type Finding, findingsOf } from '../submissions/findings.ts';
import { inputsVersionOf } from '../submissions/inputs-version.ts';
import { refuseByLink, refuseWriting } from '../submissions/open-file.ts';
import { submissionState } from '../submissions/state.ts';

export interface Opened {
  file: CommuneFile;
  /** The units that the link shows. */
  assessments: Assessment[];
  /** What the reviewer wrote when returning the file, as far as the link shows it. */
  comments: CommentRow[];
  base: string;
  nonce: string;
  now: string;
}

/** Only a commune's link hands in the file; a village's link does not. */
export const mayHandIn = ({ file: { link } }: Pick<Opened, 'file'>): boolean => link.unitId === link.communeId;

const NOT_ASKED: Question['type'][] = ['note', 'calculate', 'hidden'];

const sectionsOf = (definition: FormDefinition, { unit }: Assessment): Section[] =>
  definition.sections.filter(({ level }) => level === unit.level);

function progress(section: Section, { answers, issues, relevant }: Assessment): SectionProgress {
  const asked = section.questions.filter(({ name, type }) => relevant.has(name) && !NOT_ASKED.includes(type));
  const names = new Set(section.questions.map(({ name }) => name));
  const own = issues.filter(({ path, code }) => names.has(path) && code !== 'required');
  return {
    name: section.name,
    label: section.label.vi ?? section.name,
    answered: asked.filter(({ name }) => answers[name] !== undefined).length,
    asked: asked.length,
    errors: own.filter(({ severity }) => severity === 'error').length,
    warnings: own.filter(({ severity }) => severity === 'warning').length,
  };
}

function unitView(definition: FormDefinition, assessment: Assessment): UnitView {
  const { unit, revision, issues, savedAt } = assessment;
  const settled = issues.every(({ severity }) => severity === 'warning');
  return {
    id: unit.unitId,
    name: unit.name,
    kindLabel: unit.kindLabel,
    level: unit.level,
    state: revision === 0 ? 'not_started' : settled ? 'complete' : 'in_progress',
    sections: sectionsOf(definition, assessment).map((section) => progress(section, assessment)),
    updatedAt: savedAt,
  };
}

function linkView({ file, base, nonce, now }: Opened): LinkView {
  const { round, version, units, submission, link } = file;
  const commune = units.find(({ unitId }) => unitId === link.communeId)!;
  return {
    language: 'vi',
    base,
    nonce,
    form: { title: version.document.title.vi ?? version.document.id },
    round: { name: round.name, closesAt: closingInstant(round, submission) },
    commune: { id: commune.unitId, name: commune.name, kindLabel: commune.kindLabel },
    now,
    submission: {
      state: submissionState(submission),
      reference: submission.reference,
      submittedAt: submission.submittedAt,
    },
    editable: refuseWriting(file, now) === null,
    canSubmit: mayHandIn({ file }),
    canWithdraw: mayHandIn({ file }) && refuseByLink(file, 'withdraw', now) === null,
  };
}

/** The verdict over the answers saved so far, with the villages' names: only for the people of the link. */
const liveScorecard = ({ file }: Opened) =>
  scoreCommune(file.version.document, {
    ...communeInput(file, 'with-names'),
    ...earlierInputs(file.submission.communeId, file.earlier),
  });

export function overviewView(opened: Opened): OverviewView {
  const definition = opened.file.version.document;
  return {
    ...linkView(opened),
    definition,
    units: opened.assessments.map((assessment) => unitView(definition, assessment)),
    // A village's link opens that village only, and the verdict is about the others too.
    scorecard: mayHandIn(opened) ? liveScorecard(opened) : null,
  };
}

interface Step {
  unit: Assessment;
  section: Section;
}

/** Every section of every unit in the order in which they are filled in. */
const steps = ({ file, assessments }: Opened): Step[] =>
  assessments.flatMap((unit) => sectionsOf(file.version.document, unit).map((section) => ({ unit, section })));

const stepLink = (base: string, current: Step, step: Step | undefined) => {
  if (!step) return null;
  const label = step.section.label.vi ?? step.section.name;
  const { unit } = step.unit;
  return {
    href: `${base}/${unit.unitId}/${step.section.name}`,
    label: step.unit === current.unit ? label : `${unitTitle(unit)}: ${label}`,
  };
};

/** The step that a path names. A unit outside the link is as unknown as one that does not exist. */
export function findStep(opened: Opened, unitId: string, sectionName: string): Step {
  const unit = opened.assessments.find(({ unit }) => unit.unitId === unitId);
  if (!unit) throw new Problem('unit_unknown');
  const section = sectionsOf(opened.file.version.document, unit).find(({ name }) => name === sectionName);
  if (!section) throw new Problem('section_unknown');
  return { unit, section };
}

const neighbour = (opened: Opened, step: Step, distance: 1 | -1) => {
  const all = steps(opened);
  const at = all.findIndex(({ unit, section }) => unit === step.unit && section === step.section);
  return stepLink(opened.base, step, all[at + distance]);
};

/** Where the reader goes from a section: the unit's next section, the next unit's first, or nowhere at the end. */
export const nextStep = (opened: Opened, step: Step) => neighbour(opened, step, 1);

export function sectionView(
  opened: Opened,
  step: Step,
  state: { conflict: SectionView['conflict']; saved: boolean; show: Assessment },
): SectionView {
  const definition = opened.file.version.document;
  const names = new Set(step.section.questions.map(({ name }) => name));
  return {
    ...linkView(opened),
    unit: unitView(definition, step.unit),
    section: step.section,
    definition,
    next: nextStep(opened, step),
    previous: neighbour(opened, step, -1),
    revision: step.unit.revision,
    saveId: newId(),
    answers: state.show.answers,
    raw: state.show.raw,
    relevant: state.show.relevant,
    choices: state.show.choices,
    issues:
      state.show.revision === 0
        ? []
        : state.show.issues.filter(
            ({ path, related = [] }) => names.has(path) || related.some((name) => names.has(name)),
          ),
    conflict: state.conflict,
    saved: state.saved,
    ...(step.unit.before ? { lastRound: { name: 'Kỳ trước', answers: step.unit.before } } : {}),
  };
}

export function reviewView(opened: Opened, reasons: Record<string, string>, refused: boolean): ReviewView {
  const definition = opened.file.version.document;
  const { errors, confirmations } = findingsOf(definition, opened.assessments);
  const toView = ({ key, unitId, unitName, message, section, question }: Finding): FindingView => ({
    key,
    unitId,
    unitName,
    message,
    href: `${opened.base}/${unitId}/${section}${question === null ? '' : `#q-${question}`}`,
    reason: reasons[key] ?? '',
  });
  return {
    ...linkView(opened),
    definition,
    scorecard: liveScorecard(opened),
    errors: errors.map(toView),
    confirmations: confirmations.map(toView),
    refused,
    submissionId: newId(),
    inputsVersion: inputsVersionOf(opened.file),
  };
}

export function receiptView(opened: Opened): ReceiptView {
  return {
    ...linkView(opened),
    definition: opened.file.version.document,
    scorecard: opened.file.submission.submittedAt === null ? null : liveScorecard(opened),
  };
}

export function withdrawView(opened: Opened): WithdrawView {
  return { ...linkView(opened), revision: opened.file.submission.revision };
}
