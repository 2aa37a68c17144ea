import type { Fault } from '../faults.ts';
import type { ReorganisationCommand } from './wire.ts';

/** A unit goes over whole to one other, or in parts to several; to each once. */
export function extentFaults(units: ReorganisationCommand['units']): Fault[] {
  const parts = units.flatMap(({ predecessors }, at) =>
    predecessors.map(({ unitId, extent }, index) => ({
      at,
      unitId,
      extent,
      path: `units.${at}.predecessors.${index}`,
    })),
  );
  return [...Map.groupBy(parts, ({ unitId }) => unitId).values()].flatMap((group) => {
    const isWhole = group.some(({ extent }) => extent === 'whole');
    const wrong = group.filter(({ at }) => isWhole || group.filter((other) => other.at === at).length > 1);
    return group.length < 2
      ? []
      : wrong.map(({ path }): Fault => ({ path: `${path}.unitId`, code: 'predecessor_twice' }));
  });
}
