import * as v from 'valibot';
import { sensitiveQuestions, textIn } from '../../forms/index.ts';
import type { Figures } from '../disclosure/figures.ts';
import { maskFindings } from '../disclosure/mask-findings.ts';
import { Id, Level, Timestamp } from '../http/wire.ts';
import { UnitWire, unitToWire } from '../rounds/unit-wire.ts';
import { FindingWire } from '../submissions/wire.ts';
import type { ReviewDetail } from './detail.ts';
import { explainOutlier, outlierWithoutNumbers } from './outlier-text.ts';
import { FileEntries, fileToWire, VerdictEntries } from './wire.ts';

const MaskedWire = v.pipe(
  v.boolean(),
  v.description('True where the numbers are left out because they could identify somebody'),
);

export const DetailWire = v.object({
  figures: v.picklist(['masked', 'exact']),
  unit: UnitWire,
  ...FileEntries,
  reference: v.nullable(v.string()),
  closesAt: v.pipe(
    v.nullable(Timestamp),
    v.description('The first instant at which nothing is taken from this commune'),
  ),
  ...VerdictEntries,
  mayVerify: v.pipe(v.boolean(), v.description('False for who made a link by which it was filled')),
  inRecognition: v.pipe(v.boolean(), v.description('Whether recognition rests on it, so that it cannot be returned')),
  findings: v.object({
    errors: v.array(FindingWire),
    confirmations: v.array(
      v.object({
        ...FindingWire.entries,
        reason: v.pipe(v.nullable(v.string()), v.description('What the commune wrote')),
      }),
    ),
  }),
  largeChanges: v.array(
    v.object({
      unit: v.object({ ...UnitWire.entries, level: Level }),
      changes: v.array(
        v.object({
          question: v.string(),
          label: v.string(),
          before: v.nullable(v.number()),
          now: v.nullable(v.number()),
          masked: MaskedWire,
        }),
      ),
    }),
  ),
  outliers: v.array(
    v.object({
      question: v.string(),
      label: v.string(),
      comparison: v.picklist(['like_communes', 'previous_round']),
      figure: v.nullable(v.number()),
      before: v.nullable(v.number()),
      value: v.pipe(v.nullable(v.number()), v.description('Per 1,000 inhabitants; or (figure + 1) ÷ (before + 1)')),
      median: v.nullable(v.number()),
      masked: MaskedWire,
      z: v.pipe(v.nullable(v.number()), v.description('Modified z-score; an outlier lies beyond 3.5 on either side')),
      explanation: v.object({ vi: v.string(), en: v.string() }),
    }),
  ),
  comments: v.pipe(
    v.array(
      v.object({
        id: Id,
        stepId: Id,
        unitId: v.nullable(Id),
        question: v.nullable(v.string()),
        text: v.string(),
        createdAt: Timestamp,
      }),
    ),
    v.description('Of all returns, oldest first'),
  ),
  steps: v.array(
    v.object({
      id: Id,
      kind: v.picklist(['submit', 'withdraw', 'return', 'verify', 'assign', 'extend']),
      at: Timestamp,
      actorKind: v.picklist(['staff', 'link', 'key', 'system']),
      actorId: v.string(),
      detail: v.record(v.string(), v.unknown()),
    }),
  ),
});

/** The median of the others may be one commune's own figure. */
const noNumbers = { figure: null, before: null, value: null, median: null, z: null };

export function detailToWire(detail: ReviewDetail, figures: Figures): v.InferInput<typeof DetailWire> {
  const { errors, confirmations, definition } = detail;
  const hidden = figures === 'exact' ? new Set<string>() : sensitiveQuestions(definition);
  const messages = figures === 'exact' ? detail : maskFindings(definition, { errors, confirmations });
  const { submission, unit, ready, index, stale, mayVerify, inRecognition, closesAt } = detail;
  return {
    figures,
    unit: unitToWire(unit),
    ...fileToWire(submission),
    reference: submission.reference,
    closesAt,
    ...{ ready, index, stale, mayVerify, inRecognition },
    findings: {
      errors: messages.errors,
      confirmations: confirmations.map((finding, i) => ({ ...finding, message: messages.confirmations[i]!.message })),
    },
    largeChanges: detail.changes.map(({ unit, changes }) => ({
      unit: { ...unitToWire(unit), level: unit.level },
      changes: changes.map(({ question: { name, label }, before, now }) => ({
        ...{ question: name, label: textIn(label, 'vi') || name },
        ...(hidden.has(name) ? { before: null, now: null, masked: true } : { before, now, masked: false }),
      })),
    })),
    outliers: detail.outliers.map((outlier) =>
      hidden.has(outlier.question)
        ? { ...outlier, ...noNumbers, masked: true, explanation: outlierWithoutNumbers(outlier) }
        : { ...outlier, masked: false, explanation: explainOutlier(outlier) },
    ),
    comments: detail.comments.map(({ id, stepId, unitId, question, text, createdAt }) => ({
      ...{ id, stepId, unitId, question, text, createdAt },
    })),
    steps: detail.steps.map(({ id, kind, at, actorKind, actorId, detail }) => ({
      ...{ id, kind, at, actorKind, actorId, detail },
    })),
  };
}
