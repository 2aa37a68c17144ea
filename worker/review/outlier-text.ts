import { formatNumber } from '../../forms/index.ts';
import type { Outlier } from './outliers.ts';

const rounded = (value: number, digits: number, language: 'vi' | 'en') =>
  formatNumber(Number(value.toFixed(digits)), language);

/** The numbers behind an outlier in one line: "12 trên 1.000 dân, trung vị 3, z = 5,1". */
export function explainOutlier(outlier: Outlier): { vi: string; en: string } {
  const numbers = (language: 'vi' | 'en') => ({
    value: rounded(outlier.value, 2, language),
    median: rounded(outlier.median, 2, language),
    z: rounded(outlier.z, 1, language),
    figure: formatNumber(outlier.figure, language),
    before: formatNumber(outlier.before ?? 0, language),
  });
  const [vi, en] = [numbers('vi'), numbers('en')];
  if (outlier.comparison === 'like_communes') {
    return {
      vi: `${vi.value} trên 1.000 dân, trung vị ${vi.median}, z = ${vi.z}`,
      en: `${en.value} per 1,000 inhabitants, median ${en.median}, z = ${en.z}`,
    };
  }
  return {
    vi: `${vi.before} → ${vi.figure} so với kỳ trước, tỷ số ${vi.value}, trung vị ${vi.median}, z = ${vi.z}`,
    en: `${en.before} → ${en.figure} since the previous round, ratio ${en.value}, median ${en.median}, z = ${en.z}`,
  };
}
