import type { Expr } from '../expression/ast.ts';
import { parseExpression } from '../expression/parse.ts';
import type { Issue } from '../issue.ts';
import { scoreCommune } from '../scoring/score-commune.ts';
import type { CriterionStatus } from '../scoring/scorecard.ts';
import { type AtMost, knownAtMost } from './at-most.ts';
import { canonicalJson } from './canonical.ts';
import { definitionWarning } from './definition-issue.ts';
import { measuresOf } from './measures-of.ts';
import type { Criterion, FormDefinition, Measure, Target } from './schema.ts';

/**
 * Rules that no commune can ever satisfy, as warnings: `never_met` and `never_applies` for a criterion, `contradictory_target`
 * for a target that wants more units than it names. For a form without errors only, because it is scored here.
 */
export function checkAttainable(definition: FormDefinition): Issue[] {
  return [...neverMet(definition), ...sharesAboveAll(definition), ...definition.targets.flatMap(contradiction)];
}

/** Of how many villages the rules are tried; a rule on the number of villages itself is left alone. */
const sizes = [1, 100];

/**
 * Scores communes of which nothing is known: a verdict that stands already is the verdict on any answers, because what arrives
 * later never unsettles one (docs/domain.md §3).
 */
function neverMet(definition: FormDefinition): Issue[] {
  const statuses = sizes.map((size) => statusesOf(definition, size));
  const always = (c: number, status: CriterionStatus) => statuses.every((each) => each[c] === status);
  return definition.criteria.flatMap((criterion, c) => {
    if (countsVillages(criterion, definition)) return [];
    const path = `criteria.${c}`;
    if (always(c, 'not_met')) return [neverMetIssue(criterion.id, path)];
    return always(c, 'not_applicable') ? [neverApplies(criterion.id, `${path}.applicable`)] : [];
  });
}

function statusesOf(definition: FormDefinition, size: number): CriterionStatus[] {
  const villages = Array.from({ length: size }, (_, i) => ({ id: String(i), answers: null }));
  return scoreCommune(definition, { commune: {}, attributes: {}, villages }).criteria.map(({ status }) => status);
}

/** By its name anywhere in the rule, or in a calculation that the rule might read: what is left alone is not judged wrongly. */
function countsVillages(criterion: Criterion, { calculations }: FormDefinition): boolean {
  return canonicalJson([criterion, calculations]).includes('count-villages(');
}

/** A share of over 100 % of a total that its part may not exceed. */
function sharesAboveAll(definition: FormDefinition): Issue[] {
  const atMost = knownAtMost(definition);
  return definition.criteria.flatMap((criterion, c) =>
    measuresOf(criterion)
      .filter(({ measure }) => wantsMoreThanAll(measure) && isPart(measure, atMost))
      .map(({ path }) => aboveAll(criterion.id, `criteria.${c}.${path}.target`)),
  );
}

function wantsMoreThanAll({ comparison, target }: Measure): boolean {
  return comparison === '>' ? target >= 1 : (comparison === '>=' || comparison === '=') && target > 1;
}

/** Whether each term of the numerator is a part of a term of the denominator that is its alone. */
function isPart({ numerator, denominator }: Measure, atMost: AtMost): boolean {
  const parts = terms(numerator);
  const totals = denominator === undefined ? null : terms(denominator);
  if (!parts || !totals) return false;
  return parts.every(({ name, summed }) => {
    const totalsOfPart = atMost(name);
    const at = totals.findIndex((total) => total.summed === summed && totalsOfPart.has(total.name));
    return at >= 0 && totals.splice(at, 1).length === 1;
  });
}

interface Term {
  name: string;
  summed: boolean;
}

/** The terms of `sum(${a}) + ${b} + …`; null when it is anything else. */
function terms(source: string): Term[] | null {
  const { ast } = parseExpression(source);
  const all = ast ? addends(ast).map(term) : [];
  return all.length > 0 && all.every((one) => one !== null) ? all : null;
}

function addends(ast: Expr): Expr[] {
  return ast.kind === 'binary' && ast.operator === '+' ? [...addends(ast.left), ...addends(ast.right)] : [ast];
}

function term(ast: Expr): Term | null {
  if (ast.kind === 'reference') return { name: ast.name, summed: false };
  const [only] = ast.kind === 'call' && ast.name === 'sum' && ast.args.length === 1 ? ast.args : [];
  return only?.kind === 'reference' ? { name: only.name, summed: true } : null;
}

function contradiction({ id, count, units }: Target, t: number): Issue[] {
  if (count === undefined || units === undefined || count <= new Set(units).size) return [];
  return [
    definitionWarning(
      'contradictory_target',
      `targets.${t}.count`,
      `Chỉ tiêu “${id}” cần ${count} đơn vị nhưng chỉ nêu tên ${new Set(units).size}.`,
      `The target “${id}” wants ${count} units but names ${new Set(units).size}.`,
    ),
  ];
}

function neverMetIssue(id: string, path: string): Issue {
  return definitionWarning(
    'never_met',
    path,
    `Tiêu chí “${id}” không bao giờ đạt, dù trả lời thế nào.`,
    `The criterion “${id}” can never be met, whatever is answered.`,
  );
}

function aboveAll(id: string, path: string): Issue {
  return definitionWarning(
    'never_met',
    path,
    `Tiêu chí “${id}” đòi hỏi trên 100 %, nhưng phần không thể lớn hơn tổng.`,
    `The criterion “${id}” wants over 100 %, but the part cannot exceed the total.`,
  );
}

function neverApplies(id: string, path: string): Issue {
  return definitionWarning(
    'never_applies',
    path,
    `Tiêu chí “${id}” không bao giờ được xét: điều kiện áp dụng luôn sai.`,
    `The criterion “${id}” never applies: its condition is always false.`,
  );
}
