import type { Labels } from '../issue.ts';
import { placeholder } from '../label.ts';
import type { CompiledCheck, CompiledLevel, CompiledQuestion } from './compile-level.ts';

/** Who reads a question, so that a change of it leads to these and to nothing else. */
export interface Readers {
  /** Where the question itself stands in `CompiledLevel.inOrder`. */
  position: number;
  /** Positions of the questions whose relevance or calculation reads it. */
  evaluated: readonly number[];
  /** Questions that it may make wrong: itself, and those whose `required`, constraint, choice filter or message reads it. */
  judged: readonly CompiledQuestion[];
  checks: readonly CompiledCheck[];
}

const readers = new WeakMap<CompiledLevel, ReadonlyMap<string, Readers>>();

/** The readers of every question of a level, found once. */
export function levelReaders(level: CompiledLevel): ReadonlyMap<string, Readers> {
  const known = readers.get(level);
  if (known) return known;
  const found = new Map(
    level.inOrder.map((compiled, position) => [
      compiled.question.name,
      { position, evaluated: [] as number[], judged: [compiled], checks: [] as CompiledCheck[] },
    ]),
  );
  for (const [position, compiled] of level.inOrder.entries()) {
    const { question, relevant, calculation, required, constraint, choiceFilter } = compiled;
    for (const name of namesIn(relevant, calculation)) found.get(name)?.evaluated.push(position);
    const judging = namesIn(typeof required === 'boolean' ? null : required, constraint, choiceFilter);
    for (const name of inMessages(question.required_message, question.constraint_message)) judging.add(name);
    judging.delete(question.name);
    for (const name of judging) found.get(name)?.judged.push(compiled);
  }
  for (const compiled of level.checks) {
    const reads = new Set([...compiled.rule.names, ...inMessages(compiled.check.message)]);
    for (const name of reads) found.get(name)?.checks.push(compiled);
  }
  readers.set(level, found);
  return found;
}

type Rules = { names: readonly string[] } | readonly { names: readonly string[] }[] | null;

function namesIn(...rules: Rules[]): Set<string> {
  return new Set(rules.flatMap((rule) => rule ?? []).flatMap(({ names }) => names));
}

function inMessages(...messages: (Labels | undefined)[]): string[] {
  return messages
    .flatMap((message) => Object.values(message ?? {}))
    .flatMap((text) => [...text.matchAll(placeholder)].map(([, name = '']) => name));
}
