import * as v from 'valibot';

/** Longitude, latitude in degrees of WGS 84 and perhaps a height, which maps of areas do not need. */
const WgsPosition = v.pipe(
  v.array(v.pipe(v.number(), v.finite())),
  v.minLength(2),
  v.maxLength(3),
  v.check(([longitude = 0, latitude = 0]) => Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90, 'outside WGS 84'),
  v.transform(([longitude, latitude]): [number, number] => [longitude!, latitude!]),
);

/** A line that ends where it begins, around something (RFC 7946 §3.1.6). */
const Ring = v.pipe(
  v.array(WgsPosition),
  v.minLength(4),
  v.check((positions) => `${positions[0]}` === `${positions.at(-1)}`, 'a ring ends where it begins'),
);
const PolygonRings = v.pipe(v.array(Ring), v.minLength(1));

/** The outline of a unit: the geometry of a GeoJSON feature. */
export const Geometry = v.variant('type', [
  v.object({ type: v.literal('Polygon'), coordinates: PolygonRings }),
  v.object({ type: v.literal('MultiPolygon'), coordinates: v.pipe(v.array(PolygonRings), v.minLength(1)) }),
]);

/** Bytes of one outline as it is stored: some 3,000 points, which is more than a map of a commune shows. */
export const MAX_BYTES = 64 * 1024;
