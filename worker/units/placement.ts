import type { FaultCode } from './faults.ts';
import { standsThrough, type UnitHistory, type Version } from './history.ts';

type Place = Pick<Version, 'parentId' | 'validFrom' | 'validTo'>;

/**
 * What is wrong with where a unit is placed: a commune stands for itself, a village under a commune that stands as long as it
 * does. Two levels allow no cycle. Null when all is well.
 */
export function placementFault(
  level: UnitHistory['level'],
  { parentId, validFrom, validTo }: Place,
  parent: UnitHistory | undefined,
): FaultCode | null {
  if (level === 'commune') return parentId === null ? null : 'parent_not_allowed';
  if (parentId === null) return 'parent_missing';
  if (!parent) return 'parent_unknown';
  if (parent.level !== 'commune') return 'parent_wrong_level';
  // A version that held on no day needed no parent.
  if (validFrom === validTo) return null;
  return standsThrough(parent, validFrom, validTo) ? null : 'parent_not_standing';
}
