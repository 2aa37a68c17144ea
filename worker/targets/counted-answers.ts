import { type Answers, checkAnswers, type FormDefinition } from '../../forms/index.ts';
import { upgradeResponses } from '../submissions/upgrade-response.ts';

interface Version {
  id: string;
  document: FormDefinition;
}

/**
 * The answers that count, by unit: as the round's version of the form has them, without those that are kept but not asked for
 * now. `older` are the other versions that some were given to.
 */
export function countedAnswers(
  version: Version,
  older: readonly Version[],
  responses: Parameters<typeof upgradeResponses>[2],
): ReadonlyMap<string, Answers> {
  return new Map(
    upgradeResponses(version, older, responses).map(({ unitId, communeId, answers }) => {
      const level = unitId === communeId ? 'commune' : 'village';
      return [unitId, checkAnswers(version.document, level, answers).values];
    }),
  );
}
