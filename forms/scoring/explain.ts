import { textIn } from '../label.ts';
import { explainMeasure, whyOpen } from './explain-measure.ts';
import { gapsText } from './gaps-text.ts';
import type { Judged } from './judge.ts';
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
  if (gaps) return words.undetermined(gapsText(gaps, words));
  const title = textIn(criterion.title, words.language);
  if (measures.length === 0) return `${title}: ${status === 'met' ? words.met : words.notMet}${stated(judged, words)}.`;

  const isOpen = measures.every(({ met }) => met === null);
  const why = isOpen ? [...new Set(measures.map((part) => whyOpen(part, words)))] : [];
  if (why.length === 1) return words.undetermined(why.join());
  return measures.map((part) => explainMeasure(part, title, words)).join(' ');
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
