/** Fewer values than this say nothing about what is usual. */
export const FEWEST = 5;

/** How far from the middle is too far: Iglewicz and Hoaglin, "How to Detect and Handle Outliers", 1993. */
export const THRESHOLD = 3.5;

// What makes each deviation comparable with a standard deviation of normal data.
const OF_MAD = 0.6745;
const OF_MEAN_DEVIATION = 1.2533;

/** The middle value, or the mean of the two in the middle. NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/**
 * How far each value lies from the median, in robust standard deviations: the modified z-score 0.6745·(x − median)/MAD. Where more
 * than half of the values are equal the MAD is 0, and the mean absolute deviation stands in for it; all equal, every score is 0.
 * A single wild value moves neither the median nor the MAD, as it would the mean and the standard deviation.
 */
export function robustZ(values: readonly number[]): number[] {
  const middle = median(values);
  const deviations = values.map((value) => Math.abs(value - middle));
  const mad = median(deviations);
  const mean = deviations.reduce((sum, deviation) => sum + deviation, 0) / values.length;
  const scale = mad > 0 ? mad / OF_MAD : mean * OF_MEAN_DEVIATION;
  return values.map((value) => (scale > 0 ? (value - middle) / scale : 0));
}
