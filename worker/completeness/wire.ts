import * as v from 'valibot';
import { Id, Level, Timestamp } from '../http/wire.ts';
import { UnitWire, unitToWire } from '../rounds/unit-wire.ts';
import { submissionStates } from '../submissions/state.ts';
import type { CommuneProgress, Completeness, UnitProgress } from './completeness.ts';

export const CompletenessQuery = v.object({
  communeId: v.pipe(v.optional(Id), v.description('That commune only, and then each of its units')),
});

const Villages = v.object({
  expected: v.number(),
  begun: v.pipe(v.number(), v.description('With anything saved')),
  complete: v.pipe(
    v.number(),
    v.description('With every question answered and nothing wrong, counts that could identify somebody left aside'),
  ),
});
const Questions = v.object({ asked: v.number(), answered: v.number() });

export const CompletenessWire = v.object({
  communes: v.object({ expected: v.number(), ...v.entriesFromList(submissionStates, v.number()) }),
  villages: Villages,
  questions: Questions,
  items: v.array(
    v.object({
      unit: UnitWire,
      state: v.picklist(submissionStates),
      villages: Villages,
      questions: v.pipe(Questions, v.description("Of the commune's own part and of its villages")),
      units: v.pipe(
        v.optional(
          v.array(
            v.object({
              unit: v.object({ ...UnitWire.entries, level: Level }),
              questions: Questions,
              begun: v.boolean(),
              complete: v.boolean(),
              savedAt: v.nullable(Timestamp),
            }),
          ),
        ),
        v.description('The commune first, then its villages; only with `communeId`'),
      ),
    }),
  ),
});

const partToWire = ({ unit, questions, begun, complete, savedAt }: UnitProgress) => ({
  unit: { ...unitToWire(unit), level: unit.level },
  questions,
  begun,
  complete,
  savedAt,
});

const communeToWire = ({ unit, state, villages, questions, units }: CommuneProgress, detailed: boolean) => ({
  unit: unitToWire(unit),
  state,
  villages,
  questions,
  ...(detailed ? { units: units.map(partToWire) } : {}),
});

export function completenessToWire(
  { states, villages, questions, communes }: Completeness,
  detailed: boolean,
): v.InferInput<typeof CompletenessWire> {
  return {
    communes: { expected: communes.length, ...states },
    villages,
    questions,
    items: communes.map((commune) => communeToWire(commune, detailed)),
  };
}
