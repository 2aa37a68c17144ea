import { type Answers, formatNumber, type Issue, type Question, type Section, type Value } from '../../forms/index.ts';

const COUNTED: Question['type'][] = ['integer', 'decimal', 'range'];

/**
 * Whether a number changed by more than half from the previous round, or rose from nothing (docs/domain.md, K10): true or a slip
 * of the hand, it wants a word of explanation.
 */
export function isLargeChange(type: Question['type'], before: Value | undefined, now: Value | undefined): boolean {
  if (!COUNTED.includes(type) || typeof before !== 'number' || typeof now !== 'number') return false;
  return 2 * Math.abs(now - before) > Math.abs(before);
}

/** The same as warnings at the questions of a section, where the reason that the submission asks for can be prepared. */
export function largeChangeIssues({ questions }: Pick<Section, 'questions'>, before: Answers, now: Answers): Issue[] {
  return questions
    .filter(({ type, name }) => isLargeChange(type, before[name], now[name]))
    .map(({ name }) => {
      const change = (language: string) =>
        `${formatNumber(Number(before[name]), language)} → ${formatNumber(Number(now[name]), language)}`;
      const message = {
        vi: `Thay đổi trên 50% so với kỳ trước: ${change('vi')}. Nếu đúng, khi nộp phiếu cần nêu lý do.`,
        en: `Changed by more than 50% from last round: ${change('en')}. If this is right, submitting asks for a reason.`,
      };
      return { code: 'large_change', severity: 'warning', path: name, message };
    });
}
