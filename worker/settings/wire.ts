import * as v from 'valibot';
import { Id, Timestamp } from '../http/wire.ts';
import type { PlannedPurge } from '../retention/preview.ts';
import type { KnownQuestion } from './known-questions.ts';
import type { Settings } from './store.ts';

/** Shorter than half a year nobody could look back on a yearly survey; fifty years is for ever. */
const Months = v.pipe(v.number(), v.integer(), v.minValue(6), v.maxValue(600));

export const isKeptMonths = (months: number): boolean => v.is(Months, months);

export const SettingsCommandWire = v.strictObject({
  withheldQuestions: v.pipe(
    v.array(v.pipe(v.string(), v.maxLength(64))),
    v.maxLength(500),
    v.description('Names of questions whose figures no API key is given, whatever its scopes'),
  ),
  answersKeptMonths: v.pipe(
    v.nullable(Months),
    v.description("Months after a round's closing at which its answers are deleted; null keeps them"),
  ),
});

export const PurgeQuery = v.object({
  answersKeptMonths: v.pipe(
    v.optional(v.pipe(v.string(), v.regex(/^\d{1,3}$/), v.transform(Number), Months)),
    v.description('As it is set when left out'),
  ),
});

export const PurgeList = v.object({
  items: v.array(
    v.object({
      roundId: Id,
      name: v.string(),
      from: v.pipe(Timestamp, v.description('From when on its answers are deleted')),
      heldByRoundId: v.pipe(
        v.nullable(Id),
        v.description('A round that looks back on it and is not closed; until then nothing is deleted'),
      ),
      units: v.pipe(v.number(), v.description('Communes and villages with answers')),
      saves: v.number(),
      links: v.number(),
    }),
  ),
});

export const purgeToWire = ({ round, from, heldBy, units, saves, links }: PlannedPurge) => ({
  ...{ roundId: round.id, name: round.name, from, heldByRoundId: heldBy?.id ?? null },
  ...{ units, saves, links },
});

export const SettingsWire = v.object({
  withheldQuestions: v.array(v.string()),
  policeMatters: v.pipe(
    v.array(v.string()),
    v.description('Questions of the published forms that are police matters: suggestions for withheldQuestions'),
  ),
  answersKeptMonths: v.nullable(v.number()),
  answersKeptSince: v.pipe(v.nullable(Timestamp), v.description('When answersKeptMonths was last changed')),
  revision: v.number(),
});

export function settingsToWire({
  settings,
  known,
}: {
  settings: Settings;
  known: KnownQuestion[];
}): v.InferInput<typeof SettingsWire> {
  const { withheldQuestions, answersKeptMonths, answersKeptSince, revision } = settings;
  const policeMatters = known.filter(({ isPoliceMatter }) => isPoliceMatter).map(({ name }) => name);
  return { withheldQuestions, policeMatters, answersKeptMonths, answersKeptSince, revision };
}
