import { Hono } from 'hono';
import { staffGuard } from '../auth/guard.ts';
import { FiguresQuery, figuresReader } from '../disclosure/figures.ts';
import type { App } from '../env.ts';
import { revisionTag } from '../http/if-match.ts';
import { operation } from '../http/operation.ts';
import { Problem } from '../http/problem.ts';
import { valid } from '../http/valid.ts';
import { refusePurged } from '../retention/refuse-purged.ts';
import { roundById } from '../rounds/store.ts';
import { RoundPath } from '../rounds/wire.ts';
import { fileOfCommune } from './file-store.ts';
import { FilePath, FileWire, fileToWire } from './file-wire.ts';
import { history } from './history-routes.ts';
import { submissionList } from './list-store.ts';
import { SubmissionList, submissionToWire } from './wire.ts';

export const submissions = new Hono<App>()
  .get(
    '/',
    operation({
      id: 'listSubmissions',
      tag: 'Submissions',
      summary: "Every commune's file in a round: its state and how far it has come",
      permission: 'submission.read',
      success: { status: 200, schema: SubmissionList, description: 'One item a commune' },
      problems: ['round_unknown', 'invalid_request'],
    }),
    staffGuard('submission.read'),
    valid('param', RoundPath),
    async (c) => {
      const { db } = c.get('tenant');
      const { roundId } = c.req.valid('param');
      const [[round], rows] = await db.read.batch([roundById(db, roundId), submissionList(db, roundId)]);
      if (!round) throw new Problem('round_unknown');
      return c.json({ items: rows.map(submissionToWire) });
    },
  )
  .get(
    '/:communeId',
    operation({
      id: 'getSubmission',
      tag: 'Submissions',
      summary: "One commune's file: its answers as they are saved, what is left to settle, and every step so far",
      permission: 'submission.read',
      success: { status: 200, schema: FileWire, description: 'The file' },
      problems: ['unit_unknown', 'answers_purged', 'invalid_request'],
    }),
    staffGuard('submission.read'),
    valid('param', FilePath),
    valid('query', FiguresQuery),
    async (c) => {
      const { roundId, communeId } = c.req.valid('param');
      const { figures } = c.req.valid('query');
      const subject = `round:${roundId}/commune:${communeId}`;
      const read = figuresReader(c, 'submission.read', { figures, subject });
      const file = await fileOfCommune(c.get('tenant').db, roundId, communeId, read);
      if (!file) throw new Problem('unit_unknown');
      const purged = refusePurged(file.round);
      if (purged) throw purged;
      c.header('ETag', revisionTag(file.submission.revision));
      return c.json(fileToWire(file, new Date().toISOString(), figures));
    },
  )
  .route('/:communeId/units/:unitId', history);
