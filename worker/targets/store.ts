import { and, eq, sql } from 'drizzle-orm';
import type { ProvinceDb } from '../db/open.ts';
import { formVersions } from '../db/province/forms.ts';
import { responses } from '../db/province/responses.ts';
import { rounds, roundUnits } from '../db/province/rounds.ts';
import { scorecards } from '../db/province/scorecards.ts';
import { recognisedOn } from '../recognition/on-day.ts';
import { olderVersions } from '../submissions/file-store.ts';
import { standsOn } from '../units/standing.ts';

/** The round's version of its form, whose document holds the targets; nothing when there is no such round. */
const targetForm = (db: ProvinceDb, roundId: string) =>
  db.read
    .select({ id: formVersions.id, hash: formVersions.hash, document: formVersions.document })
    .from(rounds)
    .innerJoin(formVersions, eq(formVersions.id, rounds.formVersionId))
    .where(eq(rounds.id, roundId));

/**
 * Every frozen unit with its scorecard, where it has one, as everybody may see it: of a province with one commune the number of
 * those of a class is that commune's class.
 */
const targetUnits = (db: ProvinceDb, roundId: string) =>
  db.read
    .select({ id: roundUnits.unitId, name: roundUnits.name, level: roundUnits.level, scorecard: scorecards.masked })
    .from(roundUnits)
    .leftJoin(scorecards, and(eq(scorecards.roundId, roundUnits.roundId), eq(scorecards.communeId, roundUnits.unitId)))
    .where(eq(roundUnits.roundId, roundId));

/** The scorecards that the baseline round gave the same communes. */
const baselineScorecards = (db: ProvinceDb, roundId: string) =>
  db.read
    .select({ id: scorecards.communeId, scorecard: scorecards.masked })
    .from(rounds)
    .innerJoin(scorecards, eq(scorecards.roundId, rounds.baselineRoundId))
    .where(eq(rounds.id, roundId));

/** The communes of a round whose answers count and are asked about: none where no target is about an answer. */
const asked = (roundId: string) =>
  sql`SELECT s.round_id, s.commune_id FROM submissions s
    WHERE s.round_id = ${roundId} AND s.submitted_at IS NOT NULL AND EXISTS (
      SELECT 1 FROM rounds r JOIN form_versions f ON f.id = r.form_version_id, json_each(f.document, '$.targets') t
      WHERE r.id = ${roundId} AND json_extract(t.value, '$.state.question') IS NOT NULL)`;

/** Submitted answers, where a target asks about any, with the other versions of the form that some were given to. */
const targetAnswers = (db: ProvinceDb, roundId: string) =>
  [
    db.read
      .select()
      .from(responses)
      .where(sql`(${responses.roundId}, ${responses.communeId}) IN (${asked(roundId)})`),
    olderVersions(db, asked(roundId)),
  ] as const;

/**
 * For each target that counts recognised communes, the communes that stand on its last day, or today (YYYY-MM-DD) while that is
 * still to come, as they were called then, and which of them were recognised. A province that entered its units only after that day has
 * no list of them as they were then: the first that it has stands for it.
 */
const standingCommunes = (db: ProvinceDb, roundId: string, today: string) =>
  db.read.all<{ target: number; id: string; name: string; recognised: number }>(sql`
    WITH target AS (SELECT t.key AS number, min(json_extract(t.value, '$.by'), ${today}) AS day
        FROM rounds r JOIN form_versions f ON f.id = r.form_version_id, json_each(f.document, '$.targets') t
        WHERE r.id = ${roundId} AND json_extract(t.value, '$.state') IS NULL),
      known AS (SELECT number, day, max(day, (SELECT min(v.valid_from) FROM unit_versions v
        JOIN units u ON u.id = v.unit_id AND u.level = 'commune')) AS list_day FROM target)
    SELECT known.number AS target, u.id AS id, v.name AS name, ${recognisedOn(sql`u.id`, sql`known.day`)} AS recognised
    FROM known JOIN units u ON u.level = 'commune'
      JOIN unit_versions v ON v.unit_id = u.id AND v.valid_from <= known.list_day
        AND (v.valid_to IS NULL OR v.valid_to > known.list_day)
    WHERE ${standsOn(sql`u.id`, sql`known.list_day`)}`);

/** Everything that a round's targets are counted from on a day (YYYY-MM-DD), to be read in one batch (round-targets.ts). */
export const targetQueries = (db: ProvinceDb, roundId: string, today: string) =>
  [
    targetForm(db, roundId),
    targetUnits(db, roundId),
    baselineScorecards(db, roundId),
    standingCommunes(db, roundId, today),
    ...targetAnswers(db, roundId),
  ] as const;
