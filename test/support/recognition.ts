import type { Site } from '../../local/demo/site.ts';
import type { Role } from '../../worker/auth/permissions.ts';
import { localDay } from '../../worker/db/local-time.ts';
import { databaseOf, rowsOf } from './database.ts';
import type { Service } from './service.ts';
import { fillEverything, type Survey, submitFile, type Unit } from './survey.ts';

export const today = () => localDay(new Date().toISOString());

/** Another person with a role, beside the one of `service.as`; asked again with another role, the same person with both. */
export const person = (service: Service, name: string, role: Role, code = '12') => service.as(role, code, name);

/** Fills in and submits the files of communes so that they are ready, through links of their own. */
export async function handIn(service: Service, designer: Site, survey: Survey, communes: Unit[], code = '12') {
  const { items } = await designer.api<{ items: { unitId: string; url: string }[] }>(
    'POST',
    `/provinces/${code}/rounds/${survey.roundId}/links`,
    { unitIds: communes.map(({ id }) => id) },
  );
  for (const commune of communes) {
    const base = new URL(items.find(({ unitId }) => unitId === commune.id)!.url).pathname;
    const villages = survey.units.filter(({ parentId }) => parentId === commune.id);
    await fillEverything(service.stranger, { ...survey, commune, villages, base });
    await submitFile(service.stranger, base);
  }
}

/** Marks the submitted files of a round as verified by somebody. */
export async function verified(service: Service, roundId: string, email: string, code = '12') {
  const { rows } = await databaseOf(service, 'control').execute({
    sql: 'SELECT id FROM user WHERE email = ?',
    args: [email],
  });
  await rowsOf(
    service,
    'UPDATE submissions SET verified_at = ?, verified_by = ? WHERE round_id = ? AND submitted_at IS NOT NULL',
    [new Date().toISOString(), rows[0]!.id as string, roundId],
    code,
  );
}

export const paper = (number: string, decisionDate = today()) => ({
  decisionNumber: number,
  decisionDate,
  office: 'Chủ tịch UBND tỉnh',
});
