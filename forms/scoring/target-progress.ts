import type { Level, Target } from '../definition/schema.ts';
import { ceil, exactFromNumber, mul, toNumber } from '../expression/score/exact.ts';
import type { Labels } from '../issue.ts';
import type { Answers } from '../value.ts';
import type { Scorecard } from './scorecard.ts';

/** A unit that exists at a target's date, with what a target may ask of it. */
export interface TargetUnit {
  id: string;
  name: string;
  level: Level;
  /** A commune's verdict; null for a village and for a commune without a scorecard. */
  ready: boolean | null;
  /**
   * Whether it is recognised, by decision: what a plan counts where it names no other state. Null while that can still come.
   * Left out where nobody decides; the verdict then stands for it.
   */
  recognised?: boolean | null;
  class: Scorecard['class'];
  /** The commune's class in the baseline round. */
  baselineClass: Scorecard['class'];
  answers: Answers | null;
}

export interface TargetProgress {
  id: string;
  title: Labels;
  clause: string;
  by: string;
  /** Units that the target is about and that exist. */
  existing: number;
  /** How many of them the plan wants: "at least 20 %" of 104 is 21. */
  needed: number;
  reached: number;
  /** Those of which it is not known. */
  undetermined: number;
  /** True and false only when what is not known can no longer change it. */
  met: boolean | null;
  /** Named units of the plan that are not among the existing ones. */
  missing: string[];
}

/** How far a province has come towards one of its plan's targets (docs/domain.md §3: "ít nhất" rounds units up). */
export function targetProgress(target: Target, all: readonly TargetUnit[]): TargetProgress {
  const level = target.level ?? 'commune';
  const named = target.units && new Set(target.units);
  const units = all.filter((unit) => unit.level === level && (!named || named.has(unit.name)));
  const outcomes = units.map((unit) => hasReached(target, unit));
  const reached = outcomes.filter((outcome) => outcome === true).length;
  const undetermined = outcomes.filter((outcome) => outcome === null).length;
  const needed = neededOf(target, units.length);
  const found = new Set(units.map(({ name }) => name));
  const { id, title, clause, by } = target;
  return {
    ...{ id, title, clause, by, needed, reached, undetermined },
    existing: units.length,
    met: reached >= needed ? true : reached + undetermined < needed ? false : null,
    missing: (target.units ?? []).filter((name) => !found.has(name)),
  };
}

function neededOf({ units, count, share }: Target, existing: number): number {
  if (units) return units.length;
  if (count !== undefined) return count;
  const exact = exactFromNumber(share ?? 1);
  return exact === null ? existing : toNumber(ceil(mul(exact, existing)));
}

function hasReached({ state }: Target, unit: TargetUnit): boolean | null {
  if (!state) return unit.recognised === undefined ? unit.ready : unit.recognised;
  if ('question' in state) {
    const answer = unit.answers?.[state.question];
    return answer === undefined || answer === null || answer === '' ? null : answer === state.is;
  }
  const { class: now, baselineClass: before } = unit;
  if (!now || !before) return null;
  if (before.determined && before.code !== state.classFrom) return false;
  if (!before.determined || !now.determined) return null;
  return now.code === state.classTo;
}
