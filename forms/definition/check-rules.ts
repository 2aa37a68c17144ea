import type { Issue } from '../issue.ts';
import { definitionError } from './definition-issue.ts';
import type { Classification, FormDefinition, Target } from './schema.ts';

/** Whether criteria, classification and targets each say one thing that can be judged. */
export function checkRules(definition: FormDefinition): Issue[] {
  const issues: Issue[] = [];
  definition.criteria.forEach((criterion, c) => {
    if ((criterion.test === undefined) === (criterion.measure === undefined)) {
      issues.push(
        definitionError(
          'test_or_measure',
          `criteria.${c}`,
          'Tiêu chí cần đúng một trong hai: “test” hoặc “measure”.',
          'A criterion needs exactly one of “test” and “measure”.',
        ),
      );
    }
    if (criterion.measure?.empty !== undefined && criterion.measure.denominator === undefined) {
      issues.push(
        definitionError(
          'empty_without_denominator',
          `criteria.${c}.measure.empty`,
          '“empty” chỉ có nghĩa khi có mẫu số.',
          '“empty” means something only with a denominator.',
        ),
      );
    }
  });
  if (definition.classification) issues.push(...checkClassification(definition.classification));
  definition.targets.forEach((target, t) => {
    if (!hasGoal(target)) {
      issues.push(
        definitionError(
          'target_without_goal',
          `targets.${t}`,
          'Chỉ tiêu cần nêu “share”, “count” hoặc “units”.',
          'A target needs a “share”, a “count” or “units”.',
        ),
      );
    }
  });
  return issues;
}

function hasGoal({ share, count, units }: Target): boolean {
  return share !== undefined || count !== undefined || units !== undefined;
}

function checkClassification({ order, rules, labels = {} }: Classification): Issue[] {
  const unknown = (code: string, path: string) =>
    definitionError(
      'unknown_class',
      path,
      `Không có loại “${code}” trong thứ tự các loại.`,
      `The class “${code}” is not in the order of classes.`,
    );
  return [
    ...order
      .map((code, o) => ({ code, path: `classification.order.${o}`, first: order.indexOf(code) === o }))
      .filter(({ first }) => !first)
      .map(({ code, path }) =>
        definitionError('duplicate_class', path, `Loại “${code}” bị lặp.`, `The class “${code}” stands twice.`),
      ),
    ...rules.flatMap((rule, r) =>
      order.includes(rule.class) ? [] : [unknown(rule.class, `classification.rules.${r}.class`)],
    ),
    ...Object.keys(labels).flatMap((code) =>
      order.includes(code) ? [] : [unknown(code, `classification.labels.${code}`)],
    ),
  ];
}
