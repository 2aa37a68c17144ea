import type { Binary, Expr, Reference, StringLiteral } from '../expression/ast.ts';
import { compileForm } from '../expression/form/compile.ts';
import { toBoolean } from '../expression/form/value.ts';
import { referencesOf, walk } from '../expression/references.ts';

/** What is known of the answers before there are any. */
export interface KnownAnswers {
  /** Questions that are never asked, and so always blank. */
  neverAsked: ReadonlySet<string>;
  /** The choices of a select_one by its name; undefined for any other question. */
  choicesOf(name: string): ReadonlySet<string> | undefined;
}

/** Functions whose result is another each time, or depends on where they stand. */
const unsteady = new Set(['today', 'now', 'random', 'uuid', 'position', 'once']);

/**
 * Whether a form-mode condition is false whatever is answered: it reads nothing that could be answered, compares a select_one
 * with a choice that it does not have, or wants one question to be two things at once. A condition that is false for a reason
 * less plain passes; none that could be true is called false.
 */
export function isNeverTrue(ast: Expr, known: KnownAnswers): boolean {
  if (ast.kind === 'binary' && ast.operator === 'or') {
    return isNeverTrue(ast.left, known) && isNeverTrue(ast.right, known);
  }
  if (ast.kind === 'binary' && ast.operator === 'and') {
    const parts = conjuncts(ast);
    return parts.some((part) => isNeverTrue(part, known)) || contradicts(parts);
  }
  if (isConstant(ast, known.neverAsked)) return !toBoolean(compileForm(ast)({ value: () => undefined }));
  const choice = wantedChoice(ast);
  return choice !== null && !(known.choicesOf(choice.question)?.has(choice.name) ?? true);
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

/** Whether two of the conditions want the same question to be equal to different words. */
function contradicts(parts: readonly Expr[]): boolean {
  const wanted = new Map<string, string>();
  return parts.some((part) => {
    const equal = part.kind === 'binary' && part.operator === '=' ? equalWords(part) : null;
    if (!equal) return false;
    const other = wanted.get(equal.question);
    wanted.set(equal.question, equal.name);
    return other !== undefined && other !== equal.name;
  });
}

/** The question and the choice in `${question} = 'choice'` and `selected(${question}, 'choice')`. */
function wantedChoice(ast: Expr): { question: string; name: string } | null {
  if (ast.kind === 'binary' && ast.operator === '=') {
    const equal = equalWords(ast);
    return equal?.name === '' ? null : equal;
  }
  if (ast.kind !== 'call' || ast.name !== 'selected') return null;
  const [question, choice] = ast.args;
  return question?.kind === 'reference' && choice?.kind === 'string' ? pair(question, choice) : null;
}

function equalWords({ left, right }: Binary): { question: string; name: string } | null {
  if (left.kind === 'reference' && right.kind === 'string') return pair(left, right);
  return left.kind === 'string' && right.kind === 'reference' ? pair(right, left) : null;
}

function pair(question: Reference, choice: StringLiteral) {
  return { question: question.name, name: choice.value };
}
