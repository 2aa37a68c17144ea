import type { FormDefinition, Level, Question } from '../definition/schema.ts';
import type { Issue } from '../issue.ts';
import { type Answers, isBlank, type Value } from '../value.ts';
import { type ConvertedAnswer, convertAnswer } from './convert-answer.ts';
import { matchQuestions } from './match-questions.ts';

/** What became of one unit's answers. */
export interface UpgradedAnswers {
  /** By the new version's names and types; `checkAnswers` judges them. */
  answers: Answers;
  /** As they were given, by the names they had: what the new version cannot take over, or not whole. */
  kept: Answers;
  /** Why each was kept, as warnings at the old name: `no_longer_asked`, `not_converted`, `choice_removed`. */
  issues: Issue[];
}

/**
 * Takes a draft's answers to another version of its form. Nothing is lost: every answer is in `answers`, in `kept`, or, where
 * only some of the choices picked are left, in both. Answers follow their question to its new name and are converted where
 * that is exact. An answer to no question of the earlier version goes to the later one's of that name, so that what was kept
 * once finds its place again: `{ ...kept, ...answers }`.
 *
 * @param renamed the new name by the old one, where the author has stated it; else as `matchQuestions` finds.
 */
export function upgradeAnswers(
  before: FormDefinition,
  after: FormDefinition,
  level: Level,
  answers: Answers,
  renamed: Readonly<Record<string, string>> = {},
): UpgradedAnswers {
  const old = questionsOf(before);
  const asked = questionsOf(after, level);
  const pairs = matchQuestions(before, after, renamed).pairs;
  const newNames = new Map(pairs.map((pair) => [pair.before.question.name, pair.after.question.name]));

  const taken = new Map<string, Value>();
  const kept = new Map<string, Value>();
  const issues: Issue[] = [];
  // An answer that belongs to a question comes before one that only has its name.
  const names = Object.keys(answers).sort((a, b) => Number(old.has(b)) - Number(old.has(a)));
  for (const name of names) {
    const value = answers[name] ?? null;
    const question = asked.get((old.has(name) ? newNames.get(name) : name) ?? '');
    const isFree = question !== undefined && question.type !== 'note' && !taken.has(question.name);
    const converted: ConvertedAnswer = isFree
      ? convertAnswer(value, old.get(name), question, choicesOf(question, after))
      : { lost: 'no_longer_asked' };
    if (isFree && converted.value !== undefined) taken.set(question.name, converted.value);
    if (!converted.lost || isBlank(value)) continue;
    kept.set(name, value);
    issues.push(keptAside(name, converted.lost));
  }
  return { answers: Object.fromEntries(taken), kept: Object.fromEntries(kept), issues };
}

function questionsOf({ sections }: FormDefinition, level?: Level): Map<string, Question> {
  return new Map(
    sections
      .filter((section) => level === undefined || section.level === level)
      .flatMap(({ questions }) => questions.map((question) => [question.name, question])),
  );
}

function choicesOf({ choices: list }: Question, { choices }: FormDefinition): ReadonlySet<string> {
  return new Set((list === undefined ? [] : (choices[list] ?? [])).map(({ name }) => name));
}

const reasons: Record<NonNullable<ConvertedAnswer['lost']>, Issue['message']> = {
  no_longer_asked: {
    vi: 'Phiếu mới không còn hỏi câu này. Câu trả lời cũ được giữ riêng.',
    en: 'The new form no longer asks this. The answer given is kept aside.',
  },
  not_converted: {
    vi: 'Câu trả lời cũ không dùng được cho câu hỏi mới. Câu trả lời được giữ riêng; hãy trả lời lại.',
    en: 'The answer given does not fit the new question. It is kept aside; answer again.',
  },
  choice_removed: {
    vi: 'Lựa chọn cũ không còn trong danh sách. Câu trả lời được giữ riêng; hãy chọn lại.',
    en: 'What was picked is no longer in the list. The answer is kept aside; choose again.',
  },
};

function keptAside(name: string, code: NonNullable<ConvertedAnswer['lost']>): Issue {
  return { code, severity: 'warning', path: name, message: reasons[code] };
}
