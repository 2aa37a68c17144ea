import type { Issue } from '../issue.ts';
import { checkTargets } from './check-targets.ts';
import { definitionError } from './definition-issue.ts';
import { measuresOf } from './measures-of.ts';
import type { Classification, FormDefinition } from './schema.ts';

/** Whether criteria, classification and targets each say one thing that can be judged. */
export function checkRules(definition: FormDefinition): Issue[] {
  const issues: Issue[] = [];
  definition.criteria.forEach((criterion, c) => {
    const { test, measure, all } = criterion;
    if ([test, measure, all].filter((rule) => rule !== undefined).length !== 1) {
      issues.push(
        definitionError(
          'test_or_measure',
          `criteria.${c}`,
          'Tiêu chí cần đúng một trong ba: “test”, “measure” hoặc “all”.',
          'A criterion needs exactly one of “test”, “measure” and “all”.',
        ),
      );
    }
    for (const { measure, path } of measuresOf(criterion)) {
      if (measure.empty === undefined || measure.denominator !== undefined) continue;
      issues.push(
        definitionError(
          'empty_without_denominator',
          `criteria.${c}.${path}.empty`,
          '“empty” chỉ có nghĩa khi có mẫu số.',
          '“empty” means something only with a denominator.',
        ),
      );
    }
  });
  if (definition.classification) issues.push(...checkClassification(definition.classification));
  issues.push(...checkTargets(definition));
  return issues;
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
