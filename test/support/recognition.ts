import { createClient } from '@libsql/client/http';
import { administration } from '../../local/administration.ts';
import { Site } from '../../local/demo/site.ts';
import { localDay } from '../../worker/db/local-time.ts';
import { PASSWORD, type Service } from './service.ts';
import { fillEverything, type Survey, submitFile, type Unit } from './survey.ts';

export const today = () => localDay(new Date().toISOString());

/** A database of the service, for what no route can bring about: other days, and what other people did to a file. */
export const database = (service: Service, name: string) =>
  createClient({
    url: `http://${name}.turso.local`,
    fetch: (request: Request) => service.runtime.hrana.fetch(request),
  });

/** Another person with a role, beside the one of `service.as`; asked again with another role, the same person with both. */
export async function person(service: Service, name: string, role: Parameters<Service['as']>[0], code = '12') {
  const email = `${name}.${code}@example.vn`;
  await administration(service.runtime.hrana).addStaff({ email, name, password: PASSWORD, provinceCode: code, role });
  const site = new Site(service.url);
  await site.signIn(email, PASSWORD);
  return site;
}

/** A JSON request as a person sends it, with the answer as it is. */
export const send = (service: Service, site: Site, path: string, body: object, headers: Record<string, string> = {}) =>
  fetch(`${service.url}/v1${path}`, {
    method: 'POST',
    headers: { cookie: site.cookie, 'content-type': 'application/json', origin: service.url, ...headers },
    body: JSON.stringify(body),
  });

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
  const { rows } = await database(service, 'control').execute({
    sql: 'SELECT id FROM user WHERE email = ?',
    args: [email],
  });
  await database(service, `p${code}`).execute({
    sql: 'UPDATE submissions SET verified_at = ?, verified_by = ? WHERE round_id = ? AND submitted_at IS NOT NULL',
    args: [new Date().toISOString(), rows[0]!.id as string, roundId],
  });
}

export const paper = (number: string, decisionDate = today()) => ({
  decisionNumber: number,
  decisionDate,
  office: 'Chủ tịch UBND tỉnh',
});
