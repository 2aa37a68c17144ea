import { Hono } from 'hono';
import type * as v from 'valibot';
import { staffGuard } from '../../auth/guard.ts';
import { hashOf } from '../../db/hash.ts';
import { expecting } from '../../db/precondition.ts';
import type { App } from '../../env.ts';
import { operation } from '../../http/operation.ts';
import { Problem } from '../../http/problem.ts';
import { valid, XLSX } from '../../http/valid.ts';
import { writing } from '../../http/writing.ts';
import { isFaults } from '../faults.ts';
import { lastVersion } from '../history.ts';
import { runImport } from '../import/run-import.ts';
import { ImportResult, ReorganisationImportQuery } from '../import/wire.ts';
import { faultless, tooLate } from '../refusals.ts';
import { unchanged, wholeState, writeUnits } from '../store.ts';
import { createdToWire } from '../wire.ts';
import { type Reorganised, reorganise } from './decide.ts';
import { planReorganisation } from './plan.ts';
import { readReorganisation, reorganisationHeadings } from './read-reorganisation.ts';
import { Reorganisation, ReorganisationResult } from './wire.ts';

const toWire = ({
  change,
  closed,
  moved,
}: Reorganised): Omit<v.InferInput<typeof ReorganisationResult>, 'dryRun' | 'snapshot'> => ({
  created: createdToWire(change.created).items,
  closed: closed.map((unit) => ({ unitId: unit.id, name: lastVersion(unit).name })),
  moved: moved.map(({ village, fromId, toId }) => ({
    unitId: village.id,
    name: lastVersion(village).name,
    fromId,
    toId,
  })),
  lineage: change.edges,
});

export const reorganisations = new Hono<App>()
  .post(
    '/',
    operation({
      id: 'reorganiseUnits',
      tag: 'Units',
      summary: 'End units, create others out of them and move their villages, by one act on one day',
      description:
        'All or nothing. Lineage is recorded with it; villages keep their identity and belong to the new communes from that day. `dryRun` says what would happen.',
      permission: 'unit.write',
      body: true,
      success: { status: 200, schema: ReorganisationResult, description: 'What happens, or happened' },
      problems: ['reorganisation_refused', 'kind_unknown', 'import_outdated', 'conflict'],
    }),
    staffGuard('unit.write'),
    valid('json', Reorganisation),
    async (c) => {
      const by = writing(c);
      const { db } = c.get('tenant');
      const { dryRun, snapshot: seen, ...command } = c.req.valid('json');
      const state = await wholeState(db);
      const snapshot = await hashOf([state.unitsVersion, state.kinds, command]);
      if (seen !== undefined && seen !== snapshot) throw new Problem('import_outdated');
      const decided = faultless(c, reorganise(state, command, by.now), 'reorganisation_refused');
      if (!dryRun) {
        const { date, legalAct } = command;
        const { created, changed, edges } = decided.change;
        const detail = { date, legalAct, created: created.length, changed: changed.length, edges: edges.length };
        const expected = [expecting('state', unchanged.all(state.unitsVersion))];
        await writeUnits(db, decided.change, expected, { act: 'unit.reorganise', subject: 'units', detail }, by).catch(
          tooLate,
        );
      }
      return c.json({ dryRun, snapshot, ...toWire(decided) });
    },
  )
  .post(
    '/import',
    operation({
      id: 'importReorganisation',
      tag: 'Units',
      summary: 'Preview or apply a plan of reorganisation from CSV or XLSX',
      description: `A row says into what one old unit goes over. The body is the file itself, \`text/csv\` or \`${XLSX}\`; previews, snapshots and refusals as with lists of units.`,
      permission: 'unit.write',
      success: { status: 200, schema: ImportResult, description: 'What the rows do, or did' },
      problems: [
        ...(['invalid_request', 'unsupported_media_type', 'body_too_large', 'conflict'] as const),
        ...(['import_unreadable', 'import_too_large', 'import_refused', 'import_outdated'] as const),
      ],
    }),
    staffGuard('unit.write'),
    valid('query', ReorganisationImportQuery),
    async (c) => {
      const result = await runImport(c, c.req.valid('query'), {
        headings: reorganisationHeadings,
        options: {},
        act: 'unit.reorganise',
        plan(table, state, now) {
          const rows = readReorganisation(table);
          return isFaults(rows) ? rows : planReorganisation(rows, state, now);
        },
      });
      return c.json(result);
    },
  );
