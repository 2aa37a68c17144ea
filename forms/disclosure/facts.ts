import type { FormDefinition, Level } from '../definition/schema.ts';
import { parseExpression } from '../expression/parse.ts';
import { referencesOf } from '../expression/references.ts';
import type { ScoreRule } from '../scoring/compile-score-rule.ts';
import { type CompiledCriterion, type CompiledScoring, compileScoring } from '../scoring/compile-scoring.ts';
import type { CompiledMeasure } from '../scoring/measure.ts';
import type { EarlierRound } from '../scoring/reads.ts';
import { verdict } from '../scoring/verdict.ts';
import { partsOf } from './parts.ts';
import { singlesOut } from './sensitive.ts';
import { questionsRead, type Term, termsOf } from './terms.ts';

/** What a form says about which of its numbers can give somebody away. */
export interface DisclosureFacts {
  scoring: CompiledScoring;
  /** Every question that is a number, by name. */
  numbers: ReadonlyMap<string, Level>;
  sensitive: ReadonlySet<string>;
  /** By part, what it is a part of. */
  wholes: ReadonlyMap<string, readonly string[]>;
  /** Those of which some verdict tells more than that it is none or all, so that nothing is said of them. */
  withheld: ReadonlySet<string>;
  /** The parts of a share that is judged by another threshold than the whole. */
  narrow: ReadonlySet<string>;
  /** By name the earlier rounds that it is compared with. */
  compared: ReadonlyMap<string, ReadonlySet<EarlierRound>>;
}

/** The summands of an expression that are sensitive; null when it reads some without being their plain sum. */
export function sensitiveTerms(
  { ast }: ScoreRule,
  { scoring, sensitive }: Pick<DisclosureFacts, 'scoring' | 'sensitive'>,
) {
  const read = [...questionsRead(ast, scoring.calculations)].filter((name) => sensitive.has(name));
  if (read.length === 0) return [];
  const names = { villageQuestions: new Set(scoring.village.questions.keys()), calculations: scoring.calculations };
  return termsOf(ast, names)?.filter(({ name }) => sensitive.has(name)) ?? null;
}

const known = new WeakMap<FormDefinition, DisclosureFacts>();

/** Worked out once for each definition object, which is taken not to change afterwards. */
export function disclosureFacts(definition: FormDefinition): DisclosureFacts {
  const before = known.get(definition);
  if (before) return before;
  const facts = factsOf(definition);
  known.set(definition, facts);
  return facts;
}

function factsOf(definition: FormDefinition): DisclosureFacts {
  const scoring = compileScoring(definition);
  const asked = definition.sections.flatMap(({ level, questions }) =>
    questions.map((question) => ({ level, question })),
  );
  const sensitive = new Set(asked.filter(({ question }) => singlesOut(question)).map(({ question }) => question.name));
  const numbers = new Map(
    asked
      .filter(({ question: { name, type } }) => sensitive.has(name) || type === 'integer' || type === 'decimal')
      .map(({ level, question }) => [question.name, level]),
  );
  const wholes = new Map<string, string[]>();
  const withheld = new Set<string>();
  const narrow = new Set<string>();
  const compared = new Map<string, Set<EarlierRound>>();
  const facts = { scoring, numbers, sensitive, wholes, withheld, narrow, compared };

  const partOf = (part: string, whole: string) => {
    if (part === whole || !numbers.has(part) || numbers.get(part) !== numbers.get(whole)) return;
    wholes.set(part, [...new Set([...(wholes.get(part) ?? []), whole])]);
  };
  const withhold = (names: Iterable<string>) => {
    for (const name of names) if (sensitive.has(name)) withheld.add(name);
  };

  /** The ways in which each is judged: two verdicts about one count bound it from both sides. */
  const judgedAs = new Map<string, Set<string>>();
  const judgedWholes = new Set<string>();

  for (const [part, whole] of partsOf(definition)) partOf(part, whole);
  for (const { question } of asked) {
    // What is worked out from counts is another way of telling them.
    const ast = question.calculation === undefined ? null : parseExpression(question.calculation).ast;
    if (ast && [...referencesOf(ast)].some((name) => sensitive.has(name))) {
      sensitive.add(question.name);
      withhold([question.name]);
    }
  }
  for (const criterion of scoring.criteria) {
    for (const rule of [criterion.applicable, criterion.test]) {
      if (rule) withhold(questionsRead(rule.ast, scoring.calculations));
    }
    for (const measure of criterion.measures) withhold(readMeasure(measure));
  }
  for (const [name, ways] of judgedAs) {
    // A part that is the whole of another, each short of its own, puts the outer whole at two at least.
    if ((ways.size > 1 || judgedWholes.has(name)) && wholes.has(name)) withhold([name, ...wholes.get(name)!]);
  }
  return facts;

  /** Notes what a measure says of its questions, and returns those of which nothing may be said because of it. */
  function readMeasure(compiled: CompiledMeasure): Iterable<string> {
    const { numerator, denominator, measure, comparedWith } = compiled;
    const above = sensitiveTerms(numerator, facts);
    const below = denominator ? sensitiveTerms(denominator, facts) : [];
    const all = () =>
      [numerator, denominator].flatMap((rule) => (rule ? [...questionsRead(rule.ast, scoring.calculations)] : []));
    if (above === null || below === null) return all();
    if (above.length + below.length === 0) return [];
    const one = onlyName(numerator, facts);
    if (one !== null) judgedAs.set(one, new Set([...(judgedAs.get(one) ?? []), wayOf(compiled)]));
    if (!denominator) return splitsSmall(compiled) ? all() : [];
    const isWhole = asksForAll(compiled);
    if (comparedWith) {
      if (measure.target !== 1 || !sameNames(above, below)) return all();
      for (const { name } of above) compared.set(name, new Set([...(compared.get(name) ?? []), comparedWith]));
      return [];
    }
    if (above.length === 0 || [...above, ...below].some(({ round }) => round !== null)) return all();
    if (below.length === 0 && !isWhole) return all();
    if (measure.comparison === '=' && !isWhole) return all();
    if (!isWhole) for (const { name } of above) narrow.add(name);
    const whole = onlyName(denominator, facts);
    if (one !== null && whole !== null) {
      partOf(one, whole);
      judgedWholes.add(whole);
      return [];
    }
    // Of several together each has to be a part of one of them, else their difference is nobody's.
    const isPaired = ({ name }: Term) => below.some((other) => wholes.get(name)?.includes(other.name));
    return above.every(isPaired) ? [] : above.map(({ name }) => name);
  }
}

const asksForAll = ({ measure: { comparison, target } }: CompiledMeasure) =>
  target === 1 && ['=', '>='].includes(comparison);

/** By what a count is judged; the same measure in two criteria is one way. */
function wayOf(compiled: CompiledMeasure): string {
  const { measure, denominator, comparedWith } = compiled;
  if (comparedWith) return 'earlier';
  return denominator && asksForAll(compiled)
    ? `all of ${measure.denominator}`
    : `${measure.comparison} ${measure.target} ${measure.denominator}`;
}

/** Whether a count of 1 to 4 is judged differently according to which it is. */
function splitsSmall({ measure, target }: CompiledMeasure): boolean {
  const numerator = { kind: 'number' as const, lo: 1, hi: 4 };
  return verdict(measure, { numerator, denominator: null, threshold: target }).met === null;
}

function sameNames(above: readonly Term[], below: readonly Term[]): boolean {
  const names = (terms: readonly Term[]) =>
    terms
      .map(({ name }) => name)
      .sort()
      .join(' ');
  return names(above) === names(below);
}

/** The question of which an expression is the total, where it is the total of one. */
function onlyName({ ast }: ScoreRule, { scoring }: Pick<DisclosureFacts, 'scoring'>): string | null {
  const names = { villageQuestions: new Set(scoring.village.questions.keys()), calculations: scoring.calculations };
  const terms = termsOf(ast, names);
  return terms?.length === 1 ? terms[0]!.name : null;
}

/** The questions whose figures a criterion uses. */
export function questionsOf(criterion: CompiledCriterion, { scoring }: DisclosureFacts): string[] {
  const { applicable, test, measures } = criterion;
  const rules = [applicable, test, ...measures.flatMap(({ numerator, denominator }) => [numerator, denominator])];
  const read = rules.flatMap((rule) => (rule ? [...questionsRead(rule.ast, scoring.calculations)] : []));
  const isQuestion = (name: string) => scoring.village.questions.has(name) || scoring.commune.questions.has(name);
  return [...new Set(read)].filter(isQuestion).sort();
}
