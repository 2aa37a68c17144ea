import * as v from 'valibot';
import type { Labels } from '../issue.ts';

/** Question and choice-list names: XLSForm's rule without the namespace colon, and never starting with a digit. */
const Name = v.pipe(v.string(), v.regex(/^[A-Za-z_][A-Za-z0-9_.-]*$/), v.maxLength(64));
const LabelsSchema = v.record(v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/)), v.string());
const Expression = v.pipe(v.string(), v.minLength(1), v.maxLength(4000));

export const questionTypes = [
  'integer',
  'decimal',
  'text',
  'note',
  'date',
  'select_one',
  'select_multiple',
  'range',
  'calculate',
  'acknowledge',
  'hidden',
] as const;

export const levels = ['commune', 'village'] as const;

/** One question. Field names and meaning are XLSForm's; `choices` names a list of `FormDefinition.choices`. */
export const QuestionSchema = v.strictObject({
  type: v.picklist(questionTypes),
  name: Name,
  label: v.optional(LabelsSchema),
  hint: v.optional(LabelsSchema),
  guidance_hint: v.optional(LabelsSchema),
  /** The unit of measure shown behind the field: người, hộ, m². */
  unit: v.optional(LabelsSchema),
  choices: v.optional(Name),
  required: v.optional(v.union([v.boolean(), Expression])),
  required_message: v.optional(LabelsSchema),
  relevant: v.optional(Expression),
  constraint: v.optional(Expression),
  constraint_message: v.optional(LabelsSchema),
  calculation: v.optional(Expression),
  default: v.optional(v.union([v.string(), v.number()])),
  readonly: v.optional(v.union([v.boolean(), Expression])),
  appearance: v.optional(v.string()),
  choice_filter: v.optional(Expression),
  /**
   * `start`, `end` and `step` of a range; `min` and `max` of an integer or a decimal. Numbers are counts and amounts, so
   * `min` is 0 unless it is stated (docs/domain.md, K11).
   */
  parameters: v.optional(v.record(v.string(), v.string())),
});

/** Questions asked together, once for the commune or once for each of its villages. */
export const SectionSchema = v.strictObject({
  name: Name,
  level: v.picklist(levels),
  label: LabelsSchema,
  relevant: v.optional(Expression),
  questions: v.array(QuestionSchema),
});

/** One entry of a choice list; further keys are columns that a `choice_filter` may read. */
export interface Choice {
  name: string;
  label: Labels;
  [column: string]: string | Labels;
}

/** The type is given because an inferred one would want `label` to be a string too, as every further key is. */
export const ChoiceSchema = v.objectWithRest(
  { name: v.pipe(v.string(), v.minLength(1)), label: LabelsSchema },
  v.string(),
) as unknown as v.GenericSchema<Choice>;

/**
 * A rule across questions of one unit, in form mode; `test` must be true. It is not judged while one of the questions it
 * names is blank, as a constraint is not. A warning may be confirmed with a written reason, an error may not.
 */
export const CheckSchema = v.strictObject({
  id: v.string(),
  level: v.picklist(levels),
  test: Expression,
  severity: v.picklist(['error', 'warning']),
  message: LabelsSchema,
});

/** A fact about the unit that the province sets and rules may read: whether it lies on a key route. */
export const AttributeSchema = v.strictObject({
  name: Name,
  /** A `yes_no` is compared with `'yes'` and `'no'`. */
  type: v.picklist(['yes_no', 'number', 'text']),
  label: LabelsSchema,
});

/** A named score-mode expression over the commune, usable as `${name}` in criteria, the classification and later calculations. */
export const CalculationSchema = v.strictObject({
  name: Name,
  expression: Expression,
  label: v.optional(LabelsSchema),
});

/**
 * `numerator comparison target` when there is no denominator; otherwise `numerator comparison target × denominator`, compared
 * as whole numbers. `empty` says what 0 of 0 means: `met` (nothing arose, shown as "không phát sinh") or `invalid` (an input error).
 */
export const MeasureSchema = v.strictObject({
  numerator: Expression,
  denominator: v.optional(Expression),
  comparison: v.picklist(['=', '<', '<=', '>', '>=']),
  target: v.number(),
  empty: v.optional(v.picklist(['met', 'invalid'])),
  /** The words that stand before the numbers in the explanation: "Đã ký cam kết" 1.180/1.192 hộ. */
  counts: v.optional(LabelsSchema),
  unit: v.optional(LabelsSchema),
});

/** One rule of the plan: exactly one of `test`, `measure` and `all`, in score mode over the commune. */
export const CriterionSchema = v.strictObject({
  id: v.string(),
  title: LabelsSchema,
  /** Where the plan says it: "II.3". */
  clause: v.string(),
  /** The clause's own words. */
  quote: v.optional(LabelsSchema),
  /** The reading chosen where the clause is ambiguous. */
  reading: v.optional(LabelsSchema),
  /** A requirement must be met to be recognised; an objective is tracked and never blocks. */
  requirement: v.boolean(),
  /** When false, the criterion is `not_applicable`. */
  applicable: v.optional(Expression),
  test: v.optional(Expression),
  measure: v.optional(MeasureSchema),
  /** Several measures that must all be met, each by itself: one that falls short is not made up for by another. */
  all: v.optional(v.pipe(v.array(MeasureSchema), v.minLength(2))),
  weight: v.optional(v.pipe(v.number(), v.minValue(0))),
});

/**
 * Ordered rules: the first that is true gives the class. `order` lists the classes from the least to the most severe, so that
 * an undetermined class can be shown as the least severe of those still possible.
 */
export const ClassificationSchema = v.strictObject({
  order: v.array(v.string()),
  labels: v.optional(v.record(v.string(), LabelsSchema)),
  rules: v.array(v.strictObject({ class: v.string(), when: Expression })),
  /** Beside what rules read, a flag may read `${class}` and `${ready}`: the class and the readiness just found. */
  flags: v.array(v.strictObject({ flag: v.string(), when: Expression, label: v.optional(LabelsSchema) })),
});

/**
 * How many units a plan wants in a state by the end of a date: `share` (0.15 of those existing then, rounded up), `count`, or
 * `units` by name.
 */
export const TargetSchema = v.strictObject({
  id: v.string(),
  title: LabelsSchema,
  clause: v.string(),
  by: v.pipe(v.string(), v.isoDate()),
  /** Which units are counted; communes unless stated. */
  level: v.optional(v.picklist(levels)),
  /** What a unit has to have reached, where it is not recognition: an answer, or a class other than that of the baseline. */
  state: v.optional(
    v.union([
      v.strictObject({ question: Name, is: v.string() }),
      v.strictObject({ classFrom: v.string(), classTo: v.string() }),
    ]),
  ),
  share: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  count: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  units: v.optional(v.array(v.string())),
});

const calendarKeys = {
  id: v.string(),
  title: LabelsSchema,
  clause: v.string(),
  /** Whether the date itself still counts: "chậm nhất", "đến hết" include it, "trước ngày" does not (docs/domain.md §5). */
  inclusive: v.boolean(),
  /** Who has to do it. */
  audience: v.optional(v.picklist(['village', 'commune', 'district', 'province'])),
};

/**
 * What a plan wants done by when: once (`due`), or again and again (`every`), where a yearly one may name its day. Dates are
 * those of Asia/Ho_Chi_Minh.
 */
export const CalendarEntrySchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('due'), ...calendarKeys, due: v.pipe(v.string(), v.isoDate()) }),
  v.strictObject({
    kind: v.literal('every'),
    ...calendarKeys,
    period: v.picklist(['week', 'month', 'quarter', 'year']),
    /** `MM-DD` of every year. */
    due: v.optional(v.pipe(v.string(), v.regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/))),
  }),
]);

/** A form version: the one document that, with the frozen units and the answers, decides a score. */
export const FormDefinitionSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]*$/), v.maxLength(80)),
  title: LabelsSchema,
  /** The first is the default. */
  languages: v.pipe(v.array(v.string()), v.minLength(1)),
  /** The plan or decision that the form serves, as cited on paper. */
  source: v.optional(LabelsSchema),
  sections: v.array(SectionSchema),
  choices: v.optional(v.record(Name, v.array(ChoiceSchema)), {}),
  attributes: v.optional(v.array(AttributeSchema), []),
  checks: v.optional(v.array(CheckSchema), []),
  calculations: v.optional(v.array(CalculationSchema), []),
  criteria: v.optional(v.array(CriterionSchema), []),
  classification: v.optional(ClassificationSchema),
  targets: v.optional(v.array(TargetSchema), []),
  calendar: v.optional(v.array(CalendarEntrySchema)),
});

export type Level = (typeof levels)[number];
export type QuestionType = (typeof questionTypes)[number];
export type Question = v.InferOutput<typeof QuestionSchema>;
export type Section = v.InferOutput<typeof SectionSchema>;
export type Check = v.InferOutput<typeof CheckSchema>;
export type Attribute = v.InferOutput<typeof AttributeSchema>;
export type Calculation = v.InferOutput<typeof CalculationSchema>;
export type Target = v.InferOutput<typeof TargetSchema>;
export type CalendarEntry = v.InferOutput<typeof CalendarEntrySchema>;
export type Criterion = v.InferOutput<typeof CriterionSchema>;
export type Measure = v.InferOutput<typeof MeasureSchema>;
export type Classification = v.InferOutput<typeof ClassificationSchema>;
export type FormDefinition = v.InferOutput<typeof FormDefinitionSchema>;
