import {
  type Answers,
  type Choice,
  checkAnswers,
  type FormDefinition,
  type Issue,
  initialAnswers,
  type Level,
  offeredChoices,
  readInput,
  refuseAnswers,
} from '../../forms/index.ts';
import { localDay, writtenDay } from '../db/local-time.ts';
import { type Period, periodOf } from '../rounds/schedule.ts';
import type { FrozenUnit, RoundFile } from './file.ts';
import { formContext } from './form-context.ts';

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
  const checked = checkAnswers(definition, level, answers, context);
  const unreadable = [...readInput(definition, level, raw).issues, ...retired(definition, level, raw)];
  // A field that holds unreadable text is not also called blank.
  const issues = checked.issues.filter(({ path, code }) => code !== 'required' || !Object.hasOwn(raw, path));
  return {
    ...{ unit, answers, raw, revision, savedAt },
    before,
    issues: [...unreadable, ...issues, ...notOfTheRound(answers, period, now)],
    relevant: checked.relevant,
    choices: offeredChoices(definition, level, answers, context),
  };
}

/** What an earlier version of the form asked and this one does not (upgrade-response.ts). */
function retired(definition: FormDefinition, level: Level, raw: Record<string, string>): Issue[] {
  const names = Object.fromEntries(Object.keys(raw).map((name) => [name, null]));
  return refuseAnswers(definition, level, names).map(({ path }) => ({
    code: 'no_longer_asked',
    severity: 'warning',
    path,
    message: {
      vi: `Biểu mẫu mới không còn hỏi câu “${path}”. Câu trả lời cũ được giữ riêng: ${raw[path]}`,
      en: `The new form no longer asks “${path}”. The answer given is kept aside: ${raw[path]}`,
    },
  }));
}

/** Figures cannot be of a day that is still to come, nor of one outside the round's period (docs/domain.md, K9). */
function notOfTheRound({ as_of: asOf }: Answers, period: Period | null, now: string): Issue[] {
  if (typeof asOf !== 'string') return [];
  if (asOf > localDay(now)) {
    const message = {
      vi: 'Ngày chốt số liệu chưa tới. Kiểm tra lại ngày.',
      en: 'The figures cannot be of a day to come.',
    };
    return [{ code: 'date_to_come', severity: 'error', path: 'as_of', message }];
  }
  if (period === null || (asOf >= period.from && asOf <= period.to)) return [];
  const message = {
    vi: `Ngày chốt số liệu phải trong kỳ số liệu, từ ${writtenDay(period.from)} đến ${writtenDay(period.to)}. Kiểm tra lại ngày.`,
    en: `The figures must be of a day from ${period.from} to ${period.to}.`,
  };
  return [{ code: 'date_outside_period', severity: 'error', path: 'as_of', message }];
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
