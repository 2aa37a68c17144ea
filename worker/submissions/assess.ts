import { type Answers, checkAnswers, type FormDefinition, type Issue, readInput } from '../../forms/index.ts';
import type { CommuneFile, FrozenUnit } from './store.ts';

/** One unit's answers with everything that the engine says of them. */
export interface Assessment {
  unit: FrozenUnit;
  answers: Answers;
  /** What was typed and could not be read, by question name. */
  raw: Record<string, string>;
  revision: number;
  savedAt: string | null;
  /** Including those of what could not be read. */
  issues: Issue[];
  relevant: Set<string>;
}

/** Judges one unit's answers, saved or about to be. */
export function assess(
  definition: FormDefinition,
  unit: FrozenUnit,
  response: { answers: Answers; raw: Record<string, string>; revision: number; savedAt: string | null } | undefined,
): Assessment {
  const { answers, raw, revision, savedAt } = response ?? { answers: {}, raw: {}, revision: 0, savedAt: null };
  const checked = checkAnswers(definition, unit.level, answers);
  const unreadable = readInput(definition, unit.level, raw).issues;
  // A field that holds unreadable text is not also called blank.
  const issues = checked.issues.filter(({ path, code }) => code !== 'required' || !Object.hasOwn(raw, path));
  return { unit, answers, raw, revision, savedAt, issues: [...unreadable, ...issues], relevant: checked.relevant };
}

/** All units of a file, the commune first. */
export function assessFile({ version, units, responses }: CommuneFile): Assessment[] {
  const byUnit = new Map(responses.map((response) => [response.unitId, response]));
  return units.map((unit) => assess(version.document, unit, byUnit.get(unit.unitId)));
}
