import type { FormDefinition, Level, Question } from '../definition/schema.ts';
import type { Binary, Call, Expr } from '../expression/ast.ts';
import { parseExpression } from '../expression/parse.ts';
import { formatNumber } from '../format-number.ts';
import { textIn } from '../label.ts';
import { type Comparison, type ConditionWords, conditionWords } from './condition-words.ts';

/** How a condition's questions are found and named. */
export interface ConditionNames {
  definition: FormDefinition;
  level: Level;
  language: string;
  /** What the reader knows a question as, or null for one that the reader does not see: its condition is then not told. */
  nameOf(question: Question): string | null;
}

/**
 * A form-mode condition in plain words that a person can follow on paper: `${addicts} > 0 and ${board} = 'no'` becomes “câu 3 (Số
 * người nghiện) lớn hơn 0 và câu 7 (Bảng số điện thoại) chọn “Không””. Null for what has no plain words: arithmetic beyond sums,
 * functions beyond `selected()` and `not()`, names that are no questions of the level. Saying nothing is better than half of it.
 */
export function describeCondition(source: string, names: ConditionNames): string | null {
  const { ast } = parseExpression(source);
  return ast && (new Describer(names).condition(ast, false)?.text ?? null);
}

interface Said {
  text: string;
  /** What joins its parts, for a sentence around it to know whether it needs parentheses. */
  joined: 'and' | 'or' | null;
}

const NEGATED: Record<Comparison, Comparison> = { '=': '!=', '!=': '=', '<': '>=', '>=': '<', '>': '<=', '<=': '>' };
const TURNED: Record<Comparison, Comparison> = { '=': '=', '!=': '!=', '<': '>', '>': '<', '<=': '>=', '>=': '<=' };
const NUMBERS: Question['type'][] = ['integer', 'decimal', 'range'];

const said = (text: string): Said => ({ text, joined: null });

class Describer {
  private readonly names: ConditionNames;
  private readonly words: ConditionWords;
  private readonly questions: Map<string, Question>;

  constructor(names: ConditionNames) {
    this.names = names;
    this.words = conditionWords[names.language === 'en' ? 'en' : 'vi'];
    const sections = names.definition.sections.filter(({ level }) => level === names.level);
    this.questions = new Map(sections.flatMap(({ questions }) => questions).map((each) => [each.name, each]));
  }

  condition(ast: Expr, negated: boolean): Said | null {
    if (ast.kind === 'call') return this.call(ast, negated);
    if (ast.kind !== 'binary') return null;
    if (ast.operator === 'and' || ast.operator === 'or') return this.joined(ast, negated);
    if (!Object.hasOwn(NEGATED, ast.operator)) return null;
    const operator = ast.operator as Comparison;
    return this.comparison(negated ? NEGATED[operator] : operator, ast.left, ast.right);
  }

  private joined({ operator, left, right }: Binary, negated: boolean): Said | null {
    const joined = (operator === 'and') === negated ? 'or' : 'and';
    const parts = [this.condition(left, negated), this.condition(right, negated)];
    if (parts.includes(null)) return null;
    const texts = parts.map((part) => (part?.joined && part.joined !== joined ? `(${part.text})` : part?.text));
    return { text: texts.join(` ${this.words[joined]} `), joined };
  }

  private call({ name, args }: Call, negated: boolean): Said | null {
    const [first, second] = args;
    if (name === 'not' && first) return this.condition(first, !negated);
    if (name !== 'selected' || !first || second?.kind !== 'string') return null;
    return this.comparison(negated ? '!=' : '=', first, second);
  }

  private comparison(operator: Comparison, left: Expr, right: Expr): Said | null {
    const subject = this.subject(left);
    // A literal may stand first: 0 < ${x}.
    if (!subject) return this.subject(right) && this.comparison(TURNED[operator], right, left);
    const predicate = this.predicate(operator, subject.question, right);
    return predicate === null ? null : said(`${subject.text} ${predicate}`);
  }

  /** What a comparison is about: a question, or the sum of several. */
  private subject(ast: Expr): { text: string; question: Question | null } | null {
    if (ast.kind === 'reference') {
      const question = this.questions.get(ast.name);
      const text = question && this.names.nameOf(question);
      return question && text ? { text, question } : null;
    }
    const terms = this.terms(ast);
    return terms && terms.length > 1 ? { text: this.words.sumOf(terms), question: null } : null;
  }

  private terms(ast: Expr): string[] | null {
    if (ast.kind === 'binary' && ast.operator === '+') {
      const [left, right] = [this.terms(ast.left), this.terms(ast.right)];
      return left && right && [...left, ...right];
    }
    const subject = ast.kind === 'reference' ? this.subject(ast) : null;
    return subject?.question && NUMBERS.includes(subject.question.type) ? [subject.text] : null;
  }

  private predicate(operator: Comparison, question: Question | null, against: Expr): string | null {
    const { words } = this;
    const isNumber = question === null || NUMBERS.includes(question.type);
    if (against.kind === 'number') {
      return isNumber ? words.number[operator](formatNumber(Number(against.text), this.names.language)) : null;
    }
    if (against.kind !== 'string') {
      const other = isNumber ? this.subject(against) : null;
      return other && words.number[operator](other.text);
    }
    const isEqual = operator === '=';
    if (!isEqual && operator !== '!=') return question?.type === 'date' ? this.date(operator, against.value) : null;
    if (against.value === '') return isEqual ? words.blank : words.answered;
    if (question?.type === 'date') return this.date(operator, against.value);
    if (question?.choices) {
      const list = this.names.definition.choices[question.choices] ?? [];
      const choice = list.find(({ name }) => name === against.value);
      if (!choice) return null;
      const label = textIn(choice.label, this.names.language);
      return isEqual ? words.chosen(label) : words.notChosen(label);
    }
    if (question?.type !== 'text') return null;
    return isEqual ? words.written(against.value) : words.notWritten(against.value);
  }

  private date(operator: Comparison, day: string): string | null {
    const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? [];
    return year ? this.words.date[operator](`${date}/${month}/${year}`) : null;
  }
}
