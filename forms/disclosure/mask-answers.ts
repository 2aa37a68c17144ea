import type { FormDefinition, Level } from '../definition/schema.ts';
import { asNumber } from '../expression/score/coerce.ts';
import { toNumber } from '../expression/score/exact.ts';
import { isPoint } from '../expression/score/interval.ts';
import type { ScoreScope } from '../expression/score/scope.ts';
import { unknownCount } from '../expression/score/value.ts';
import { inputScope } from '../scoring/input-scope.ts';
import type { CommuneInput } from '../scoring/scorecard.ts';
import { type DisclosureFacts, disclosureFacts } from './facts.ts';
import { type Mark, marksOf } from './marks.ts';
import { saidOf } from './said-of.ts';
import { quantitiesOf, totalMarks } from './totals.ts';

/** What stands in place of answers, by question: the same for each of the commune's villages. */
export type AnswerMarks = Record<Level, ReadonlyMap<string, Mark>>;

/**
 * Which answers of a commune and its villages may be seen beside its scorecard (`maskScorecard`). The total of a question may be
 * known from there, so of its villages either all are shown or none: none as soon as one of them is small, is blank, or would tell
 * a remainder. Where a commune has one village, that is the total.
 */
export function answerMarks(definition: FormDefinition, input: CommuneInput): AnswerMarks {
  const facts = disclosureFacts(definition);
  const { scope } = inputScope(facts.scoring, input);
  const totals = totalMarks(scope, facts);
  const villages = (scope.villages ?? []).map((village) => villageMarks(village, facts));
  const marks = { commune: new Map<string, Mark>(), village: new Map<string, Mark>() };
  for (const [name, level] of facts.numbers) {
    const total = totals.get(name)!;
    if (level === 'commune' || villages.length <= 1) {
      if (total !== 'shown') marks[level].set(name, total);
    } else if (total !== 'shown' || villages.some((village) => village.get(name) !== 'shown')) {
      marks.village.set(name, 'withheld');
    }
  }
  return marks;
}

/**
 * The questions whose total in a commune everybody may know (`marksOf`): all of homes and the like, of people where neither the
 * total nor what it leaves beside it is small. None that is only asked depending on counts which identify somebody.
 */
export function shownTotals(definition: FormDefinition, input: CommuneInput): ReadonlySet<string> {
  const facts = disclosureFacts(definition);
  const marks = totalMarks(inputScope(facts.scoring, input).scope, facts);
  const dependsOn = (name: string, level: Level) =>
    [...saidOf(definition, level).asked(name)].some((other) => facts.sensitive.has(other));
  return new Set(
    [...facts.numbers]
      .filter(([name, level]) => marks.get(name) === 'shown' && !dependsOn(name, level))
      .map(([name]) => name),
  );
}

function villageMarks(village: ScoreScope, facts: DisclosureFacts) {
  return marksOf(
    quantitiesOf(facts, (name) => {
      const value = asNumber(village.value(name) ?? unknownCount);
      return isPoint(value) ? toNumber(value.lo) : null;
    }),
  );
}

/** The questions whose small counts can identify somebody, for what shows single answers without their commune. */
export const sensitiveQuestions = (definition: FormDefinition): ReadonlySet<string> =>
  disclosureFacts(definition).sensitive;
