import { Hono } from 'hono';
import { staffGuard } from '../auth/guard.ts';
import { staffWith } from '../auth/staff.ts';
import { FiguresQuery, figuresReader } from '../disclosure/figures.ts';
import type { App } from '../env.ts';
import { expectedRevision, revisionTag } from '../http/if-match.ts';
import { operation } from '../http/operation.ts';
import { Problem } from '../http/problem.ts';
import type { ProblemCode } from '../http/problems.ts';
import { valid } from '../http/valid.ts';
import { writing } from '../http/writing.ts';
import { refusePurged } from '../retention/refuse-purged.ts';
import { RoundPath } from '../rounds/wire.ts';
import { assign, returnToCommune, verify } from './acts.ts';
import { detailOf } from './detail.ts';
import { DetailWire, detailToWire } from './detail-wire.ts';
import { outliersAmong } from './outliers.ts';
import { queueOf } from './queue.ts';
import { queueState, reviewDetail } from './store.ts';
import {
  AssignBody,
  fileToWire,
  QueueQuery,
  QueueWire,
  queueToWire,
  ReturnBody,
  ReviewerList,
  ReviewFileWire,
  ReviewPath,
} from './wire.ts';

const TAG = 'Review';
const ACT_PROBLEMS: ProblemCode[] = [
  ...(['unit_unknown', 'invalid_request', 'precondition_required', 'revision_mismatch'] as const),
  ...(['state_not_allowed', 'answers_purged', 'conflict'] as const),
];
const success = { status: 200 as const, schema: ReviewFileWire, description: 'The file, with its new `ETag`' };

export const review = new Hono<App>()
  .get(
    '/',
    operation({
      id: 'listReview',
      tag: TAG,
      summary: 'The files of a round as a reviewer works through them, the longest waiting first',
      description:
        'Filters combine. `outlier` marks figures that lie far from those of like communes, or a change far from that of the others, by a robust z-score. Without `figures=exact` flags follow from what everybody may know: from no count that could identify somebody.',
      permission: 'submission.read',
      success: { status: 200, schema: QueueWire, description: 'One item a commune, with counts for the filters' },
      problems: ['round_unknown', 'invalid_request'],
    }),
    staffGuard('submission.read'),
    valid('param', RoundPath),
    valid('query', QueueQuery),
    async (c) => {
      const { limit, cursor, figures, ...filter } = c.req.valid('query');
      const { roundId } = c.req.valid('param');
      const read = figuresReader(c, 'submission.read', { figures, subject: `round:${roundId}` });
      const state = await queueState(c.get('tenant').db, roundId, { figures, read });
      if (!state) throw new Problem('round_unknown');
      const assignedTo = filter.assignedTo === 'me' ? c.get('actor').id : filter.assignedTo;
      const outliers = new Set(outliersAmong(state.communes).keys());
      const queue = queueOf(state.files, outliers, { ...filter, assignedTo }, { limit, cursor: cursor ?? null });
      return c.json(queueToWire(queue, figures));
    },
  )
  .get(
    '/reviewers',
    operation({
      id: 'listReviewers',
      tag: TAG,
      summary: 'The people to whom a file can be assigned',
      permission: 'submission.read',
      success: { status: 200, schema: ReviewerList, description: 'The reviewers of the province, by name' },
    }),
    staffGuard('submission.read'),
    async (c) => {
      const items = await staffWith(c.env, 'submission.review', c.get('tenant').code, c.get('requestId'));
      return c.json({ items });
    },
  )
  .get(
    '/:communeId',
    operation({
      id: 'getReview',
      tag: TAG,
      summary: "What a reviewer weighs about one commune's file",
      description:
        'To verify it, ask with `figures=exact`: without, counts that could identify somebody are left out, and so are findings, changes and outliers that follow from them.',
      permission: 'submission.review',
      success: { status: 200, schema: DetailWire, description: 'The file; `ETag` is its revision' },
      problems: ['unit_unknown', 'answers_purged', 'invalid_request'],
    }),
    staffGuard('submission.review'),
    valid('param', ReviewPath),
    valid('query', FiguresQuery),
    async (c) => {
      const { roundId, communeId } = c.req.valid('param');
      const { figures } = c.req.valid('query');
      const subject = `round:${roundId}/commune:${communeId}`;
      const read = figuresReader(c, 'submission.review', { figures, subject });
      const found = await reviewDetail(c.get('tenant').db, roundId, communeId, { figures, read });
      if (!found) throw new Problem('unit_unknown');
      const purged = refusePurged(found.file.round);
      if (purged) throw purged;
      c.header('ETag', revisionTag(found.file.submission.revision));
      return c.json(
        detailToWire(detailOf(found, { userId: c.get('actor').id, now: new Date().toISOString(), figures })),
      );
    },
  )
  .post(
    '/:communeId/return',
    operation({
      id: 'returnSubmission',
      tag: TAG,
      summary: 'Return a file to its commune, with comments',
      description:
        'Its answers count no more until it is handed in again. A verified file can be returned as long as no recognition rests on it.',
      permission: 'submission.review',
      body: true,
      success,
      problems: [...ACT_PROBLEMS, 'editing_end_needed', 'extension_not_later', 'nothing_to_extend'],
    }),
    staffGuard('submission.review'),
    valid('param', ReviewPath),
    valid('json', ReturnBody),
    async (c) => {
      const command = { ...c.req.valid('json'), revision: expectedRevision(c) };
      const row = await returnToCommune(c.get('tenant').db, c.req.valid('param'), command, writing(c));
      c.header('ETag', revisionTag(row.revision));
      return c.json(fileToWire(row));
    },
  )
  .post(
    '/:communeId/verify',
    operation({
      id: 'verifySubmission',
      tag: TAG,
      summary: 'Verify a file as it was handed in',
      permission: 'submission.verify',
      success,
      problems: [...ACT_PROBLEMS, 'separation_of_duties'],
    }),
    staffGuard('submission.verify'),
    valid('param', ReviewPath),
    async (c) => {
      const row = await verify(c.get('tenant').db, c.req.valid('param'), expectedRevision(c), writing(c));
      c.header('ETag', revisionTag(row.revision));
      return c.json(fileToWire(row));
    },
  )
  .post(
    '/:communeId/assign',
    operation({
      id: 'assignSubmission',
      tag: TAG,
      summary: 'Say who is to review a file',
      permission: 'submission.review',
      body: true,
      success,
      problems: [...ACT_PROBLEMS, 'reviewer_unknown'],
    }),
    staffGuard('submission.review'),
    valid('param', ReviewPath),
    valid('json', AssignBody),
    async (c) => {
      const { userId } = c.req.valid('json');
      const { db, code } = c.get('tenant');
      const revision = expectedRevision(c);
      const reviewers = await staffWith(c.env, 'submission.review', code, c.get('requestId'));
      const command = { revision, userId, isReviewer: reviewers.some(({ id }) => id === userId) };
      const row = await assign(db, c.req.valid('param'), command, writing(c));
      c.header('ETag', revisionTag(row.revision));
      return c.json(fileToWire(row));
    },
  );
