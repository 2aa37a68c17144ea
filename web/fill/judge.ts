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

/**
 * Judges one unit's fields as the pages show them, in the worker and in the browser alike.
 *
 * @param raw what was typed and could not be read, by question name
 * @param today the day in Asia/Ho_Chi_Minh, `YYYY-MM-DD`
 */
export function judge(
  definition: FormDefinition,
  level: Level,
  { answers, raw }: { answers: Answers; raw: Record<string, string> },
  context: FormContext,
  today: string,
): Judged {
  const { issues, relevant, values } = checkAnswers(definition, level, answers, context);
  const unreadable = [...readInput(definition, level, raw).issues, ...retired(definition, level, raw)];
  // A field that holds unreadable text is not also called blank.
  const found = issues.filter(({ path, code }) => code !== 'required' || !Object.hasOwn(raw, path));
  return {
    issues: [...unreadable, ...found, ...fromTheFuture(answers, today)],
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

/** Figures cannot be of a day that is still to come (docs/domain.md, K9). */
function fromTheFuture({ as_of: asOf }: Answers, today: string): Issue[] {
  if (typeof asOf !== 'string' || asOf <= today) return [];
  const message = {
    vi: 'Ngày chốt số liệu chưa tới. Kiểm tra lại ngày.',
    en: 'The figures cannot be of a day to come.',
  };
  return [{ code: 'date_to_come', severity: 'error', path: 'as_of', message }];
}
