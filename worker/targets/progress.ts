import {
  type Answers,
  type FormDefinition,
  type Scorecard,
  type Target,
  type TargetProgress,
  type TargetUnit,
  targetProgress,
} from '../../forms/index.ts';

type Scored = Pick<Scorecard, 'ready' | 'class'>;

export interface TargetState {
  document: FormDefinition;
  /** The units that the round froze, with what it knows of them. */
  units: { id: string; name: string; level: 'commune' | 'village'; scorecard: Scored | null }[];
  baseline: { id: string; scorecard: Scored | null }[];
  /** What counts of the units' submitted answers, by unit. */
  answers: ReadonlyMap<string, Answers>;
  /** For each target that counts recognised communes, by its place in the form: those that stand on its day. */
  standing: { target: number; id: string; name: string; recognised: number }[];
  /** The day in Asia/Ho_Chi_Minh, YYYY-MM-DD. */
  today: string;
}

/** What a target counts: communes recognised by decision, or units by what they answered or how they are classed. */
export type TargetSubject = 'recognition' | 'answer' | 'class';

export interface CountedTarget extends TargetProgress {
  about: TargetSubject;
  /** Of a target about recognition, the communes that are ready in the round; null for others, and without requirements. */
  ready: number | null;
}

/** A target that names no state of its own is about recognition, which only communes come to. */
const subjectOf = ({ state }: Target): TargetSubject => {
  if (!state) return 'recognition';
  return 'question' in state ? 'answer' : 'class';
};

/**
 * How far a province has come towards each target of its form. Recognition is counted over the communes that stand on the
 * target's day or, before that has come, today; answers and classes are the round's, over the units that it froze.
 */
export function progressOf({ document, units, baseline, answers, standing, today }: TargetState): CountedTarget[] {
  const classes = new Map(baseline.map(({ id, scorecard }) => [id, scorecard?.class ?? null]));
  // A plan without requirements says nothing of who could be recognised.
  const decides = document.criteria.some(({ requirement }) => requirement);
  const frozen = units.map(
    ({ id, name, level, scorecard }): TargetUnit => ({
      ...{ id, name, level },
      ready: decides && scorecard ? scorecard.ready : null,
      class: scorecard?.class ?? null,
      baselineClass: classes.get(id) ?? null,
      answers: answers.get(id) ?? {},
    }),
  );
  const byId = new Map(frozen.map((unit) => [unit.id, unit]));
  const unknown = { ready: null, class: null, baselineClass: null, answers: null };

  return document.targets.map((target, index) => {
    const about = subjectOf(target);
    if (about !== 'recognition' || target.level === 'village') {
      return { ...targetProgress(target, frozen), about, ready: null };
    }
    const rows = standing.filter((row) => row.target === index);
    const communes = rows.map(
      ({ id, name }): TargetUnit => ({ ...unknown, ...byId.get(id), id, name, level: 'commune' }),
    );
    const stillOpen = today <= target.by ? null : false;
    const decided = communes.map((unit, i) => ({ ...unit, recognised: rows[i]!.recognised === 1 || stillOpen }));
    return {
      ...targetProgress(target, decided),
      about,
      ready: decides ? targetProgress(target, communes).reached : null,
    };
  });
}
