import {
  type Answers,
  type FormDefinition,
  formatNumber,
  type Level,
  type Question,
  textIn,
} from '../../forms/index.ts';
import { isLargeChange } from '../../web/fill/large-change.ts';

export interface LargeChange {
  question: Question;
  before: number;
  now: number;
}

/**
 * Numbers that changed by more than half from the previous round, or rose from nothing (docs/domain.md, K10): true or a slip of
 * the hand, they want a word of explanation.
 */
export function largeChanges(definition: FormDefinition, level: Level, before: Answers, now: Answers): LargeChange[] {
  const questions = definition.sections
    .filter((section) => section.level === level)
    .flatMap(({ questions }) => questions);
  return questions.flatMap((question) => {
    const [old, current] = [before[question.name], now[question.name]];
    if (!isLargeChange(question.type, old, current)) return [];
    return [{ question, before: Number(old), now: Number(current) }];
  });
}

/** "Người nghiện ma túy: 12 → 20", at most five of them. */
export function describeChanges(changes: LargeChange[], language: 'vi' | 'en'): string {
  const shown = changes.slice(0, 5).map(({ question, before, now }) => {
    const label = textIn(question.label, language) || question.name;
    return `${label}: ${formatNumber(before, language)} → ${formatNumber(now, language)}`;
  });
  const more = changes.length - shown.length;
  const others = language === 'vi' ? `và ${more} số khác` : `and ${more} more`;
  return [...shown, ...(more > 0 ? [others] : [])].join('; ');
}
