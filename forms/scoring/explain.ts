import { textIn } from '../label.ts';
import { explainMeasure } from './explain-measure.ts';
import type { Gaps } from './gaps.ts';
import { gapsText } from './gaps-text.ts';
import type { Judged, JudgedMeasure } from './judge.ts';
import { english, vietnamese, type Words } from './words.ts';

/**
 * A criterion's result in words: what was compared, with which numbers, how far it is from being met and in which villages,
 * or what is missing to decide it. One sentence, or one for each of several measures in the plan's order.
 *
 * It names villages with their own counts, so whoever may not see small counts must not see it (docs/domain.md §7).
 */
export function explain(judged: Judged): { vi: string; en: string } {
  return { vi: sentences(judged, vietnamese), en: sentences(judged, english) };
}

function sentences(judged: Judged, words: Words): string {
  const { criterion, status, gaps, measures } = judged;
  if (status === 'not_applicable') return words.doesNotApply;
  const title = textIn(criterion.title, words.language);
  const explained = (parts: readonly JudgedMeasure[]) => parts.map((part) => explainMeasure(part, title, words));
  if (gaps) {
    const decided = measures.length > 1 ? measures.filter(({ met }) => met !== null) : [];
    return [words.undetermined(missing(judged, gaps, words)), ...explained(decided)].join(' ');
  }
  if (measures.length > 0) return explained(measures).join(' ');
  return `${title}: ${status === 'met' ? words.met : words.notMet}${stated(judged, words)}.`;
}

/** What has to be corrected or to arrive before it can be decided. */
function missing({ reason, measures }: Judged, gaps: Gaps, words: Words): string {
  const text = gapsText(gaps, words);
  if (reason !== 'invalid_zero' || text === words.zeroTotal) return text;
  // Of several measures, the others may wait for something else; a single one waits for nothing but the correction.
  const isWaiting = measures.length > 1 && (gaps.missing.length > 0 || gaps.blankIn.length > 0 || gaps.blankInCommune);
  return isWaiting ? `${words.zeroTotal}; ${text}` : words.zeroTotal;
}

/** What the commune stated that a test looked at: " (Ký cam kết: Không)". */
function stated({ statements }: Judged, { language }: Words): string {
  if (statements.length === 0) return '';
  const texts = statements.map(({ question, answer }) => {
    const text = typeof answer === 'string' ? answer : textIn(answer, language);
    return `${textIn(question, language)}: ${text}`;
  });
  return ` (${texts.join('; ')})`;
}
