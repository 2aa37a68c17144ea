import { Hono } from 'hono';
import { etag } from 'hono/etag';
import { readGuard, staffGuard } from '../auth/guard.ts';
import { guardedRead } from '../auth/guarded-read.ts';
import { localDay } from '../db/local-time.ts';
import type { App } from '../env.ts';
import { recognitionCsv } from '../exports/recognition-csv.ts';
import { revisionTag } from '../http/if-match.ts';
import { operation } from '../http/operation.ts';
import { accept, Problem } from '../http/problem.ts';
import { valid } from '../http/valid.ts';
import { wantsCsv } from '../http/wants-csv.ts';
import { writing } from '../http/writing.ts';
import { fold } from '../units/search-key.ts';
import { selectFiles } from './list-store.ts';
import { propose } from './propose.ts';
import { ofBasis, steps } from './step-routes.ts';
import { insertProposal, proposalState } from './store.ts';
import { FileChange, FilePath, filesToWire, ListQuery, NewProposal, RecognitionList, RecognitionWire } from './wire.ts';
import { writeOrExplain } from './write-or-explain.ts';

const today = () => localDay(new Date().toISOString());

export const recognition = new Hono<App>()
  .get(
    '/',
    etag(),
    operation({
      id: 'listRecognition',
      tag: 'Recognition',
      summary: "The province's list: every commune's file of recognition",
      description:
        'In the order of the proposals; a commune whose first file ended has another one behind it. `asOf` gives the list as it stood on a day: decisions dated later are not seen, and communes are called as they were. Page with `cursor`, or ask for CSV with `Accept: text/csv` or `format=csv`.',
      permission: 'recognition.read',
      keys: true,
      success: { status: 200, schema: RecognitionList, description: 'One item a file', csv: true },
      problems: ['invalid_request'],
    }),
    readGuard('recognition.read'),
    valid('query', ListQuery),
    async (c) => {
      const { state, asOf, q, limit, cursor, format } = c.req.valid('query');
      const search = q === undefined ? undefined : fold(q.trim());
      const selection = { day: asOf ?? today(), state, search, after: cursor, limit };
      const queries = selectFiles(c.get('tenant').db, selection);
      const [files, taken] = await guardedRead(c, 'recognition.read', queries);
      const items = filesToWire(files, taken);
      c.header('Vary', 'Accept');
      if (wantsCsv(c, format)) {
        c.header('Content-Disposition', 'attachment; filename="recognition.csv"');
        return c.body(recognitionCsv(items), 200, { 'Content-Type': 'text/csv; charset=utf-8' });
      }
      return c.json({ items, nextCursor: items.length === limit ? items.at(-1)!.id : null });
    },
  )
  .post(
    '/',
    operation({
      id: 'proposeRecognition',
      tag: 'Recognition',
      summary: 'Propose a commune for recognition',
      description:
        'From a round in which its file is verified and its score says ready. A commune has one file that has not ended at most.',
      permission: 'recognition.propose',
      body: true,
      success: { status: 201, schema: FileChange, description: 'The file, proposed' },
      problems: ['round_unknown', 'unit_unknown', 'recognition_exists', ...ofBasis],
    }),
    staffGuard('recognition.propose'),
    valid('json', NewProposal),
    async (c) => {
      const { db } = c.get('tenant');
      const by = writing(c);
      const { unitId, roundId, ...body } = c.req.valid('json');
      const decided = async () => {
        const state = await proposalState(db, roundId, unitId, body.decisionDate);
        return accept(propose(state, { unitId, decision: body }, by));
      };
      const proposal = await decided();
      await writeOrExplain(() => insertProposal(db, proposal, by), decided);
      const { id, revision } = proposal.file;
      c.header('ETag', revisionTag(revision));
      return c.json({ id, unitId, state: proposal.row.step, revision }, 201);
    },
  )
  .get(
    '/:fileId',
    operation({
      id: 'getRecognition',
      tag: 'Recognition',
      summary: 'One file of recognition with all its steps',
      description: 'Its `ETag` is what `If-Match` of the next step names.',
      permission: 'recognition.read',
      keys: true,
      success: { status: 200, schema: RecognitionWire, description: 'The file' },
      problems: ['recognition_unknown', 'invalid_request'],
    }),
    readGuard('recognition.read'),
    valid('param', FilePath),
    async (c) => {
      const queries = selectFiles(c.get('tenant').db, { day: today(), fileId: c.req.valid('param').fileId });
      const [files, taken] = await guardedRead(c, 'recognition.read', queries);
      const [file] = filesToWire(files, taken);
      if (!file) throw new Problem('recognition_unknown');
      c.header('ETag', revisionTag(file.revision));
      return c.json(file);
    },
  )
  .route('/:fileId', steps);
