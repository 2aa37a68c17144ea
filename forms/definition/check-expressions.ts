import type { Expr } from '../expression/ast.ts';
import { checkExpression } from '../expression/check.ts';
import type { NameInfo } from '../expression/kind.ts';
import { parseExpression } from '../expression/parse.ts';
import { walk } from '../expression/references.ts';
import type { Issue } from '../issue.ts';
import { flagNames } from './check-names.ts';
import { definitionError } from './definition-issue.ts';
import { type ExpressionSite, expressionSites } from './expression-sites.ts';
import { type KnownNames, knownNames, type Names } from './known-names.ts';
import type { FormDefinition } from './schema.ts';

/**
 * Syntax, names and types of every expression, each issue with its path and range. Beside what `checkExpression` reports:
 * `other_level` for a form expression that reads something which is not an answer of its own unit, because a village's link
 * opens that village only.
 */
export function checkExpressions(definition: FormDefinition): Issue[] {
  const known = knownNames(definition);
  const flags = new Map([...known.score, ...flagNames.map((name) => [name, flagInfo(name)] as const)]);
  return expressionSites(definition).flatMap((site) => {
    const { ast, issues } = parseExpression(site.source, site.path);
    if (!ast) return issues;
    const names = site.level === null ? (site.flag ? flags : known.score) : known.form[site.level];
    const elsewhere = site.level === null ? [] : otherLevel(ast, site, names, known);
    return [
      ...elsewhere,
      ...checkExpression(ast, {
        mode: site.level === null ? 'score' : 'form',
        // Names of elsewhere are reported above, so they are not to be unknown as well.
        names: elsewhere.length === 0 ? names : new Map([...known.score, ...names]),
        self: site.self,
        columns: columnsOf(site, definition),
        path: site.path,
      }),
    ];
  });
}

function flagInfo(name: string): NameInfo {
  return { kind: name === 'ready' ? 'boolean' : 'string', level: 'calculation' };
}

function otherLevel(ast: Expr, { path }: ExpressionSite, names: Names, known: KnownNames): Issue[] {
  const issues: Issue[] = [];
  walk(ast, (node) => {
    if (node.kind !== 'reference' || names.has(node.name) || !known.score.has(node.name)) return;
    issues.push({
      ...definitionError(
        'other_level',
        path,
        `“${node.name}” không thuộc phần phiếu này; biểu thức chỉ đọc được câu trả lời của chính đơn vị.`,
        `“${node.name}” is not in this part of the form; the expression reads the unit's own answers only.`,
      ),
      range: node.range,
    });
  });
  return issues;
}

function columnsOf({ choices }: ExpressionSite, definition: FormDefinition): Set<string> | undefined {
  if (choices === undefined) return undefined;
  const list = definition.choices[choices] ?? [];
  return new Set(list.flatMap((choice) => Object.keys(choice).filter((key) => typeof choice[key] === 'string')));
}
