import type { Site } from '../../local/demo/site.ts';
import { baseOf } from './links.ts';

export interface Unit {
  id: string;
  name: string;
  level: 'commune' | 'village';
  parentId: string | null;
}

export interface Survey {
  roundId: string;
  units: Unit[];
  commune: Unit;
  villages: Unit[];
  /** The address of the commune's link, and the path of its pages for a client without cookies. */
  url: string;
  base: string;
  linkId: string;
  key: string;
}

export const TWO_VILLAGES = {
  communes: [
    {
      kindLabel: 'xã',
      name: 'Bản Bo',
      villages: [
        { kindLabel: 'bản', name: 'Nà Khuy' },
        { kindLabel: 'bản', name: 'Nà Can' },
      ],
    },
  ],
};

/** A province's whole preparation over the API: units, published Tam Đường form, open round, link and key. */
export async function prepareSurvey(designer: Site, code = '12', units: object = TWO_VILLAGES): Promise<Survey> {
  const province = `/provinces/${code}`;
  const created = await designer.api<{ items: Unit[] }>('POST', `${province}/units`, units);
  const version = await designer.api<{ id: string }>('POST', `${province}/forms`, { template: 'tam-duong-2024' });
  await designer.api('POST', `${province}/forms/versions/${version.id}/publish`);
  const command = { name: 'Kỳ khảo sát năm 2024', kind: 'annual', formVersionId: version.id };
  const round = await designer.api<{ id: string }>('POST', `${province}/rounds`, command);
  await designer.api('POST', `${province}/rounds/${round.id}/open`);
  const links = await designer.api<{ items: { id: string; url: string }[] }>(
    'POST',
    `${province}/rounds/${round.id}/links`,
    {},
  );
  const key = { name: 'Hệ thống của tỉnh', scopes: ['readiness.read', 'round.read', 'unit.read'] };
  const { key: apiKey } = await designer.api<{ key: string }>('POST', `${province}/keys`, key);
  return {
    roundId: round.id,
    units: created.items,
    commune: created.items.find(({ level }) => level === 'commune')!,
    villages: created.items.filter(({ level }) => level === 'village'),
    url: links.items[0]!.url,
    base: baseOf(links.items[0]!),
    linkId: links.items[0]!.id,
    key: apiKey,
  };
}

/** Another open round over the same units, with a link for the commune. */
export async function newRound(designer: Site, survey: Survey, settings: object = {}): Promise<Survey> {
  const version = await designer.api<{ id: string }>('POST', '/provinces/12/forms', { template: 'tam-duong-2024' });
  const command = { name: 'Kỳ khảo sát', kind: 'annual', formVersionId: version.id, ...settings };
  const { id: roundId } = await designer.api<{ id: string }>('POST', '/provinces/12/rounds', command);
  await designer.api('POST', `/provinces/12/rounds/${roundId}/open`);
  const path = `/provinces/12/rounds/${roundId}/links`;
  const { items } = await designer.api<{ items: { id: string; url: string }[] }>('POST', path, {});
  return { ...survey, roundId, url: items[0]!.url, base: baseOf(items[0]!), linkId: items[0]!.id };
}

/** What nothing to report looks like, as a clerk types it, by section. */
export const CLEAN_VILLAGE: Record<string, Record<string, string>> = {
  residents: { population: '1.192', households_total: '240' },
  drug_users: Object.fromEntries(
    [
      ...['addicts_total', 'addicts_with_file', 'addicts_present', 'addicts_present_rehab', 'addicts_rehab'],
      ...['addicts_new', 'mmt_over12m', 'mmt_over12m_ok', 'users_total', 'users_with_file', 'users_present'],
      ...['users_present_with_file', 'post_rehab_total', 'post_rehab_with_file'],
    ].map((name) => [name, '0']),
  ),
  crime: Object.fromEntries(
    ['hotspots', 'points', 'use_points', 'retailers', 'gangs', 'resident_offenders', 'offenders_total'].map((name) => [
      name,
      '0',
    ]),
  ),
  plants: { plant_incidents: '0', plants_count: '0', plants_area_m2: '0' },
  pledges: { households_committed: '240', no_plant_pledges: '240', hotline_board: 'yes', tip_box: 'yes' },
  closing: { evidence: 'Biên bản họp bản', as_of: '2024-11-15' },
};

export const CLEAN_COMMUNE: Record<string, Record<string, string>> = {
  commune: {
    models_effective: '1',
    union_models: '1',
    models_evidence: 'Quyết định thành lập',
    list_updated_on: '2024-11-10',
    agencies_with_drugs: '0',
  },
};

/** Fills in a unit's sections from the first revision on; every save must lead on. */
export async function fillUnit(
  site: Site,
  base: string,
  unitId: string,
  sections: Record<string, Record<string, string>>,
): Promise<void> {
  for (const [revision, [section, fields]] of Object.entries(sections).entries()) {
    const answer = await site.post(`${base}/${unitId}/${section}`, { ...fields, ':revision': String(revision) });
    if (answer.status !== 303) throw new Error(`${section} answered ${answer.status}`);
  }
}

export async function fillEverything(site: Site, survey: Survey): Promise<void> {
  await fillUnit(site, survey.base, survey.commune.id, CLEAN_COMMUNE);
  for (const { id } of survey.villages) await fillUnit(site, survey.base, id, CLEAN_VILLAGE);
}

/** Presses submit with the version that the review page shows and one reason for all that it asks to confirm. */
export async function submitFile(site: Site, base: string, reason = 'Đang xác minh'): Promise<Response> {
  const page = await (await site.get(`${base}/nop`)).text();
  const inputsVersion = /name="inputsVersion" value="(\d+)"/.exec(page)?.[1] ?? '';
  const id = /name=":submission" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const asked = [...page.matchAll(/name="(reason:[^"]+)"/g)].map((match) => [match[1]!, reason]);
  return site.post(`${base}/nop`, { ':submission': id, inputsVersion, ...Object.fromEntries(asked) });
}

export interface Criterion {
  id: string;
  status: string;
  numerator: number | null;
  denominator: number | null;
  shortfall: number | null;
  reason: string | null;
  explanation: { vi: string; en: string };
}

export interface Readiness {
  unit: { id: string; name: string };
  state: string;
  ready: boolean | null;
  coverage: { expected: number; answered: number };
  criteria: Criterion[];
  stale: boolean;
}

export const readinessPath = (roundId: string, code = '12') => `/v1/provinces/${code}/rounds/${roundId}/readiness`;

export async function readinessList(site: Site, survey: Survey, code = '12'): Promise<Readiness[]> {
  const answer = await site.get(readinessPath(survey.roundId, code), { authorization: `Bearer ${survey.key}` });
  if (answer.status !== 200) throw new Error(`readiness answered ${answer.status}: ${await answer.text()}`);
  return ((await answer.json()) as { items: Readiness[] }).items;
}
