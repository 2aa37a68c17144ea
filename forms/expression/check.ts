import type { Issue, Range } from '../issue.ts';
import { type Binary, type Call, type Column, type Expr, precedence, type Reference } from './ast.ts';
import { toNumber } from './form/value.ts';
import { acceptsCount, type FunctionEntry, isAggregate, isInMode, parameterAt } from './functions/entry.ts';
import { functionNamed, functions } from './functions/registry.ts';
import { countsOf, signatureOf } from './functions/signature.ts';
import type { Mode, NameInfo, ValueKind } from './kind.ts';
import { type Fault, faults, issueAt } from './messages.ts';
import { quotedReference } from './references.ts';
import { suggest } from './suggest.ts';

export interface CheckContext {
  mode: Mode;
  /** Every name that the expression may refer to. */
  names: ReadonlyMap<string, NameInfo>;
  /** Whether there is a question that `.` stands for; false unless said. */
  self?: boolean;
  /** In a `choice_filter`, the columns of the choice list. */
  columns?: ReadonlySet<string>;
  /** Where the expression stands in the definition, for the issues. */
  path: string;
}

/**
 * What is wrong with an expression before it runs: `unknown_name`, `unknown_function`, `function_not_allowed`, `wrong_arity`,
 * `wrong_type`, `self_not_allowed`, `parent_not_allowed`; what a function finds wrong with literal arguments (`regex_invalid`,
 * `regex_unsupported`, `regex_too_large`, `digest_unsupported`, `position_argument`); and in score mode `village_question_bare`,
 * `nested_aggregate` and the warning `no_village_question`. An expression without errors can be compiled for its mode. A type is
 * wrong only where no answer could make sense of it; in form mode, where ODK gives even that a value, it is a warning unless a
 * question is involved.
 */
export function checkExpression(ast: Expr, context: CheckContext): Issue[] {
  const checker = new Checker(context);
  checker.kindOf(ast);
  return checker.issues;
}

/** The kind of an expression's value, for names that stand for expressions; `any` where it depends on the answers. */
export function expressionKind(ast: Expr, names: ReadonlyMap<string, NameInfo>): ValueKind {
  return new Checker({ mode: 'form', names, path: '' }).kindOf(ast);
}

class Checker {
  readonly issues: Issue[] = [];
  private readonly context: CheckContext;
  /** The aggregate that the walk is inside of, and whether a village's question was met in it. */
  private aggregate: { villageQuestion: boolean } | null = null;

  constructor(context: CheckContext) {
    this.context = context;
  }

  kindOf(ast: Expr): ValueKind {
    switch (ast.kind) {
      case 'number':
        return 'number';
      case 'string':
        return 'string';
      case 'reference':
        return this.reference(ast);
      case 'self':
        if (!this.context.self) this.report(faults.selfNotAllowed(), ast.range);
        return 'any';
      case 'parent':
        this.report(faults.parentNotAllowed(), ast.range);
        return 'any';
      case 'column':
        return this.column(ast);
      case 'negate':
        this.want('number', ast.operand, this.kindOf(ast.operand));
        return 'number';
      case 'binary':
        return this.binary(ast);
      case 'call':
        return this.call(ast);
    }
  }

  private reference({ name, range }: Reference): ValueKind {
    const info = this.nameInfo(name, range);
    if (info?.level === 'village' && this.context.mode === 'score') {
      if (this.aggregate) this.aggregate.villageQuestion = true;
      else this.report(faults.villageQuestionBare(name), range);
    }
    return info?.kind ?? 'any';
  }

  private nameInfo(name: string, range: Range): NameInfo | undefined {
    const info = this.context.names.get(name);
    if (!info) this.report(faults.unknownName(name, suggest(name, this.context.names.keys())), range);
    return info;
  }

  private column({ name, range }: Column): ValueKind {
    if (!this.context.columns?.has(name)) this.report(faults.bareName(name), range);
    return 'any';
  }

  private binary(ast: Binary): ValueKind {
    const left = this.kindOf(ast.left);
    const right = this.kindOf(ast.right);
    switch (ast.operator) {
      case 'and':
      case 'or':
        return 'boolean';
      case '=':
      case '!=':
        this.comparable(ast.left, left, ast.right, right);
        this.comparable(ast.right, right, ast.left, left);
        return 'boolean';
      default:
        this.want('number', ast.left, left, ast.right);
        this.want('number', ast.right, right, ast.left);
        return precedence[ast.operator] < precedence['+'] ? 'boolean' : 'number';
    }
  }

  /** A number or a date is never equal to a word, except that in a form `= ''` asks whether it is blank. */
  private comparable(ast: Expr, kind: ValueKind, other: Expr, otherKind: ValueKind) {
    if (kind !== 'number' && kind !== 'date') return;
    if (other.kind === 'string' && other.value === '') return;
    this.want(kind, other, otherKind, ast);
  }

  /** Words and lists are no numbers. Text that comes from a function often is one (`format-date(…, '%Y')`), so it passes. */
  private want(wanted: ValueKind, ast: Expr, kind: ValueKind, beside: Expr = ast) {
    if ((wanted !== 'number' && wanted !== 'date') || (kind !== 'string' && kind !== 'list')) return;
    if (ast.kind === 'string' && !isNumeral(ast.value)) {
      const certain = this.context.mode === 'score' || beside.kind === 'reference';
      this.report(faults.wrongType(kind, wanted, certain ? 'error' : 'warning'), ast.range);
    }
    if (ast.kind === 'reference') {
      this.report(faults.wrongType(kind, wanted, kind === 'list' ? 'error' : 'warning'), ast.range);
    }
  }

  private call(call: Call): ValueKind {
    const entry = functionNamed(call.name);
    if (!entry) {
      const known = functions.filter((candidate) => isInMode(candidate, this.context.mode)).map(({ name }) => name);
      this.report(faults.unknownFunction(call.name, suggest(call.name, known)), call.nameRange);
    } else if (!isInMode(entry, this.context.mode)) {
      this.report(faults.functionNotInMode(call.name, this.context.mode), call.nameRange);
    } else if (!acceptsCount(entry.parameters, call.args.length)) {
      this.report(
        faults.wrongArity(entry.name, countsOf(entry.parameters), call.args.length, signatureOf(entry)),
        call.range,
      );
    } else {
      for (const { fault, range } of entry.check?.(call.args) ?? []) this.report(fault, range);
    }
    const quoted = quotedReference(call);
    if (quoted !== null) this.nameInfo(quoted, call.args[1]!.range);
    const kinds = this.argumentKinds(call, entry);
    if (!entry) return 'any';
    return typeof entry.returns === 'function' ? entry.returns(kinds) : entry.returns;
  }

  private argumentKinds(call: Call, entry: FunctionEntry | undefined): ValueKind[] {
    const aggregates = this.context.mode === 'score' && isAggregate(entry, call.args.length);
    const outermost = aggregates && this.aggregate === null;
    if (outermost) this.aggregate = { villageQuestion: false };
    else if (aggregates) this.report(faults.nestedAggregate(call.name), call.nameRange);
    const kinds = call.args.map((arg, index) => {
      const kind = arg.kind === 'parent' && entry?.name === 'position' ? 'any' : this.kindOf(arg);
      if (entry) this.want(parameterAt(entry.parameters, index) ?? 'any', arg, kind);
      return kind;
    });
    if (outermost) {
      if (!this.aggregate?.villageQuestion) this.report(faults.noVillageQuestion(call.name), call.range);
      this.aggregate = null;
    }
    return kinds;
  }

  private report(fault: Fault, range: Range) {
    this.issues.push(issueAt(fault, range, this.context.path));
  }
}

/** A date counts: it is a number of days where one is wanted. */
function isNumeral(text: string): boolean {
  return !Number.isNaN(toNumber(text));
}
