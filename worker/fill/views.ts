import { personalDataIssue, scoreCommune, textIn } from '../../forms/index.ts';
import { neighbourOf, otherUnitsOf, type Step, stepsOf, unitViewOf } from '../../web/fill/assemble.ts';
import { offeredLanguages } from '../../web/fill/language.ts';
import { largeChangeIssues } from '../../web/fill/large-change.ts';
import { textOf } from '../../web/fill/text.ts';
import type {
  Finding as FindingView,
  LinkView,
  OverviewView,
  ReceiptView,
  ReviewView,
  SectionView,
  WithdrawView,
} from '../../web/fill/view.ts';
import { newId } from '../db/id.ts';
import { Problem } from '../http/problem.ts';
import { communeInput } from '../scores/commune-input.ts';
import { answersIn, earlierInputs } from '../scores/earlier-rounds.ts';
import type { Assessment } from '../submissions/assess.ts';
import type { CommentRow, CommuneFile } from '../submissions/file.ts';
import { type Finding, findingsOf } from '../submissions/findings.ts';
import { inputsVersionOf } from '../submissions/inputs-version.ts';
import { refuseByLink, refuseWriting } from '../submissions/open-file.ts';
import { submissionState } from '../submissions/state.ts';
import { commentViews, sectionComments } from './comment-views.ts';
import { roundView } from './round-view.ts';
import { fillScript } from './script.ts';

export interface Opened {
  file: CommuneFile;
  /** The units that the link shows. */
  assessments: Assessment[];
  /** What the reviewer wrote when returning the file, as far as the link shows it. */
  comments: CommentRow[];
  base: string;
  /** The reader's (fill/language.ts). */
  language: string;
  nonce: string;
  now: string;
  /** Set where nothing is kept: a form tried out over invented units (preview/). */
  preview?: LinkView['preview'];
}

/** Only a commune's link hands in the file; a village's link does not. */
export const mayHandIn = ({ file: { link } }: Pick<Opened, 'file'>): boolean => link.unitId === link.communeId;

export function linkView({ file, base, language, nonce, now, preview }: Opened): LinkView {
  const { round, version, units, submission, link } = file;
  const commune = units.find(({ unitId }) => unitId === link.communeId)!;
  return {
    language,
    languages: offeredLanguages(version.document),
    base,
    nonce,
    // The script keeps and sends what is typed, which a form that is only tried out has no place for.
    script: preview ? null : fillScript,
    form: { title: textIn(version.document.title, language) || version.document.id },
    round: roundView(round, submission, { now, language }),
    commune: { id: commune.unitId, name: commune.name, kindLabel: commune.kindLabel },
    now,
    submission: {
      state: submissionState(submission),
      reference: submission.reference,
      submittedAt: submission.submittedAt,
    },
    ...(preview ? { preview } : {}),
    editable: refuseWriting(file, now) === null,
    canSubmit: mayHandIn({ file }),
    canWithdraw: !preview && mayHandIn({ file }) && refuseByLink(file, 'withdraw', now) === null,
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
    units: opened.assessments.map((assessment) => unitViewOf(definition, assessment, opened.language)),
    // A village's link opens that village only, and the verdict is about the others too.
    scorecard: mayHandIn(opened) ? liveScorecard(opened) : null,
    comments: commentViews(opened),
  };
}

/** Every section of every unit in the order in which they are filled in. */
const steps = ({ file, assessments }: Opened) => stepsOf(file.version.document, assessments);

/** The step that a path names. A unit outside the link is as unknown as one that does not exist. */
export function findStep(opened: Opened, unitId: string, sectionName: string): Step<Assessment> {
  const unit = opened.assessments.find(({ unit }) => unit.unitId === unitId);
  if (!unit) throw new Problem('unit_unknown');
  const step = steps(opened).find((each) => each.unit === unit && each.section.name === sectionName);
  if (!step) throw new Problem('section_unknown');
  return step;
}

const neighbour = (opened: Opened, step: Step<Assessment>, distance: 1 | -1) =>
  neighbourOf(opened.base, steps(opened), step, distance, opened.language);

/** Where the reader goes from a section: the unit's next section, the next unit's first, or nowhere at the end. */
export const nextStep = (opened: Opened, step: Step<Assessment>) => neighbour(opened, step, 1);

export function sectionView(
  opened: Opened,
  step: Step<Assessment>,
  state: { conflict: SectionView['conflict']; saved: boolean; show: Assessment },
): SectionView {
  const definition = opened.file.version.document;
  const names = new Set(step.section.questions.map(({ name }) => name));
  const { earlier } = opened.file;
  const baseline = answersIn(earlier, earlier.baselineRoundId, step.unit.unit.unitId);
  return {
    ...linkView(opened),
    unit: unitViewOf(definition, step.unit, opened.language),
    section: step.section,
    definition,
    next: nextStep(opened, step),
    previous: neighbour(opened, step, -1),
    others: otherUnitsOf(opened.base, steps(opened), step, opened.language),
    revision: step.unit.revision,
    saveId: newId(),
    answers: state.show.answers,
    raw: state.show.raw,
    relevant: state.show.relevant,
    choices: state.show.choices,
    issues:
      state.show.revision === 0
        ? []
        : [
            ...state.show.issues.filter(
              ({ path, related = [] }) => names.has(path) || related.some((name) => names.has(name)),
            ),
            ...largeChangeIssues(step.section, step.unit.before ?? {}, state.show.answers),
          ],
    comments: sectionComments(opened, step),
    conflict: state.conflict,
    saved: state.saved,
    ...(step.unit.before
      ? { lastRound: { name: textOf(opened.language).section.previousRound, answers: step.unit.before } }
      : {}),
    ...(baseline ? { baseline: { answers: baseline } } : {}),
  };
}

export function reviewView(opened: Opened, reasons: Record<string, string>, refused: boolean): ReviewView {
  const definition = opened.file.version.document;
  const { errors, confirmations } = findingsOf(definition, opened.assessments);
  const wrong = (reason: string) => {
    const issue = personalDataIssue('', reason);
    return issue && textIn(issue.message, opened.language);
  };
  const toView = ({ key, unitId, unitName, message, section, question }: Finding): FindingView => ({
    key,
    unitId,
    unitName,
    message: textIn(message, opened.language),
    href: `${opened.base}/${unitId}/${section}${question === null ? '' : `#q-${question}`}`,
    reason: reasons[key] ?? '',
    reasonWrong: wrong(reasons[key] ?? ''),
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
