import * as v from 'valibot';
import { Timestamp } from '../http/wire.ts';
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
