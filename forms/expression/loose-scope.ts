import type { Value } from '../value.ts';
import type { Expr } from './ast.ts';
import { isAggregate } from './functions/entry.ts';
import { functionNamed } from './functions/registry.ts';
import type { Mode, NameInfo } from './kind.ts';
import { referencesOf } from './references.ts';
import { answerValue, type ScoreScope } from './score/scope.ts';
import { unknown } from './score/value.ts';

const choiceFunctions = new Set(['selected', 'selected-at', 'count-selected']);

/** The names of an expression that stands alone, their level guessed: a name is a village's when its value is a list by village. */
export function looseNames(ast: Expr, mode: Mode, values: Record<string, Value>): Map<string, NameInfo> {
  const byVillage = mode === 'score' ? listsByVillage(ast, values) : new Set<string>();
  const infoOf = (name: string): NameInfo => ({ kind: 'any', level: byVillage.has(name) ? 'village' : 'commune' });
  return new Map([...referencesOf(ast)].map((name) => [name, infoOf(name)]));
}

/** A commune and its villages: as many as the longest list by village has answers, else the longest list at all, else one. */
export function looseScope(values: Record<string, Value>, names: ReadonlyMap<string, NameInfo>): ScoreScope {
  const lists = new Map<string, readonly Value[]>();
  for (const [name, { level }] of names) {
    const list = level === 'village' ? values[name] : null;
    if (Array.isArray(list)) lists.set(name, list);
  }
  const commune = (name: string) => (Object.hasOwn(values, name) ? answerValue(values[name], 'any') : unknown);
  const counted = lists.size > 0 ? [...lists.values()] : Object.values(values).filter((value) => Array.isArray(value));
  const count = counted.length > 0 ? Math.max(...counted.map((list) => list.length)) : 1;
  const villages: ScoreScope[] = [];
  for (let i = 0; i < count; i++) {
    const value = (name: string) => (lists.has(name) ? answerValue(lists.get(name)?.[i], 'any') : commune(name));
    villages.push({ value, villages, previous: null, baseline: null });
  }
  return { value: commune, villages, previous: null, baseline: null };
}

/** Lists that an aggregate reads, but not as one answer's choices, and lists that hold more than the names of choices. */
function listsByVillage(ast: Expr, values: Record<string, Value>): Set<string> {
  const found = new Set<string>();
  const visit = (node: Expr, inAggregate: boolean, asChoices: boolean) => {
    switch (node.kind) {
      case 'reference': {
        const value = Object.hasOwn(values, node.name) ? values[node.name] : null;
        if (!Array.isArray(value)) return;
        const isChoices = value.every((item) => typeof item === 'string') && (asChoices || !inAggregate);
        if (!isChoices) found.add(node.name);
        return;
      }
      case 'negate':
        return visit(node.operand, inAggregate, false);
      case 'binary':
        visit(node.left, inAggregate, false);
        return visit(node.right, inAggregate, false);
      case 'call': {
        const aggregates = isAggregate(functionNamed(node.name), node.args.length);
        for (const arg of node.args) visit(arg, inAggregate || aggregates, choiceFunctions.has(node.name));
      }
    }
  };
  visit(ast, false, false);
  return found;
}
