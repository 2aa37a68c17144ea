import { type Answers, type FormDefinition, formatNumber } from '../../forms/index.ts';
import type { DemoCommune, DemoFile, DemoProvince, DemoRound } from './province.ts';
import type { Site } from './site.ts';

interface Unit {
  id: string;
  name: string;
  level: 'commune' | 'village';
  parentId: string | null;
}

interface Link {
  unitId: string;
  url: string;
}

export interface LoadedRound {
  key: string;
  name: string;
  id: string;
  /** The addresses of the communes' fill pages, by the commune's key. */
  links: Record<string, string>;
}

/** A commune that exists already. */
interface Standing {
  unit: Unit;
  villages: Unit[];
}

/** By the commune's key. */
type Known = Map<string, Standing>;

/** An answer as a clerk types it. */
const typed = (value: Answers[string] | undefined): string =>
  typeof value === 'number' ? formatNumber(value, 'vi') : value === null || value === undefined ? '' : String(value);

/** Fills in one unit section by section, through the page's own forms. */
async function fillIn(site: Site, form: FormDefinition, base: string, unit: Unit, answers: Answers): Promise<void> {
  const sections = form.sections.filter(({ level }) => level === unit.level);
  for (const [revision, section] of sections.entries()) {
    const fields = Object.fromEntries(section.questions.map(({ name }) => [name, typed(answers[name])]));
    const sent = { ...fields, ':revision': String(revision), ':action': 'next' };
    const answer = await site.post(`${base}/${unit.id}/${section.name}`, sent);
    if (answer.status !== 303) throw new Error(`${unit.name}, ${section.name}: saving answered ${answer.status}`);
  }
}

/** Submits, giving a reason for everything that the review page asks one for. */
async function handIn(site: Site, base: string): Promise<void> {
  const page = await (await site.get(`${base}/nop`)).text();
  const asked = [...page.matchAll(/name="(reason:[^"]+)"/g)].map((match) => match[1]!);
  const inputsVersion = /name="inputsVersion" value="(\d+)"/.exec(page)?.[1] ?? '';
  const reasons = Object.fromEntries(asked.map((name) => [name, 'Số liệu đang được xác minh, sẽ bổ sung sau']));
  const answer = await site.post(`${base}/nop`, { inputsVersion, ...reasons });
  if (answer.status !== 303) throw new Error(`submitting answered ${answer.status}: ${await answer.text()}`);
}

/** Types a commune's file and, where it is complete, submits it. */
async function fillCommune(
  site: Site,
  { form }: DemoRound,
  { unit, villages }: Standing,
  file: DemoFile,
  url: string,
): Promise<void> {
  const base = new URL(url).pathname;
  if (file.commune) await fillIn(site, form, base, unit, file.commune);
  // Side by side, as in a commune in which each village has its own clerk.
  await Promise.all(
    file.villages.map(async (answers, index) => {
      if (answers) await fillIn(site, form, base, villages[index]!, answers);
    }),
  );
  if (file.submit) await handIn(site, base);
}

/** A day on which the communes of the plans stood that the mergers of 2025 ended. */
const BEFORE_MERGERS = '2020-01-01';

/** Makes communes with their villages, and records what they came out of. */
async function createCommunes(site: Site, path: string, communes: DemoCommune[], known: Known): Promise<void> {
  if (communes.length === 0) return;
  for (const [validFrom, together] of Map.groupBy(communes, ({ origin }) => origin?.date ?? BEFORE_MERGERS)) {
    const { items } = await site.api<{ items: Unit[] }>('POST', `${path}/units`, {
      validFrom,
      communes: together.map(({ kindLabel, name, code, attributes, villages }) => ({
        kindLabel,
        name,
        ...(code === undefined ? {} : { code }),
        attributes,
        villages: villages.map((village) => ({ ...village, attributes: { note: attributes.note } })),
      })),
    });
    const created = items.filter(({ level }) => level === 'commune');
    for (const [index, { key }] of together.entries()) {
      const unit = created[index]!;
      known.set(key, { unit, villages: items.filter(({ parentId }) => parentId === unit.id) });
    }
  }
  const edges = communes.flatMap(({ key, origin }) =>
    Object.entries(origin?.of ?? {}).map(([predecessor, extent]) => ({
      predecessorId: known.get(predecessor)!.unit.id,
      successorId: known.get(key)!.unit.id,
      extent,
      date: origin!.date,
      legalAct: origin!.legalAct,
    })),
  );
  if (edges.length > 0) await site.api('POST', `${path}/units/lineage`, { items: edges });
}

async function openRound(site: Site, path: string, round: DemoRound, earlier: LoadedRound[]): Promise<string> {
  const idOf = (key: string | undefined) => earlier.find((loaded) => loaded.key === key)?.id ?? null;
  const version = await site.api<{ id: string }>('POST', `${path}/forms`, { definition: round.form });
  await site.api('POST', `${path}/forms/versions/${version.id}/publish`);
  const { id } = await site.api<{ id: string }>('POST', `${path}/rounds`, {
    name: round.name,
    kind: round.kind,
    formVersionId: version.id,
    previousRoundId: idOf(round.previous),
    baselineRoundId: idOf(round.baseline),
  });
  await site.api('POST', `${path}/rounds/${id}/open`);
  return id;
}

/**
 * Loads a demo province through the service's own doors: forms are published, rounds opened over the communes of their time,
 * links made and every answer typed into the fill page. Every round but the newest is closed. `site` is signed in as a designer
 * of the province.
 */
export async function loadProvince(site: Site, { code, rounds, communes }: DemoProvince): Promise<LoadedRound[]> {
  const path = `/provinces/${code}`;
  const known: Known = new Map();
  const loaded: LoadedRound[] = [];
  for (const round of rounds) {
    const inRound = communes.filter(({ files }) => Object.hasOwn(files, round.key));
    const missing = inRound.filter(({ key }) => !known.has(key));
    await createCommunes(site, path, missing, known);
    const id = await openRound(site, path, round, loaded);
    const { items } = await site.api<{ items: Link[] }>('POST', `${path}/rounds/${id}/links`, {});
    const urls = new Map(items.map(({ unitId, url }) => [unitId, url]));
    const links = Object.fromEntries(inRound.map(({ key }) => [key, urls.get(known.get(key)!.unit.id)!]));
    await Promise.all(
      inRound.map(({ key, files }) => fillCommune(site, round, known.get(key)!, files[round.key]!, links[key]!)),
    );
    if (round !== rounds.at(-1)) await site.api('POST', `${path}/rounds/${id}/close`);
    loaded.push({ key: round.key, name: round.name, id, links });
  }
  const later = communes.filter(({ key }) => !known.has(key));
  await createCommunes(site, path, later, known);
  return loaded;
}

/** An API key with which an integrator reads the results. */
export async function integratorKey(site: Site, code: string): Promise<string> {
  const { key } = await site.api<{ key: string }>('POST', `/provinces/${code}/keys`, {
    name: 'Khóa dùng thử',
    scopes: ['unit.read', 'round.read', 'readiness.read'],
  });
  return key;
}
