import { type Answers, type Choice, type FormDefinition, type Issue, initialAnswers } from '../../forms/index.ts';
import { judge, type Period } from '../../web/fill/judge.ts';
import { localDay } from '../db/local-time.ts';
import { periodOf } from '../rounds/schedule.ts';
import type { FrozenUnit, RoundFile } from './file.ts';
import { formContext } from './form-context.ts';
import { personalDataIssues } from './screen-answers.ts';

/** One unit's answers with everything that the engine says of them. */
export interface Assessment {
  unit: FrozenUnit;
  answers: Answers;
  /** What was typed and could not be read, by question name. */
  raw: Record<string, string>;
  revision: number;
  savedAt: string | null;
  /** Including those of what could not be read. */
  issues: Issue[];
  relevant: Set<string>;
  /** What the unit answered in the previous round; null where there was none. */
  before: Answers | null;
  /** What is left of filtered choices, by question name. */
  choices: Record<string, Choice[]>;
}

interface Given {
  answers: Answers;
  raw: Record<string, string>;
  revision: number;
  savedAt: string | null;
}

/** What is judged and when; `position` is the village's place in the round, from 1 on. */
interface Moment {
  now: string;
  position?: number | undefined;
  before?: Answers | null;
  /** The days that the round's figures are about, where it says so. */
  period?: Period | null;
}

/** Judges one unit's answers, saved or about to be; a unit that nobody has begun starts from the form's defaults. */
export function assess(
  definition: FormDefinition,
  unit: FrozenUnit,
  given: Given | undefined,
  { now, position, before = null, period = null }: Moment,
): Assessment {
  const { level } = unit;
  const context = formContext(now, position);
  const { answers, raw, revision, savedAt } = given ?? {
    answers: initialAnswers(definition, level, context),
    raw: {},
    revision: 0,
    savedAt: null,
  };
  const days = { today: localDay(now), period };
  const { issues: judged, relevant, choices } = judge(definition, level, { answers, raw }, context, days);
  // None is stored since texts are screened, but what was stored before is still to be taken out.
  const issues = [...judged, ...personalDataIssues({ answers, raw })];
  return { unit, answers, raw, revision, savedAt, before, issues, relevant, choices };
}

/** All units of a file, the commune first. */
export function assessFile({ round, version, units, responses, earlier }: RoundFile, now: string): Assessment[] {
  const period = periodOf(round);
  const byUnit = new Map(responses.map((response) => [response.unitId, response]));
  const isPrevious = ({ roundId }: { roundId: string }) => roundId === earlier.previousRoundId;
  const previous = new Map(earlier.responses.filter(isPrevious).map(({ unitId, answers }) => [unitId, answers]));
  const villages = units.filter(({ level }) => level === 'village');
  return units.map((unit) => {
    const place = villages.indexOf(unit);
    const before = previous.get(unit.unitId) ?? null;
    return assess(version.document, unit, byUnit.get(unit.unitId), {
      now,
      position: place < 0 ? undefined : place + 1,
      before,
      period,
    });
  });
}
