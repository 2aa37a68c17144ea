import { canonicalJson } from '../definition/canonical.ts';
import { mapExpressions } from '../definition/map-expressions.ts';
import { renameQuestions } from '../definition/rename-questions.ts';
import type { FormDefinition } from '../definition/schema.ts';
import { parseExpression } from '../expression/parse.ts';
import { printExpression } from '../expression/print.ts';
import { type Change, called } from './change.ts';
import { compareList, comparePart, partAdded, partRemoved } from './compare-part.ts';
import { matchQuestions, type PlacedQuestion, type QuestionMatch } from './match-questions.ts';
import { movedQuestions } from './moved-questions.ts';
import * as kinds from './part-kinds.ts';

/**
 * What differs between two versions of a form, as an author or a verifier would say it: the form itself, its sections,
 * questions, choices and so on down the document. There is no change exactly when the versions differ in the spacing of their
 * expressions at most.
 *
 * Expressions are compared as they are parsed, and a question that was renamed is not a change wherever it is read
 * (`matchQuestions` says which are taken for renamed).
 *
 * @param renamed the new name by the old one, where the author has stated it.
 */
export function diffDefinitions(
  before: FormDefinition,
  after: FormDefinition,
  renamed: Readonly<Record<string, string>> = {},
): Change[] {
  const [spelled, now] = [canonicalSpelling(before), canonicalSpelling(after)];
  const match = matchQuestions(spelled, now, renamed);
  // From here on the earlier version speaks of its questions by their later names.
  const old = renameQuestions(spelled, laterNames(match));
  const pairs = match.pairs.map((pair) => ({ ...pair, before: placedAt(old, pair.before.path) }));
  return [
    ...comparePart(kinds.formKind, old, now, '').map((change) => ({ ...change, path: change.path.slice(1) })),
    ...compareList(kinds.sectionKind, old.sections, now.sections, 'sections'),
    ...questionChanges({ ...match, pairs }),
    ...moves(pairs),
    ...choiceChanges(old, now),
    ...compareList(kinds.attributeKind, old.attributes, now.attributes, 'attributes'),
    ...compareList(kinds.checkKind, old.checks, now.checks, 'checks'),
    ...compareList(kinds.calculationKind, old.calculations, now.calculations, 'calculations'),
    ...compareList(kinds.criterionKind, old.criteria, now.criteria, 'criteria'),
    ...classificationChanges(old, now),
    ...compareList(kinds.targetKind, old.targets, now.targets, 'targets'),
    ...compareList(kinds.calendarKind, old.calendar ?? [], now.calendar ?? [], 'calendar'),
  ];
}

/** A question that is gone leaves its name when another has taken it, so that the two are not mistaken for one. */
function laterNames({ renamed, removed }: QuestionMatch): Map<string, string> {
  const taken = new Set(renamed.values());
  const left = removed.map(({ question }) => question.name).filter((name) => taken.has(name));
  return new Map([...renamed, ...left.map((name) => [name, `${name}_removed`] as const)]);
}

function placedAt({ sections }: FormDefinition, path: string): PlacedQuestion {
  const [, s, , q] = path.split('.').map(Number);
  const section = sections[s!]!;
  return { question: section.questions[q!]!, section, index: q!, path };
}

function canonicalSpelling(definition: FormDefinition): FormDefinition {
  return mapExpressions(definition, (source) => {
    const { ast } = parseExpression(source);
    return ast ? printExpression(ast) : source;
  });
}

function questionChanges({ pairs, removed, added, renamed }: QuestionMatch): Change[] {
  const oldNames = new Map([...renamed].map(([from, to]) => [to, from]));
  return [
    ...removed.map(({ question, path }) => partRemoved(kinds.questionKind, question, path)),
    ...added.map(({ question, path }) => partAdded(kinds.questionKind, question, path)),
    ...pairs.flatMap(({ before, after }) => {
      const from = oldNames.get(after.question.name);
      return [
        ...(from === undefined ? [] : [renaming(from, after)]),
        ...comparePart(kinds.questionKind, before.question, after.question, after.path),
      ];
    }),
  ];
}

function renaming(from: string, { question: { name, label }, path }: PlacedQuestion): Change {
  const subject = called(kinds.questionKind.words, name, label);
  return {
    code: 'question_renamed',
    path: `${path}.name`,
    severity: 'meaning',
    message: {
      vi: `Đổi tên ${subject.vi}, trước đây là “${from}”.`,
      en: `The ${subject.en} was called “${from}” before.`,
    },
    before: from,
    after: name,
  };
}

function moves(pairs: QuestionMatch['pairs']): Change[] {
  const moved = movedQuestions(pairs);
  return pairs.filter(({ after }) => moved.has(after.question.name)).map(({ before, after }) => move(before, after));
}

/** A move has meaning when it takes a question to the other level, or under another condition. */
function move(from: PlacedQuestion, to: PlacedQuestion): Change {
  const conditions = ({ section: { level, relevant } }: PlacedQuestion) => canonicalJson([level, relevant ?? null]);
  const elsewhere = from.section.name !== to.section.name;
  const subject = called(kinds.questionKind.words, to.question.name, to.question.label);
  const place = ({ section }: PlacedQuestion) => called(kinds.sectionKind.words, section.name, section.label);
  const [old, now] = [place(from), place(to)];
  return {
    code: 'question_moved',
    path: to.path,
    severity: elsewhere && conditions(from) !== conditions(to) ? 'meaning' : 'wording',
    message: elsewhere
      ? {
          vi: `Chuyển ${subject.vi} từ ${old.vi} sang ${now.vi}.`,
          en: `The ${subject.en} has moved from the ${old.en} to the ${now.en}.`,
        }
      : {
          vi: `Đổi chỗ ${subject.vi} trong ${now.vi}.`,
          en: `The ${subject.en} has another place in the ${now.en}.`,
        },
    before: from.section.name,
    after: to.section.name,
  };
}

function choiceChanges(before: FormDefinition, after: FormDefinition): Change[] {
  const [old, now] = [new Map(Object.entries(before.choices)), new Map(Object.entries(after.choices))];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((list) =>
    compareList(kinds.choiceKind, old.get(list) ?? [], now.get(list) ?? [], `choices.${list}`),
  );
}

function classificationChanges({ classification: before }: FormDefinition, now: FormDefinition): Change[] {
  const { classification: after } = now;
  const path = 'classification';
  if (before && after) return comparePart(kinds.classificationKind, before, after, path);
  if (after) return [partAdded(kinds.classificationKind, after, path)];
  return before ? [partRemoved(kinds.classificationKind, before, path)] : [];
}
