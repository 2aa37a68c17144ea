import type { Binary, Expr, Reference, StringLiteral } from '../expression/ast.ts';
import { compileForm } from '../expression/form/compile.ts';
import { toBoolean } from '../expression/form/value.ts';
import { referencesOf, walk } from '../expression/references.ts';

/** What is known of the answers before there are any. */
export interface KnownAnswers {
  /** Questions that are never asked, and so always blank. */
  neverAsked: ReadonlySet<string>;
  /** What may be picked in a select_one or select_multiple; undefined for any other question. */
  choicesOf(name: string): KnownChoices | undefined;
}

export interface KnownChoices {
  type: 'select_one' | 'select_multiple';
  names: ReadonlySet<string>;
}

/** Functions whose result is another each time, or depends on where they stand. */
const unsteady = new Set(['today', 'now', 'random', 'uuid', 'digest', 'position', 'once']);

/**
 * Whether a form-mode condition is false whatever is answered: it reads nothing that could be answered, wants a choice
 * that a select does not have, or wants one question to be two things at once. A condition that is false for a reason
 * less plain passes; none that could be true is called false.
 */
export function isNeverTrue(ast: Expr, known: KnownAnswers): boolean {
  if (ast.kind === 'binary' && ast.operator === 'or') {
    return isNeverTrue(ast.left, known) && isNeverTrue(ast.right, known);
  }
  if (ast.kind === 'binary' && ast.operator === 'and') {
    const parts = conjuncts(ast);
    return parts.some((part) => isNeverTrue(part, known)) || contradicts(parts, known);
  }
  if (isConstant(ast, known.neverAsked)) return !toBoolean(compileForm(ast)({ value: () => undefined }));
  return wantsNoChoice(ast, known);
}

function isConstant(ast: Expr, blank: ReadonlySet<string>): boolean {
  let constant = [...referencesOf(ast)].every((name) => blank.has(name));
  walk(ast, (node) => {
    if (node.kind === 'self' || node.kind === 'column') constant = false;
    if (node.kind === 'call' && unsteady.has(node.name)) constant = false;
  });
  return constant;
}

function conjuncts(ast: Expr): Expr[] {
  return ast.kind === 'binary' && ast.operator === 'and' ? [...conjuncts(ast.left), ...conjuncts(ast.right)] : [ast];
}

/** Whether two of the conditions want the same select_one to be different choices; other answers may equal several texts. */
function contradicts(parts: readonly Expr[], { choicesOf }: KnownAnswers): boolean {
  const wanted = new Map<string, string>();
  return parts.some((part) => {
    const equal = part.kind === 'binary' && part.operator === '=' ? equalWords(part) : null;
    if (!equal || choicesOf(equal.question)?.type !== 'select_one') return false;
    const other = wanted.get(equal.question);
    wanted.set(equal.question, equal.name);
    return other !== undefined && other !== equal.name;
  });
}

/** `${question} = 'choice'`, or `selected(${question}, 'choice')`, of a choice that is none. */
function wantsNoChoice(ast: Expr, { choicesOf }: KnownAnswers): boolean {
  if (ast.kind === 'binary' && ast.operator === '=') {
    const equal = equalWords(ast);
    const choices = equal === null || equal.name === '' ? undefined : choicesOf(equal.question);
    return equal !== null && choices?.type === 'select_one' && !choices.names.has(equal.name);
  }
  if (ast.kind !== 'call' || ast.name !== 'selected') return false;
  const [question, choice] = ast.args;
  if (question?.kind !== 'reference' || choice?.kind !== 'string') return false;
  return !(choicesOf(question.name)?.names.has(choice.value) ?? true);
}

function equalWords({ left, right }: Binary): { question: string; name: string } | null {
  if (left.kind === 'reference' && right.kind === 'string') return pair(left, right);
  return left.kind === 'string' && right.kind === 'reference' ? pair(right, left) : null;
}

function pair(question: Reference, choice: StringLiteral) {
  return { question: question.name, name: choice.value };
}
