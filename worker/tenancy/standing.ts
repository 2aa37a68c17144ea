import { provinceMigrations } from '../../migrations/bundle.gen.ts';
import type { provinces } from '../db/control.ts';
import type { ProblemCode } from '../http/problems.ts';

type ProvinceRow = typeof provinces.$inferSelect;

/** The schema that this worker needs of a province's database. A database that has more is fine: schemas only expand first. */
export const SCHEMA_VERSION = provinceMigrations.length;

export type Standing = 'being_made' | 'in_service' | 'suspended' | 'to_be_deleted' | 'deleted';

/** What a province is at the moment, by what stands in the registry. */
export function standingOf(row: Pick<ProvinceRow, 'job' | 'suspendedAt' | 'deleteAfter' | 'deletedAt'>): Standing {
  if (row.deletedAt !== null) return 'deleted';
  if (row.deleteAfter !== null) return 'to_be_deleted';
  if (row.job === 'create') return 'being_made';
  return row.suspendedAt !== null ? 'suspended' : 'in_service';
}

const refusals: Record<Standing, ProblemCode | null> = {
  being_made: 'province_being_made',
  in_service: null,
  suspended: 'province_suspended',
  to_be_deleted: 'province_deleted',
  deleted: 'province_deleted',
};

/** Why nothing of a province can be had now, or null when it is in service. */
export function outOfService(row: Parameters<typeof standingOf>[0] & { schemaVersion: number }): ProblemCode | null {
  return refusals[standingOf(row)] ?? (row.schemaVersion < SCHEMA_VERSION ? 'province_schema_behind' : null);
}
