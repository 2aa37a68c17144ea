import { type CompiledLevel, type CompiledQuestion, compileLevel, levelReading } from '../answers/compile-level.ts';
import { measuresOf } from '../definition/measures-of.ts';
import type { Attribute, Criterion, FormDefinition } from '../definition/schema.ts';
import { referencesOf } from '../expression/references.ts';
import { compileScoreRule, type ScoreRule } from './compile-score-rule.ts';
import type { CriterionReads } from './gaps.ts';
import { type CompiledMeasure, compileMeasure } from './measure.ts';
import { readsOf } from './reads.ts';

export interface CompiledCriterion {
  criterion: Criterion;
  applicable: ScoreRule | null;
  /** Null when there are `measures`. */
  test: ScoreRule | null;
  /** All have to be met. */
  measures: readonly CompiledMeasure[];
  reads: CriterionReads;
  /** The commune's own questions among what it reads. */
  communeQuestions: readonly CompiledQuestion[];
}

export interface CompiledClassification {
  order: readonly string[];
  rules: readonly { class: string; when: ScoreRule }[];
  flags: readonly { flag: string; when: ScoreRule }[];
}

/** A form made ready to score communes with. */
export interface CompiledScoring {
  commune: CompiledLevel;
  village: CompiledLevel;
  attributes: ReadonlyMap<string, Attribute['type']>;
  calculations: ReadonlyMap<string, ScoreRule>;
  criteria: readonly CompiledCriterion[];
  classification: CompiledClassification | null;
}

const compiled = new WeakMap<FormDefinition, CompiledScoring>();

/**
 * Compiles a form once for each definition object, which is taken not to change afterwards.
 *
 * @throws when the definition is not one that `checkDefinition` accepts.
 */
export function compileScoring(definition: FormDefinition): CompiledScoring {
  const known = compiled.get(definition);
  if (known) return known;
  const made = compile(definition);
  compiled.set(definition, made);
  return made;
}

function compile(definition: FormDefinition): CompiledScoring {
  const read = namesRead(definition);
  const commune = levelReading(compileLevel(definition, 'commune'), read);
  const village = levelReading(compileLevel(definition, 'village'), read);
  const calculations = new Map(
    definition.calculations.map(({ name, expression }) => [name, compileScoreRule(expression)]),
  );
  const attributes = new Map(definition.attributes.map(({ name, type }) => [name, type]));
  const isWhole = (name: string) => attributes.get(name) !== 'number' && isWholeQuestion(name, commune, village);
  const criterionReads = (rules: readonly ScoreRule[]): CriterionReads => {
    const { current, earlier } = readsOf(rules, calculations);
    const names = [...current];
    return {
      villageQuestions: names.filter((name) => village.questions.has(name)),
      communeNames: names.filter((name) => commune.questions.has(name) || attributes.has(name)),
      earlier,
    };
  };
  const { classification } = definition;
  return {
    commune,
    village,
    attributes,
    calculations,
    criteria: definition.criteria.map((criterion) => {
      const rule = (source: string | undefined) => (source === undefined ? null : compileScoreRule(source));
      const applicable = rule(criterion.applicable);
      const test = rule(criterion.test);
      const measures = measuresOf(criterion).map(({ measure }) =>
        compileMeasure(measure, calculations, isWhole, criterionReads),
      );
      const measured = measures.flatMap(({ numerator, denominator }) => [numerator, denominator]);
      const reads = criterionReads([applicable, test, ...measured].filter((part) => part !== null));
      const communeQuestions = reads.communeNames.flatMap((name) => commune.questions.get(name) ?? []);
      return { criterion, applicable, test, measures, reads, communeQuestions };
    }),
    classification: classification
      ? {
          order: classification.order,
          rules: classification.rules.map((rule) => ({ class: rule.class, when: compileScoreRule(rule.when) })),
          flags: classification.flags.map(({ flag, when }) => ({ flag, when: compileScoreRule(when) })),
        }
      : null,
  };
}

/** Every name that some rule reads, of whatever round. */
function namesRead({ calculations, criteria, classification }: FormDefinition): Set<string> {
  const sources = [
    ...calculations.map(({ expression }) => expression),
    ...criteria.flatMap((criterion) => [
      criterion.applicable,
      criterion.test,
      ...measuresOf(criterion).flatMap(({ measure }) => [measure.numerator, measure.denominator]),
    ]),
    ...(classification?.rules.map(({ when }) => when) ?? []),
    ...(classification?.flags.map(({ when }) => when) ?? []),
  ];
  const rules = sources.filter((source) => source !== undefined).map(compileScoreRule);
  return new Set(rules.flatMap(({ ast }) => [...referencesOf(ast)]));
}

/** Whether a name can only stand for a whole number; text and choices are only ever counted. */
function isWholeQuestion(name: string, ...levels: CompiledLevel[]): boolean {
  const found = levels.map((level) => level.questions.get(name)).find((question) => question !== undefined);
  if (!found || found.question.type === 'integer') return true;
  return found.entry.kind !== 'number' && found.entry.kind !== 'any';
}
