import { isPoint } from '../expression/score/interval.ts';
import type { ScoreValue } from '../expression/score/value.ts';
import type { CommuneUnit, VillageUnit } from './input-scope.ts';
import type { EarlierRound } from './reads.ts';

/** The names of the round being scored that a criterion reads, by whose they are. */
export interface CriterionReads {
  villageQuestions: readonly string[];
  /** The commune's own questions and attributes. */
  communeNames: readonly string[];
  earlier: EarlierRound | null;
}

/** What a criterion reads and does not yet know. */
export interface Gaps {
  expected: number;
  /** Villages that have not answered. */
  missing: readonly VillageUnit[];
  /** Villages that have answered and left something open. */
  blankIn: readonly VillageUnit[];
  /** Whether the commune's own answers or attributes are wanting. */
  blankInCommune: boolean;
  /** The earlier round that is looked at, whose figures may be wanting. */
  earlier: EarlierRound | null;
  /** Whether they are wanting because only a part of a predecessor came over. */
  partlyMerged: boolean;
}

export function gapsOf(reads: CriterionReads, { scope, villages, partlyMerged }: CommuneUnit): Gaps {
  const { villageQuestions, communeNames, earlier } = reads;
  return {
    expected: villages.length,
    missing: villages.filter((village) => villageQuestions.length > 0 && !village.answered),
    blankIn: villages.filter(
      (village) => village.answered && villageQuestions.some((name) => !isKnown(village.scope.value(name))),
    ),
    blankInCommune: communeNames.some((name) => !isKnown(scope.value(name))),
    earlier,
    partlyMerged: earlier !== null && partlyMerged.includes(earlier),
  };
}

function isKnown(value: ScoreValue | undefined): boolean {
  switch (value?.kind) {
    case 'number':
      return isPoint(value);
    case 'boolean':
    case 'text':
    case 'list':
      return value.value !== null;
    case 'unknown':
      return false;
    case 'not_asked':
    case undefined:
      return true;
  }
}
