import type { Issue } from '../issue.ts';
import { checkAttainable } from './check-attainable.ts';
import { checkChoices } from './check-choices.ts';
import { checkCycles } from './check-cycles.ts';
import { checkExpressions } from './check-expressions.ts';
import { checkLabels } from './check-labels.ts';
import { checkCounts, checkSize } from './check-limits.ts';
import { checkMessages } from './check-messages.ts';
import { checkNames } from './check-names.ts';
import { checkQuestions } from './check-questions.ts';
import { checkReach } from './check-reach.ts';
import { checkRules } from './check-rules.ts';
import { checkStructure } from './check-structure.ts';
import type { FormDefinition } from './schema.ts';

/** What a definition means, one concern each; all are asked, so that an author sees every problem at once. */
const meaning: ((definition: FormDefinition) => Issue[])[] = [
  checkNames,
  checkQuestions,
  checkChoices,
  checkLabels,
  checkExpressions,
  checkMessages,
  checkCycles,
  checkRules,
];

/** What a form without errors can never come to. These run its expressions, which only sound ones allow. */
const possibility: typeof meaning = [checkReach, checkAttainable];

/**
 * Reads a form definition from JSON of any origin: first its size and structure, then what it means.
 *
 * `definition`, with every default filled in, is null as soon as one issue is an error; warnings leave it usable.
 */
export function checkDefinition(json: unknown): { definition: FormDefinition | null; issues: Issue[] } {
  const tooLarge = checkSize(json);
  if (tooLarge.length > 0) return { definition: null, issues: tooLarge };
  const { definition, issues: structure } = checkStructure(json);
  if (!definition) return { definition, issues: structure };
  // Past these limits the rest is not looked at: they bound what it may cost.
  const tooMany = checkCounts(definition);
  if (tooMany.length > 0) return { definition: null, issues: tooMany };

  const issues = meaning.flatMap((check) => check(definition));
  if (issues.some(({ severity }) => severity === 'error')) return { definition: null, issues };
  return { definition, issues: [...issues, ...possibility.flatMap((check) => check(definition))] };
}
