import {
  type FormDefinition,
  type Scorecard,
  type TargetProgress,
  targetProgress,
  type Value,
} from '../../forms/index.ts';

export interface TargetState {
  document: FormDefinition;
  units: { id: string; name: string; level: 'commune' | 'village'; scorecard: Scorecard | null }[];
  baseline: { id: string; scorecard: Scorecard }[];
  answers: { unitId: string; question: string; answer: Value }[];
}

/** How far a province has come towards each target of its form, over the units that the round froze. */
export function progressOf({ document, units, baseline, answers }: TargetState): TargetProgress[] {
  const classes = new Map(baseline.map(({ id, scorecard }) => [id, scorecard.class]));
  // A plan without requirements says nothing of who could be recognised.
  const decides = document.criteria.some(({ requirement }) => requirement);
  const byUnit = Map.groupBy(answers, ({ unitId }) => unitId);
  const known = units.map(({ id, name, level, scorecard }) => ({
    ...{ id, name, level },
    ready: decides && scorecard ? scorecard.ready : null,
    class: scorecard?.class ?? null,
    baselineClass: classes.get(id) ?? null,
    answers: Object.fromEntries((byUnit.get(id) ?? []).map(({ question, answer }) => [question, answer])),
  }));
  return document.targets.map((target) => targetProgress(target, known));
}
