import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { Geometry } from './geometry.ts';

const square = [
  [103.5, 22.3],
  [103.6, 22.3],
  [103.6, 22.4],
  [103.5, 22.3],
];

describe('an outline', () => {
  test.each([
    ['a polygon', { type: 'Polygon', coordinates: [square] }],
    ['a polygon with a hole', { type: 'Polygon', coordinates: [square, square] }],
    ['several polygons', { type: 'MultiPolygon', coordinates: [[square], [square]] }],
    [
      'the ends of the earth',
      {
        type: 'Polygon',
        coordinates: [
          [
            [-180, -90],
            [180, -90],
            [180, 90],
            [-180, -90],
          ],
        ],
      },
    ],
  ])('%s is one', (_, geometry) => {
    expect(v.is(Geometry, geometry)).toBe(true);
  });

  test.each([
    ['a point', { type: 'Point', coordinates: [103, 22] }],
    ['a feature', { type: 'Feature', geometry: { type: 'Polygon', coordinates: [square] } }],
    ['no ring', { type: 'Polygon', coordinates: [] }],
    ['no polygon', { type: 'MultiPolygon', coordinates: [] }],
    ['a ring of three points', { type: 'Polygon', coordinates: [square.slice(1)] }],
    ['a ring that is open', { type: 'Polygon', coordinates: [[...square.slice(0, 3), [103.5, 22.31]]] }],
    ['a longitude beyond 180', { type: 'Polygon', coordinates: [square.map(([x, y]) => [x! + 90, y])] }],
    ['a latitude beyond 90', { type: 'Polygon', coordinates: [square.map(([x, y]) => [y, x])] }],
    ['metres of VN-2000', { type: 'Polygon', coordinates: [square.map(() => [543210, 2456789])] }],
    ['a coordinate that is text', { type: 'Polygon', coordinates: [square.map(([x, y]) => [`${x}`, y])] }],
    ['a coordinate alone', { type: 'Polygon', coordinates: [square.map(([x]) => [x])] }],
  ])('%s is none', (_, geometry) => {
    expect(v.is(Geometry, geometry)).toBe(false);
  });

  test('heights are left out', () => {
    const geometry = { type: 'Polygon', coordinates: [square.map((position) => [...position, 812.5])] };
    expect(v.parse(Geometry, geometry)).toEqual({ type: 'Polygon', coordinates: [square] });
  });
});
