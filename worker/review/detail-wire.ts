import * as v from 'valibot';
import { textIn } from '../../forms/index.ts';
import { Id, Level, Timestamp } from '../http/wire.ts';
import { UnitWire, unitToWire } from '../rounds/unit-wire.ts';
import { FindingWire } from '../submissions/wire.ts';
import type { ReviewDetail } from './detail.ts';
import { explainOutlier } from './outlier-text.ts';
import { FileEntries, fileToWire, VerdictEntries } from './wire.ts';

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
          before: v.number(),
          now: v.number(),
        }),
      ),
    }),
  ),
  outliers: v.array(
    v.object({
      question: v.string(),
      label: v.string(),
      comparison: v.picklist(['like_communes', 'previous_round']),
      figure: v.number(),
      before: v.nullable(v.number()),
      value: v.pipe(v.number(), v.description('Per 1,000 inhabitants; or (figure + 1) ÷ (before + 1)')),
      median: v.number(),
      z: v.pipe(v.number(), v.description('Modified z-score; an outlier lies beyond 3.5 on either side')),
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

export function detailToWire(detail: ReviewDetail): v.InferInput<typeof DetailWire> {
  const { submission, unit, ready, index, stale, mayVerify, inRecognition, closesAt, errors, confirmations } = detail;
  return {
    figures: detail.figures,
    unit: unitToWire(unit),
    ...fileToWire(submission),
    reference: submission.reference,
    closesAt,
    ...{ ready, index, stale, mayVerify, inRecognition },
    findings: { errors, confirmations },
    largeChanges: detail.changes.map(({ unit, changes }) => ({
      unit: { ...unitToWire(unit), level: unit.level },
      changes: changes.map(({ question: { name, label }, before, now }) => ({
        ...{ question: name, label: textIn(label, 'vi') || name, before, now },
      })),
    })),
    outliers: detail.outliers.map((outlier) => ({ ...outlier, explanation: explainOutlier(outlier) })),
    comments: detail.comments.map(({ id, stepId, unitId, question, text, createdAt }) => ({
      ...{ id, stepId, unitId, question, text, createdAt },
    })),
    steps: detail.steps.map(({ id, kind, at, actorKind, actorId, detail }) => ({
      ...{ id, kind, at, actorKind, actorId, detail },
    })),
  };
}
