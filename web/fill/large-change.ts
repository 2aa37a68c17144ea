import type { Question, Value } from '../../forms/index.ts';

const COUNTED: Question['type'][] = ['integer', 'decimal', 'range'];

/**
 * Whether a number changed by more than half from the previous round, or rose from nothing (docs/domain.md, K10): true or a slip
 * of the hand, it wants a word of explanation.
 */
export function isLargeChange(type: Question['type'], before: Value | undefined, now: Value | undefined): boolean {
  if (!COUNTED.includes(type) || typeof before !== 'number' || typeof now !== 'number') return false;
  return 2 * Math.abs(now - before) > Math.abs(before);
}
