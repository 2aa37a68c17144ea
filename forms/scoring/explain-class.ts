import type { Classification, FormDefinition } from '../definition/schema.ts';
import { asNumber } from '../expression/score/coerce.ts';
import { textIn } from '../label.ts';
import { compileScoring } from './compile-scoring.ts';
import { type CommuneUnit, inputScope } from './input-scope.ts';
import { scoreCommune } from './score-commune.ts';
import type { CommuneInput, Scorecard } from './scorecard.ts';
import { shownNumber } from './shown-number.ts';
import { english, vietnamese, type Words } from './words.ts';

/**
 * A commune's class in words: which it is, or which are still possible, the figures that it follows from (the calculations that
 * have a label) and what its flags mean. Null when the form has no class for it.
 *
 * It holds the commune's totals, so whoever may not see small counts must not see it (docs/domain.md §7).
 */
export function explainClass(definition: FormDefinition, input: CommuneInput): { vi: string; en: string } | null {
  const { classification } = definition;
  const found = scoreCommune(definition, input).class;
  if (!classification || !found) return null;
  const unit = inputScope(compileScoring(definition), input);
  const sentences = (words: Words) =>
    [
      `${verdict(classification, found, words)}.`,
      `${figures(definition, unit, words)}.`,
      ...found.flags.map((flag) => `${flagLabel(classification, flag, words)}.`),
    ].join(' ');
  return { vi: sentences(vietnamese), en: sentences(english) };
}

function verdict({ labels = {} }: Classification, found: NonNullable<Scorecard['class']>, words: Words): string {
  const named = (code: string) => (labels[code] ? `${code} (${textIn(labels[code], words.language)})` : code);
  const [least = found.code, ...others] = found.possible;
  return found.determined ? words.classIs(named(found.code)) : words.classAtLeast(named(least), others.join(', '));
}

function figures({ calculations }: FormDefinition, { scope }: CommuneUnit, words: Words): string {
  return calculations
    .flatMap(({ name, label }) => {
      const value = label && scope.value(name);
      return value ? [`${textIn(label, words.language)}: ${shownNumber(asNumber(value), words)}`] : [];
    })
    .join('; ');
}

function flagLabel({ flags }: Classification, flag: string, { language }: Words): string {
  return textIn(flags.find((one) => one.flag === flag)?.label, language) || flag;
}
