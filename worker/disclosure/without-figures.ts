import type { CriterionResult } from '../../forms/index.ts';
import type { DisclosedCriterion, DisclosedMark } from './disclosed-scorecard.ts';

const verdicts: Record<CriterionResult['status'], { vi: string; en: string }> = {
  met: { vi: 'Đạt', en: 'Met' },
  not_met: { vi: 'Chưa đạt', en: 'Not met' },
  undetermined: { vi: 'Chưa kết luận được', en: 'Cannot be decided yet' },
  not_applicable: { vi: 'Không áp dụng', en: 'Does not apply' },
};

const reasons: Record<Exclude<DisclosedMark, '<5'>, { vi: string; en: string }> = {
  withheld: { vi: 'Không nêu số liệu', en: 'Figures are not given' },
  not_shared: {
    vi: 'Tỉnh không chia sẻ số liệu này với hệ thống bên ngoài',
    en: 'The province does not share these figures with other systems',
  },
};

/** A criterion's verdict without any number. */
export function withoutFigures(
  { id, status, requirement, reason }: CriterionResult,
  mark: Exclude<DisclosedMark, '<5'>,
): DisclosedCriterion {
  const sentence = (language: 'vi' | 'en') => `${verdicts[status][language]}. ${reasons[mark][language]}.`;
  return {
    ...{ id, status, requirement, reason, numerator: null, denominator: null, shortfall: null },
    bounds: { numerator: null, denominator: null },
    explanation: { vi: sentence('vi'), en: sentence('en') },
    masked: { numerator: mark, denominator: mark, shortfall: mark },
  };
}
