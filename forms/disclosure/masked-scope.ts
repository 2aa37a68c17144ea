import type { Expr } from '../expression/ast.ts';
import { walk } from '../expression/references.ts';
import type { ScoreScope } from '../expression/score/scope.ts';
import { exactly, type NumberValue, type ScoreValue, unknownCount } from '../expression/score/value.ts';
import type { CompiledScoring } from '../scoring/compile-scoring.ts';
import type { DisclosureFacts } from './facts.ts';
import type { Disclosed } from './marks.ts';
import { totalOf } from './totals.ts';

/**
 * A commune as somebody knows it who has only what is published of it: totals that are shown, 1 to 4 for `<5`, and of what is
 * withheld no more than that it is part of its whole. Rules that run in it come to what follows from that and to nothing else.
 */
export function maskedScope(
  scope: ScoreScope,
  marks: ReadonlyMap<string, Disclosed>,
  facts: DisclosureFacts,
): ScoreScope {
  const { scoring, sensitive, numbers } = facts;
  const scattered = readOtherwise(scoring);
  const bounds = (name: string) => boundsOf(name, scope, marks, facts);
  const own = (name: string) => sensitive.has(name) && numbers.get(name) === 'commune';
  const masked: ScoreScope = {
    value(name): ScoreValue | undefined {
      if (own(name)) return bounds(name);
      const calculation = scoring.calculations.get(name);
      return calculation ? calculation.run(masked) : scope.value(name);
    },
    villages:
      scope.villages?.map((village, i) => ({
        value(name): ScoreValue | undefined {
          if (own(name) || scoring.calculations.has(name)) return masked.value(name);
          if (!sensitive.has(name)) return village.value(name);
          if (scattered.has(name)) return unknownCount;
          // Only sums are read: one village stands for all.
          return i === 0 ? bounds(name) : exactly(0);
        },
        villages: [],
        previous: null,
        baseline: null,
      })) ?? null,
    previous: null,
    baseline: null,
  };
  return masked;
}

/** What is published of a question's total. */
function boundsOf(
  name: string,
  scope: ScoreScope,
  marks: ReadonlyMap<string, Disclosed>,
  facts: DisclosureFacts,
): NumberValue {
  const mark = marks.get(name);
  if (mark === 'shown') return totalOf(name, scope, facts);
  if (mark === '<5') return { kind: 'number', lo: 1, hi: 4 };
  const wholes = (facts.wholes.get(name) ?? []).filter((whole) => marks.get(whole) !== 'withheld');
  const first = wholes[0];
  return { kind: 'number', lo: 0, hi: first === undefined ? null : boundsOf(first, scope, marks, facts).hi };
}

/** The names that the classification reads in some other way than as a sum over the villages. */
function readOtherwise({ classification, calculations, village }: CompiledScoring): Set<string> {
  const found = new Set<string>();
  const rules = [
    ...calculations.values(),
    ...[...(classification?.rules ?? []), ...(classification?.flags ?? [])].map(({ when }) => when),
  ];
  for (const { ast } of rules) {
    walk(ast, (node) => {
      if (node.kind !== 'call' || isPlainSum(node)) return;
      for (const arg of node.args) {
        walk(arg, (inner) => {
          if (inner.kind === 'reference' && village.questions.has(inner.name)) found.add(inner.name);
        });
      }
    });
  }
  return found;
}

const isPlainSum = ({ name, args }: Expr & { kind: 'call' }) => name === 'sum' && args[0]?.kind === 'reference';
