import type { FormDefinition, Level } from '../definition/schema.ts';
import type { Issue } from '../issue.ts';
import type { Answers, Value } from '../value.ts';
import { type CheckedAnswers, unknownQuestions } from './check-answers.ts';
import { checkQuestion } from './check-question.ts';
import { type CompiledCheck, type CompiledLevel, type CompiledQuestion, compileLevel } from './compile-level.ts';
import { type EvaluatedLevel, evaluateLevel, evaluateQuestion, type FormContext } from './evaluate-level.ts';
import { judgeCheck } from './judge-check.ts';
import { levelReaders, type Readers } from './level-readers.ts';
import { type RuleScope, ruleScope } from './rule-scope.ts';

/** What one new answer changed. */
export interface SessionChange {
  /** The questions whose value, relevance or issues are no longer what they were. */
  changed: ReadonlySet<string>;
  /** What is now wrong at these questions; one of them without an issue here has none. */
  issues: Issue[];
}

/**
 * The answers to one level of a form while somebody fills it in. A new answer leads to what reads it and to nothing else, so a
 * keystroke costs what depends on it; everything said is what `checkAnswers` would say of the same answers.
 *
 * The clock is taken to stand still: an expression that reads only `today()` or `random()` is run when the session opens.
 */
export interface FormSession {
  /** The answers as given, those that are wrong or not relevant included. */
  readonly answers: Readonly<Answers>;
  isRelevant(name: string): boolean;
  /** The value that counts, a calculation's included; undefined while there is none. */
  value(name: string): Value | undefined;
  /** What is wrong at one question, the checks that are reported there included. */
  issuesOf(name: string): Issue[];
  /** Gives an answer; null takes it away. */
  set(name: string, value: Value): SessionChange;
  /** Everything, as `checkAnswers` gives it. */
  result(): CheckedAnswers;
}

/**
 * Opens a session with the answers so far, which are copied.
 *
 * @throws when the definition is not one that `checkDefinition` accepts.
 */
export function openSession(
  definition: FormDefinition,
  level: Level,
  answers: Answers,
  context: FormContext = {},
): FormSession {
  return new Session(compileLevel(definition, level), { ...answers }, context);
}

class Session implements FormSession {
  readonly answers: Answers;
  private readonly level: CompiledLevel;
  private readonly readers: ReadonlyMap<string, Readers>;
  private readonly evaluated: EvaluatedLevel;
  private readonly rules: RuleScope;
  /** Which positions still have to be worked out; all 0 but while an answer is followed. */
  private readonly pending: Uint8Array;
  private readonly questionIssues = new Map<CompiledQuestion, Issue>();
  private readonly checkIssues = new Map<CompiledCheck, Issue>();

  constructor(level: CompiledLevel, answers: Answers, context: FormContext) {
    this.level = level;
    this.answers = answers;
    this.readers = levelReaders(level);
    this.pending = new Uint8Array(level.inOrder.length);
    this.evaluated = evaluateLevel(level, answers, context);
    this.rules = ruleScope(level, this.evaluated);
    for (const question of level.inOrder) this.judge(question);
    for (const check of level.checks) this.judgeCheck(check);
  }

  isRelevant(name: string): boolean {
    return this.evaluated.relevant.has(name);
  }

  value(name: string): Value | undefined {
    return this.evaluated.values.get(name);
  }

  issuesOf(name: string): Issue[] {
    const question = this.level.questions.get(name);
    if (!question) return unknownQuestions(this.level, { [name]: this.answers[name] ?? null });
    const own = this.questionIssues.get(question);
    const issues = own ? [own] : [];
    for (const check of this.readers.get(name)!.checks) {
      const issue = this.checkIssues.get(check);
      if (issue?.path === name) issues.push(issue);
    }
    return issues;
  }

  set(name: string, value: Value): SessionChange {
    this.answers[name] = value;
    const changed = new Set<string>();
    const readers = this.readers.get(name);
    if (readers) this.follow(readers.position, changed);
    else changed.add(name);
    return { changed, issues: [...changed].flatMap((each) => this.issuesOf(each)) };
  }

  result(): CheckedAnswers {
    const { inOrder, questions, checks } = this.level;
    const { relevant, values } = this.evaluated;
    const asked = inOrder.map(({ question }) => question.name).filter((name) => relevant.has(name));
    const valued = [...questions.keys()].filter((name) => values.has(name));
    const found = [
      ...[...questions.values()].map((question) => this.questionIssues.get(question)),
      ...unknownQuestions(this.level, this.answers),
      ...checks.map((check) => this.checkIssues.get(check)),
    ];
    return {
      issues: found.filter((issue) => issue !== undefined),
      values: Object.fromEntries(valued.map((name) => [name, values.get(name)!])),
      relevant: new Set(asked),
    };
  }

  /** Works out the question at a position and, in order, every one that reads what has changed; then judges what reads these. */
  private follow(first: number, changed: Set<string>) {
    const { inOrder } = this.level;
    const toJudge = new Set<CompiledQuestion>();
    const toCheck = new Set<CompiledCheck>();
    const { pending } = this;
    pending[first] = 1;
    let last = first;
    for (let at = first; at <= last; at++) {
      if (pending[at] === 0) continue;
      pending[at] = 0;
      const compiled = inOrder[at]!;
      const { name } = compiled.question;
      if (!this.evaluate(compiled)) continue;
      changed.add(name);
      const { evaluated, judged, checks } = this.readers.get(name)!;
      for (const position of evaluated) {
        pending[position] = 1;
        if (position > last) last = position;
      }
      for (const question of judged) toJudge.add(question);
      for (const check of checks) toCheck.add(check);
    }
    for (const question of toJudge) if (this.judge(question)) changed.add(question.question.name);
    for (const check of toCheck) {
      const path = this.judgeCheck(check);
      if (path !== null) changed.add(path);
    }
  }

  /** Whether the question's relevance, value or usability is another one now. */
  private evaluate(compiled: CompiledQuestion): boolean {
    const { relevant, values, unusable } = this.evaluated;
    const { name } = compiled.question;
    const wasRelevant = relevant.delete(name);
    const value = values.get(name);
    const issue = unusable.get(name);
    values.delete(name);
    unusable.delete(name);
    evaluateQuestion(compiled, this.answers, this.evaluated);
    return (
      wasRelevant !== relevant.has(name) ||
      !isSameValue(value, values.get(name)) ||
      !isSameIssue(issue, unusable.get(name))
    );
  }

  /** Whether what is wrong with the question is something else now. */
  private judge(compiled: CompiledQuestion): boolean {
    const issue = checkQuestion(compiled, this.level, this.evaluated, this.rules);
    return replace(this.questionIssues, compiled, issue) !== null;
  }

  /** The question at which the check is reported, if what it finds is something else now. */
  private judgeCheck(check: CompiledCheck): string | null {
    return replace(this.checkIssues, check, judgeCheck(check, this.level, this.rules));
  }
}

/** The path of the issue that came, went or changed; null when all is as it was. */
function replace<Key>(issues: Map<Key, Issue>, key: Key, issue: Issue | null): string | null {
  const before = issues.get(key);
  if (isSameIssue(before, issue ?? undefined)) return null;
  if (issue) issues.set(key, issue);
  else issues.delete(key);
  return (issue ?? before)!.path;
}

function isSameIssue(a: Issue | undefined, b: Issue | undefined): boolean {
  if (!a || !b) return a === b;
  return a.code === b.code && a.message.vi === b.message.vi && a.message.en === b.message.en;
}

function isSameValue(a: Value | undefined, b: Value | undefined): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return a.length === b.length && a.every((item, i) => item === b[i]);
}
