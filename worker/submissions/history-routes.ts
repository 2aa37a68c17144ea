import { Hono } from 'hono';
import { staffGuard } from '../auth/guard.ts';
import { figuresReader } from '../disclosure/figures.ts';
import { maskDifferences } from '../disclosure/mask-differences.ts';
import type { App } from '../env.ts';
import { operation } from '../http/operation.ts';
import { accept, Problem } from '../http/problem.ts';
import { valid } from '../http/valid.ts';
import { refusePurged } from '../retention/refuse-purged.ts';
import { compareAnswers, inVersion } from './compare.ts';
import { findSide } from './find-side.ts';
import { revisionPage, unitHistory } from './history-store.ts';
import {
  CompareQuery,
  ComparisonWire,
  RevisionList,
  RevisionQuery,
  revisionToWire,
  UnitOfFilePath,
} from './history-wire.ts';

/** What became of one unit's answers, save by save. */
export const history = new Hono<App>()
  .get(
    '/revisions',
    operation({
      id: 'listRevisions',
      tag: 'Submissions',
      summary: "Every save of one unit's answers, newest first",
      permission: 'submission.read',
      success: { status: 200, schema: RevisionList, description: 'One page of saves' },
      problems: ['unit_unknown', 'answers_purged', 'invalid_request'],
    }),
    staffGuard('submission.read'),
    valid('param', UnitOfFilePath),
    valid('query', RevisionQuery),
    async (c) => {
      const { limit, cursor } = c.req.valid('query');
      const before = cursor === undefined ? null : Number(cursor);
      const found = await revisionPage(c.get('tenant').db, c.req.valid('param'), { limit, before });
      if (!found) throw new Problem('unit_unknown');
      const purged = refusePurged(found);
      if (purged) throw purged;
      const { rows } = found;
      const items = rows.slice(0, limit).map(revisionToWire);
      return c.json({ items, nextCursor: rows.length > limit ? String(items.at(-1)!.revision) : null });
    },
  )
  .get(
    '/compare',
    operation({
      id: 'compareRevisions',
      tag: 'Submissions',
      summary: "What differs between two states of one unit's answers, question by question",
      description:
        "Both are shown by the round's version of the form. Questions with the same answer are left out. Without `figures=exact` of counts that could identify somebody it is only said that they differ, and not even that of two rounds.",
      permission: 'submission.read',
      success: { status: 200, schema: ComparisonWire, description: 'The questions that differ' },
      problems: ['unit_unknown', 'revision_unknown', 'answers_purged', 'invalid_request'],
    }),
    staffGuard('submission.read'),
    valid('param', UnitOfFilePath),
    valid('query', CompareQuery),
    async (c) => {
      const { from, to, figures } = c.req.valid('query');
      const unitOfFile = c.req.valid('param');
      const subject = `round:${unitOfFile.roundId}/commune:${unitOfFile.communeId}`;
      const read = figuresReader(c, 'submission.read', { figures, subject });
      const found = await unitHistory(c.get('tenant').db, unitOfFile, read);
      if (!found) throw new Problem('unit_unknown');
      const purged = refusePurged(found);
      if (purged) throw purged;
      const { version, documents, unit } = found;
      const [before, after] = [from, to].map((name) =>
        inVersion(accept(findSide(found, name)), version, documents, unit.level),
      );
      const items = compareAnswers(version.document, unit.level, before!, after!);
      if (figures === 'exact') return c.json({ items: items.map((item) => ({ ...item, masked: false })) });
      const acrossRounds = [from, to].includes('previous-round');
      const sides = { definition: version.document, level: unit.level, acrossRounds };
      return c.json({ items: maskDifferences(sides, items) });
    },
  );
