/** The survey language: the only door to `forms/` for the worker, the web pages and Node. */
export { type CheckedAnswers, checkAnswers } from './answers/check-answers.ts';
export type { FormContext } from './answers/evaluate-level.ts';
export { type FormSession, openSession, type SessionChange } from './answers/form-session.ts';
export { initialAnswers } from './answers/initial-answers.ts';
export { offeredChoices } from './answers/offered-choices.ts';
export { readInput } from './answers/read-input.ts';
export { refuseAnswers } from './answers/refuse-answers.ts';
export { canonicalJson } from './definition/canonical.ts';
export { checkDefinition } from './definition/check-definition.ts';
export { renameQuestions } from './definition/rename-questions.ts';
export type {
  Attribute,
  Calculation,
  CalendarEntry,
  Check,
  Choice,
  Classification,
  Criterion,
  FormDefinition,
  Level,
  Measure,
  Question,
  QuestionType,
  Section,
  Target,
} from './definition/schema.ts';
export { FormDefinitionSchema } from './definition/schema.ts';
export type { Mark } from './disclosure/marks.ts';
export { type AnswerMarks, answerMarks, sensitiveQuestions, shownTotals } from './disclosure/mask-answers.ts';
export { type MaskedCriterion, type MaskedScorecard, maskScorecard } from './disclosure/mask-scorecard.ts';
export { saidOf } from './disclosure/said-of.ts';
export { engineVersion } from './engine-version.ts';
export { type EvaluateInput, type Evaluation, evaluateExpression } from './expression/evaluate.ts';
export type { FormSources } from './expression/form/scope.ts';
export { parseExpression } from './expression/parse.ts';
export { printExpression } from './expression/print.ts';
export { formatNumber } from './format-number.ts';
export type { Issue, Labels, Range } from './issue.ts';
export { placeholder, textIn } from './label.ts';
export { personalDataIssue, REACHED_BY } from './privacy/personal-data-issue.ts';
export { explainClass } from './scoring/explain-class.ts';
export { scoreCommune } from './scoring/score-commune.ts';
export type { Bounds, CommuneInput, CriterionResult, CriterionStatus, Scorecard } from './scoring/scorecard.ts';
export { type TargetProgress, type TargetUnit, targetProgress } from './scoring/target-progress.ts';
export { policeMatters } from './templates/police-matters.ts';
export { templates } from './templates/templates.ts';
export { type Answers, isBlank, type Value } from './value.ts';
export type { Change } from './versions/change.ts';
export { consequencesOf } from './versions/consequences.ts';
export { diffDefinitions } from './versions/diff-definitions.ts';
export { type UpgradedAnswers, upgradeAnswers } from './versions/upgrade-answers.ts';
export { type ConditionNames, describeCondition } from './wording/describe-condition.ts';
export { readWorkbook, readXlsform, writeWorkbook, writeXlsform } from './xlsform/lazy.ts';
export { isoDate } from './xlsform/read/iso-date.ts';
export type { CellValue } from './xlsform/workbook/cell.ts';
export type { SheetToWrite } from './xlsform/workbook/write-workbook.ts';
