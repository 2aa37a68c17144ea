import { desc, eq, sql } from 'drizzle-orm';
import type { ProvinceDb } from '../db/open.ts';
import { formVersions } from '../db/province/forms.ts';
import { rounds } from '../db/province/rounds.ts';

/** Every round with how many communes it has and how many of them have submitted, newest first. */
export const roundOverviews = (db: ProvinceDb) =>
  db.read
    .select({
      id: rounds.id,
      name: rounds.name,
      document: formVersions.document,
      opensAt: rounds.opensAt,
      openedAt: rounds.openedAt,
      dueAt: rounds.dueAt,
      closesAt: rounds.closesAt,
      closedAt: rounds.closedAt,
      archivedAt: rounds.archivedAt,
      purgedAt: rounds.purgedAt,
      communes: sql<number>`(SELECT count(*) FROM submissions s WHERE s.round_id = ${rounds.id})`,
      submitted: sql<number>`(SELECT count(s.submitted_at) FROM submissions s WHERE s.round_id = ${rounds.id})`,
    })
    .from(rounds)
    .innerJoin(formVersions, eq(formVersions.id, rounds.formVersionId))
    .orderBy(desc(rounds.id));

export const roundWithForm = (db: ProvinceDb, roundId: string) =>
  db.read
    .select({ round: rounds, document: formVersions.document })
    .from(rounds)
    .innerJoin(formVersions, eq(formVersions.id, rounds.formVersionId))
    .where(eq(rounds.id, roundId));
