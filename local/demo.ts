/** `npm run demo`: the service on fresh data, loaded with the demonstration province, with what to open. */
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { administration } from './administration.ts';
import { buildWorker } from './build.ts';
import { loadDemo } from './demo/load.ts';
import { Site } from './demo/site.ts';
import { addressFromEnvironment, cannotListen, onStop } from './process.ts';
import { startRuntime } from './runtime.ts';

const { host, port } = addressFromEnvironment(8787);
// A folder of its own below the data, because it is emptied at every start.
const dataDir = join(process.env.DATA_DIR ?? '.data', 'demo');
const email = 'can-bo@lai-chau.example';
const password = randomBytes(9).toString('base64url');

await buildWorker();
await rm(dataDir, { recursive: true, force: true });
const runtime = await startRuntime({ dataDir, host, port }).catch((error) => cannotListen(error, host, port));
onStop(() => runtime.stop());

const admin = administration(runtime.hrana);
await admin.migrateAll();
await admin.createProvince({ code: '12', name: 'Lai Châu' });
await admin.addStaff({ email, name: 'Cán bộ minh họa', password, provinceCode: '12', role: 'designer' });

console.log('Loading thirteen communes through the service itself …');
const site = new Site(runtime.url);
await site.signIn(email, password);
const demo = await loadDemo(site);
const link = (name: string) => demo.links.find(({ unitName }) => unitName === name)!.url;

console.log(`
Địa Bàn: the demonstration province. All figures are invented.

The province signs in
  ${runtime.url}/sign-in
  ${email}
  ${password}

A commune fills in its form (Hồ Thầu, half done)
  ${link('Hồ Thầu')}

An integrator reads readiness
curl -s -H "Authorization: Bearer ${demo.apiKey}" ${runtime.url}/v1/provinces/12/rounds/${demo.roundId}/readiness

Ctrl+C ends it.`);
