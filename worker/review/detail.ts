import { type FormDefinition, textIn } from '../../forms/index.ts';
import type { Figures } from '../disclosure/figures.ts';
import { fileAsSeen } from '../disclosure/file-as-seen.ts';
import { closingInstant } from '../rounds/state.ts';
import { assessFile } from '../submissions/assess.ts';
import { findingsOf } from '../submissions/findings.ts';
import { type LargeChange, largeChanges } from '../submissions/large-changes.ts';
import { submissionState } from '../submissions/state.ts';
import { type Compared, type Outlier, outliersAmong } from './outliers.ts';
import { mayVerify } from './separation-of-duties.ts';
import type { ReviewFile } from './store.ts';

interface Detailed {
  file: ReviewFile;
  /** All communes of the round, to see this one among them. */
  communes: Compared[];
  scored: { ready: boolean | null; index: number | null; inputsVersion: number } | undefined;
}

/** A question as people know it; its name where the form does not ask it any more. */
function labelOf(definition: FormDefinition, name: string): string {
  const questions = definition.sections.flatMap(({ questions }) => questions);
  const question = questions.find((each) => each.name === name);
  return (question && textIn(question.label, 'vi')) || name;
}

/** Who reads it, when and how. */
interface Reading {
  userId: string;
  now: string;
  figures: Figures;
}

/** Everything that a reviewer weighs about one file. */
export function detailOf({ file, communes, scored }: Detailed, { userId, now, figures }: Reading) {
  const { submission, round, version, units } = file;
  const { communeId, reasons } = submission;
  const definition = version.document;
  // As it was judged when it was handed in; what is still being typed is judged now.
  const { assessments } = fileAsSeen(file, assessFile(file, submission.submittedAt ?? now), figures);
  const { errors, confirmations } = findingsOf(definition, assessments);
  const changes = assessments.flatMap(({ unit, before, answers }) => {
    const found: LargeChange[] = before ? largeChanges(definition, unit.level, before, answers) : [];
    return found.length > 0 ? [{ unit, changes: found }] : [];
  });
  const outliers = outliersAmong(communes).get(communeId) ?? [];
  return {
    figures,
    unit: units.find(({ unitId }) => unitId === communeId)!,
    submission,
    state: submissionState(submission),
    closesAt: closingInstant(round, submission),
    ready: scored?.ready ?? null,
    index: scored?.index ?? null,
    stale: (scored?.inputsVersion ?? 0) < submission.inputsVersion,
    mayVerify: mayVerify(userId, file),
    inRecognition: file.inRecognition,
    errors,
    confirmations: confirmations.map((finding) => ({ ...finding, reason: reasons[finding.key] ?? null })),
    changes,
    outliers: outliers.map((outlier: Outlier) => ({ ...outlier, label: labelOf(definition, outlier.question) })),
    comments: file.comments,
    steps: file.steps,
  };
}

export type ReviewDetail = ReturnType<typeof detailOf>;
