import { localDay } from '../../worker/db/local-time.ts';
import { createCommunes, type Known, type Standing } from './communes.ts';
import { roundDates } from './deadline.ts';
import { fillIn, handIn } from './fill-in.ts';
import type { DemoFile, DemoProvince, DemoRound } from './province.ts';
import { recognise } from './recognise.ts';
import { review } from './review.ts';
import type { Site } from './site.ts';
import type { Staff } from './staff.ts';

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

/** One in a round, with its file there. */
interface Filed extends Standing {
  key: string;
  file: DemoFile;
}

/** Publishes a round's form and opens the round over the communes that stand. Its deadline comes later (`loadRound`). */
async function openRound(
  designer: Site,
  path: string,
  { name, kind, form, period, ...round }: DemoRound,
  earlier: LoadedRound[],
): Promise<{ id: string; formVersionId: string; revision: number }> {
  const idOf = (key: string | undefined) => earlier.find((loaded) => loaded.key === key)?.id ?? null;
  const { id: formVersionId } = await designer.api<{ id: string }>('POST', `${path}/forms`, { definition: form });
  await designer.api('POST', `${path}/forms/versions/${formVersionId}/publish`);
  const { id } = await designer.api<{ id: string }>('POST', `${path}/rounds`, {
    ...{ name, kind, formVersionId, period: period ?? null },
    previousRoundId: idOf(round.previous),
    baselineRoundId: idOf(round.baseline),
  });
  const { revision } = await designer.api<{ revision: number }>('POST', `${path}/rounds/${id}/open`);
  return { id, formVersionId, revision };
}

/**
 * Sets a round's deadline, and gives the communes that want it more time. Returns the last day for corrections where the deadline
 * is over.
 */
async function setDates(
  designer: Site,
  path: string,
  revision: number,
  { deadline }: DemoRound,
  filed: Filed[],
): Promise<string | undefined> {
  if (!deadline) return undefined;
  const today = localDay(new Date().toISOString());
  const { extendedTo, ...dates } = roundDates(deadline, today);
  await designer.api('PATCH', path, dates, { 'if-match': `"${revision}"` });
  for (const { unit, file } of filed) {
    if (file.extension === undefined) continue;
    await designer.api('PUT', `${path}/extensions/${unit.id}`, { until: extendedTo, reason: file.extension });
  }
  return dates.deadline.day > today ? undefined : extendedTo;
}

/** A round from its opening to the review of what came in. */
async function loadRound(
  { designer, verifier, clerk }: Staff,
  province: string,
  round: DemoRound,
  filed: Filed[],
  earlier: LoadedRound[],
): Promise<LoadedRound> {
  const { id, formVersionId, revision } = await openRound(designer, province, round, earlier);
  const path = `${province}/rounds/${id}`;
  const { items } = await designer.api<{ items: Link[] }>('POST', `${path}/links`, {});
  const urls = new Map(items.map(({ unitId, url }) => [unitId, url]));
  const links = Object.fromEntries(filed.map(({ key, unit }) => [key, urls.get(unit.id)!]));
  const linkOf = ({ key }: Filed) => ({ base: new URL(links[key]!).pathname, formVersionId });

  await Promise.all(filed.map((one) => fillIn(clerk, linkOf(one), one, one.file)));
  const submitted = filed.filter(({ file }) => file.submit);
  const [inTime, late] = [false, true].map((is) =>
    submitted.filter(({ file }) => is === (file.afterDeadline ?? false)),
  );
  // The clock cannot be turned: who is in time hands in before there is a deadline.
  await Promise.all(inTime!.map((one) => handIn(clerk, linkOf(one))));
  const correctUntil = await setDates(designer, path, revision, round, filed);
  await Promise.all(late!.map((one) => handIn(clerk, linkOf(one))));
  await review(verifier, path, filed, correctUntil);
  return { key: round.key, name: round.name, id, links };
}

/**
 * Loads a demo province through the service's own doors: forms are published, rounds opened over the communes of their time,
 * links made, files filled in, handed in, verified or returned, and communes recognised, each by whose duty it is. Every round but
 * the newest is closed.
 */
export async function loadProvince(
  staff: Staff,
  { code, rounds, communes, recognition = [] }: DemoProvince,
): Promise<LoadedRound[]> {
  const path = `/provinces/${code}`;
  const known: Known = new Map();
  const loaded: LoadedRound[] = [];
  for (const round of rounds) {
    const inRound = communes.filter(({ files }) => Object.hasOwn(files, round.key));
    const missing = inRound.filter(({ key }) => !known.has(key));
    await createCommunes(staff.designer, path, missing, known);
    const filed = inRound.map(({ key, files }) => ({ key, ...known.get(key)!, file: files[round.key]! }));
    const next = await loadRound(staff, path, round, filed, loaded);
    if (round !== rounds.at(-1)) await staff.designer.api('POST', `${path}/rounds/${next.id}/close`);
    loaded.push(next);
  }
  const later = communes.filter(({ key }) => !known.has(key));
  await createCommunes(staff.designer, path, later, known);
  await recognise(staff, path, recognition, {
    commune: (key) => known.get(key)!.unit,
    round: (key) => loaded.find((round) => round.key === key)!.id,
  });
  return loaded;
}

/** An API key with which an integrator reads the results. */
export async function integratorKey(designer: Site, code: string): Promise<string> {
  const { key } = await designer.api<{ key: string }>('POST', `/provinces/${code}/keys`, {
    name: 'Khóa dùng thử',
    scopes: ['unit.read', 'round.read', 'submission.read', 'readiness.read', 'recognition.read'],
  });
  return key;
}
