import { type Context, Hono } from 'hono';
import { etag } from 'hono/etag';
import * as v from 'valibot';
import { readGuard, staffGuard } from '../../auth/guard.ts';
import { guardedRead } from '../../auth/guarded-read.ts';
import { localDay } from '../../db/local-time.ts';
import type { App } from '../../env.ts';
import { expectedRevision, revisionTag } from '../../http/if-match.ts';
import { operation } from '../../http/operation.ts';
import { Problem } from '../../http/problem.ts';
import { JSON_TYPE, requireType, valid } from '../../http/valid.ts';
import { Day, Id, Level, Limit } from '../../http/wire.ts';
import { writing } from '../../http/writing.ts';
import { tooLate } from '../refusals.ts';
import { UnitPath } from '../wire.ts';
import { Geometry, MAX_BYTES } from './geometry.ts';
import { boundariesOn, boundaryOf, deleteBoundary, saveBoundary } from './store.ts';

const GEOJSON = 'application/geo+json';

const Revision = v.object({ revision: v.number() });

const FeatureCollection = v.object({
  type: v.literal('FeatureCollection'),
  features: v.array(v.any()),
  nextCursor: v.nullable(Id),
});

const Query = v.object({
  asOf: v.optional(Day),
  level: v.optional(Level),
  limit: v.optional(Limit(200), '100'),
  cursor: v.optional(Id, '00000000-0000-0000-0000-000000000000'),
});

/** The unit of the path when it is of the revision that the caller has seen. */
async function seenUnit(c: Context<App>, unitId: string) {
  const revision = expectedRevision(c);
  const unit = await boundaryOf(c.get('tenant').db, unitId).get();
  if (!unit) throw new Problem('unit_unknown');
  if (unit.revision !== revision) throw new Problem('revision_mismatch');
  return unit;
}

/** The outline of one unit. */
export const boundary = new Hono<App>()
  .get(
    '/',
    operation({
      id: 'getBoundary',
      tag: 'Units',
      summary: "A unit's outline",
      permission: 'unit.read',
      keys: true,
      success: { status: 200, schema: Geometry, description: 'A GeoJSON geometry', media: GEOJSON },
      problems: ['unit_unknown', 'boundary_unknown', 'invalid_request'],
    }),
    readGuard('unit.read'),
    valid('param', UnitPath),
    async (c) => {
      const [[found]] = await guardedRead(c, 'unit.read', [
        boundaryOf(c.get('tenant').db, c.req.valid('param').unitId),
      ]);
      if (!found) throw new Problem('unit_unknown');
      if (found.geometry === null) throw new Problem('boundary_unknown');
      c.header('ETag', revisionTag(found.revision));
      return c.body(found.geometry, 200, { 'Content-Type': GEOJSON });
    },
  )
  .put(
    '/',
    operation({
      id: 'saveBoundary',
      tag: 'Units',
      summary: "Set a unit's outline",
      description: 'A GeoJSON Polygon or MultiPolygon of at most 64 KB. `If-Match` is the revision of the unit.',
      permission: 'unit.write',
      body: true,
      success: { status: 200, schema: Revision, description: "The unit's new revision" },
      problems: [
        ...(['unit_unknown', 'precondition_required', 'revision_mismatch'] as const),
        ...(['boundary_invalid', 'boundary_too_large'] as const),
      ],
    }),
    staffGuard('unit.write'),
    valid('param', UnitPath),
    async (c) => {
      requireType(c, JSON_TYPE, GEOJSON);
      const body: unknown = await c.req.json().catch(() => {
        throw new Problem('malformed_json');
      });
      const { success, output, issues } = v.safeParse(Geometry, body, { abortEarly: true });
      if (!success) {
        const errors = issues.map((issue) => ({
          path: v.getDotPath(issue) ?? '',
          code: issue.type,
          detail: issue.message,
        }));
        throw new Problem('boundary_invalid', errors);
      }
      const geometry = JSON.stringify(output);
      if (geometry.length > MAX_BYTES) throw new Problem('boundary_too_large');
      const unit = await seenUnit(c, c.req.valid('param').unitId);
      await saveBoundary(c.get('tenant').db, unit, geometry, writing(c)).catch(tooLate);
      c.header('ETag', revisionTag(unit.revision + 1));
      return c.json({ revision: unit.revision + 1 });
    },
  )
  .delete(
    '/',
    operation({
      id: 'deleteBoundary',
      tag: 'Units',
      summary: "Take a unit's outline away",
      permission: 'unit.write',
      success: { status: 200, schema: Revision, description: "The unit's new revision" },
      problems: [
        ...(['unit_unknown', 'boundary_unknown'] as const),
        ...(['precondition_required', 'revision_mismatch', 'invalid_request'] as const),
      ],
    }),
    staffGuard('unit.write'),
    valid('param', UnitPath),
    async (c) => {
      const unit = await seenUnit(c, c.req.valid('param').unitId);
      if (unit.geometry === null) throw new Problem('boundary_unknown');
      await deleteBoundary(c.get('tenant').db, unit, writing(c)).catch(tooLate);
      c.header('ETag', revisionTag(unit.revision + 1));
      return c.json({ revision: unit.revision + 1 });
    },
  );

/** All outlines, for a map. */
export const boundaries = new Hono<App>().get(
  '/',
  etag(),
  operation({
    id: 'listBoundaries',
    tag: 'Units',
    summary: 'The outlines of the units that stand on a day, as one GeoJSON FeatureCollection',
    description: 'At most 200 at a time; pass `nextCursor` on as `cursor` until it is null.',
    permission: 'unit.read',
    keys: true,
    success: { status: 200, schema: FeatureCollection, description: 'A feature a unit', media: GEOJSON },
    problems: ['invalid_request'],
  }),
  readGuard('unit.read'),
  valid('query', Query),
  async (c) => {
    const { asOf: day = localDay(new Date().toISOString()), level, limit, cursor } = c.req.valid('query');
    const filter = { day, level, after: cursor, limit: limit + 1 };
    const [rows] = await guardedRead(c, 'unit.read', [boundariesOn(c.get('tenant').db, filter)]);
    const page = rows.slice(0, limit);
    // Put together as text: the outlines are stored as JSON, and large.
    const features = page.map(({ unitId, level, name, kindLabel, code, parentId, geometry }) => {
      const properties = JSON.stringify({ level, name, kindLabel, code, parentId });
      return `{"type":"Feature","id":"${unitId}","properties":${properties},"geometry":${geometry}}`;
    });
    const nextCursor = JSON.stringify(rows.length > limit ? page.at(-1)!.unitId : null);
    const body = `{"type":"FeatureCollection","features":[${features.join(',')}],"nextCursor":${nextCursor}}`;
    return c.body(body, 200, { 'Content-Type': GEOJSON });
  },
);
