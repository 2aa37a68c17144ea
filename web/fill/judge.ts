import {
  type Answers,
  type Choice,
  checkAnswers,
  type FormContext,
  type FormDefinition,
  type Issue,
  type Level,
  offeredChoices,
  readInput,
  refuseAnswers,
} from '../../forms/index.ts';
import { formatDate } from '../ui/format.ts';

/** What the engine says of one unit's fields. */
export interface Judged {
  /** Including those of what could not be read. */
  issues: Issue[];
  relevant: Set<string>;
  /** The answers that count, calculations included. */
  values: Answers;
  /** What is left of filtered choices, by question name. */
  choices: Record<string, Choice[]>;
}

/** The days that a round's figures are about, the first and the last, `YYYY-MM-DD`. */
export interface Period {
  from: string;
  to: string;
}

/** Days of Asia/Ho_Chi_Minh that answers are measured by. */
export interface Days {
  today: string;
  /** Null where the round does not say. */
  period: Period | null;
}

/**
 * Judges one unit's fields as the pages show them, in the worker and in the browser alike.
 *
 * @param raw what was typed and could not be read, by question name
 */
export function judge(
  definition: FormDefinition,
  level: Level,
  { answers, raw }: { answers: Answers; raw: Record<string, string> },
  context: FormContext,
  days: Days,
): Judged {
  const { issues, relevant, values } = checkAnswers(definition, level, answers, context);
  const unreadable = [...readInput(definition, level, raw).issues, ...retired(definition, level, raw)];
  // A field that holds unreadable text is not also called blank.
  const found = issues.filter(({ path, code }) => code !== 'required' || !Object.hasOwn(raw, path));
  return {
    issues: [...unreadable, ...found, ...notOfTheRound(answers, days)],
    relevant,
    values,
    choices: offeredChoices(definition, level, answers, context),
  };
}

/** What an earlier version of the form asked and this one does not (worker/submissions/upgrade-response.ts). */
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
function notOfTheRound({ as_of: asOf }: Answers, { today, period }: Days): Issue[] {
  if (typeof asOf !== 'string') return [];
  if (asOf > today) {
    const message = {
      vi: 'Ngày chốt số liệu chưa tới. Kiểm tra lại ngày.',
      en: 'The figures cannot be of a day to come.',
    };
    return [{ code: 'date_to_come', severity: 'error', path: 'as_of', message }];
  }
  if (period === null || (asOf >= period.from && asOf <= period.to)) return [];
  const message = {
    vi: `Ngày chốt số liệu phải trong kỳ số liệu, từ ${formatDate(period.from)} đến ${formatDate(period.to)}. Kiểm tra lại ngày.`,
    en: `The figures must be of a day from ${period.from} to ${period.to}.`,
  };
  return [{ code: 'date_outside_period', severity: 'error', path: 'as_of', message }];
}
