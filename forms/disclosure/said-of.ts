import type { FormDefinition, Level, Question } from '../definition/schema.ts';
import { parseExpression } from '../expression/parse.ts';
import { referencesOf } from '../expression/references.ts';
import type { Issue, Labels } from '../issue.ts';
import { placeholder } from '../label.ts';

/** From which answers of a unit follows what is said of it. */
export interface SaidOf {
  /** Whether a question is asked. */
  asked(name: string): ReadonlySet<string>;
  /** That something is wrong, and its words. Of a question left blank: whether it has to be answered, not what it holds. */
  issue(issue: Pick<Issue, 'code' | 'path' | 'rule'>): ReadonlySet<string>;
}

const known = new WeakMap<FormDefinition, Partial<Record<Level, SaidOf>>>();

/** Worked out once for each definition object, which is taken not to change afterwards. */
export function saidOf(definition: FormDefinition, level: Level): SaidOf {
  const levels = known.get(definition) ?? {};
  known.set(definition, levels);
  levels[level] ??= saidOfLevel(definition, level);
  return levels[level];
}

function saidOfLevel({ sections, checks }: FormDefinition, level: Level): SaidOf {
  const questions = new Map<string, { question: Question; conditions: string[] }>();
  for (const section of sections) {
    if (section.level !== level) continue;
    for (const question of section.questions) {
      const conditions = [section.relevant, question.relevant].filter((source) => source !== undefined);
      questions.set(question.name, { question, conditions });
    }
  }
  const found = new Map<string, ReadonlySet<string>>();
  const once = (key: string, names: () => Iterable<string>) => {
    const before = found.get(key);
    if (before) return before;
    const all = behind(names());
    found.set(key, all);
    return all;
  };
  const rules = new Map(checks.map((check) => [check.id, [...read([check.test]), ...quotedIn(check.message)]]));
  return {
    asked: (name) => once(`asked ${name}`, () => read(questions.get(name)?.conditions ?? [])),
    issue({ code, path, rule }) {
      if (code === 'required') return once(`required ${path}`, () => requiredBy(path));
      return once(`${path} ${rule}`, () => [path, ...(rule === undefined ? ownRules(path) : (rules.get(rule) ?? []))]);
    },
  };

  function requiredBy(name: string): string[] {
    const { question, conditions = [] } = questions.get(name) ?? {};
    const wanted = typeof question?.required === 'string' ? [question.required] : [];
    return [...read([...conditions, ...wanted]), ...quotedIn(question?.required_message)];
  }

  function ownRules(name: string): string[] {
    const { question } = questions.get(name) ?? {};
    const own = [question?.constraint, question?.choice_filter].filter((source) => source !== undefined);
    return [...read(own), ...quotedIn(question?.constraint_message)];
  }

  /** The names with all that their values follow from: what is not asked counts as nothing, what is calculated reads others. */
  function behind(names: Iterable<string>): Set<string> {
    const all = new Set(names);
    for (const name of all) {
      const { question, conditions = [] } = questions.get(name) ?? {};
      const sources = question?.calculation === undefined ? conditions : [...conditions, question.calculation];
      for (const other of read(sources)) all.add(other);
    }
    return all;
  }
}

const read = (sources: readonly string[]): string[] =>
  sources.flatMap((source) => {
    const { ast } = parseExpression(source);
    return ast ? [...referencesOf(ast)] : [];
  });

const quotedIn = (message: Labels = {}): string[] =>
  Object.values(message).flatMap((text) => [...text.matchAll(placeholder)].map(([, name]) => name!));
