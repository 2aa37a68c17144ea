/** `npm run demo`: the service on fresh data, loaded with a province for each plan, with what to open. */
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { administration } from './administration.ts';
import { buildWorker } from './build.ts';
import { integratorKey, type LoadedRound, loadProvince } from './demo/load.ts';
import type { DemoProvince } from './demo/province.ts';
import { demoProvinces } from './demo/provinces.ts';
import { Site } from './demo/site.ts';
import { addressFromEnvironment, cannotListen, onStop } from './process.ts';
import { startRuntime } from './runtime.ts';

const { host, port } = addressFromEnvironment(8787);
// A folder of its own below the data, because it is emptied at every start.
const dataDir = join(process.env.DATA_DIR ?? '.data', 'demo');
const email = 'can-bo@dia-ban.example';
const password = randomBytes(9).toString('base64url');

await buildWorker();
await rm(dataDir, { recursive: true, force: true });
const runtime = await startRuntime({ dataDir, host, port }).catch((error) => cannotListen(error, host, port));
onStop(() => runtime.stop());

const admin = administration(runtime.hrana);
await admin.migrateAll();
for (const { code, name } of demoProvinces) {
  await admin.createProvince({ code, name });
  await admin.addStaff({ email, name: 'Cán bộ minh họa', password, provinceCode: code, role: 'designer' });
}

const site = new Site(runtime.url);
await site.signIn(email, password);

/** What to open of a province: its newest results, and the form of a commune that is still filling it in, if there is one. */
function doorsOf({ code, name, communes }: DemoProvince, newest: LoadedRound): string {
  const inRound = communes.filter(({ files }) => Object.hasOwn(files, newest.key));
  const halfDone = inRound.find(({ files }) => !files[newest.key]!.submit);
  const shown = (halfDone ?? inRound[0])!;
  return `${code} ${name}: ${newest.name}
  results  ${runtime.url}/sign-in?next=/console/${code}/rounds/${newest.id}
  fill in  ${newest.links[shown.key]} (${shown.name}, ${halfDone ? 'half done' : 'submitted'})`;
}

console.log('Loading five provinces through the service itself …');
const doors: string[] = [];
const newestRounds: string[] = [];
for (const province of demoProvinces) {
  console.log(`  ${province.code} ${province.name}`);
  const newest = (await loadProvince(site, province)).at(-1)!;
  doors.push(doorsOf(province, newest));
  newestRounds.push(`/v1/provinces/${province.code}/rounds/${newest.id}`);
}
const apiKey = await integratorKey(site, demoProvinces[0]!.code);

console.log(`
Địa Bàn: a demonstration province for each of the five plans. All figures are invented.

One account signs in to all of them
  ${runtime.url}/sign-in
  ${email}
  ${password}

${doors.join('\n')}

An integrator reads readiness
curl -s -H "Authorization: Bearer ${apiKey}" ${runtime.url}${newestRounds[0]}/readiness

Ctrl+C ends it.`);
