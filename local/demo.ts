/** `npm run demo`: the service on fresh data, loaded with a province for each plan, with what to open. */
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { hashPassword } from '../worker/auth/password.ts';
import { administration } from './administration.ts';
import { buildWorker } from './build.ts';
import { integratorKey, type LoadedRound, loadProvince } from './demo/load.ts';
import type { DemoFile, DemoProvince } from './demo/province.ts';
import { demoProvinces } from './demo/provinces.ts';
import { Site } from './demo/site.ts';
import { pageWithSmallCount } from './demo/small-count.ts';
import { type Duty, duties, roleOf, staffOf } from './demo/staff.ts';
import { addressFromEnvironment, cannotListen, onStop } from './process.ts';
import { startRuntime } from './runtime.ts';

const { host, port } = addressFromEnvironment(8787);
// A folder of its own below the data, because it is emptied at every start.
const dataDir = join(process.env.DATA_DIR ?? '.data', 'demo');
const password = randomBytes(9).toString('base64url');
const passwordHash = await hashPassword(password);
const accounts: Record<Duty, { email: string; name: string; does: string }> = {
  designer: { email: 'thiet-ke@dia-ban.example', name: 'Cán bộ thiết kế', does: 'makes forms, rounds and links' },
  verifier: { email: 'ra-soat@dia-ban.example', name: 'Cán bộ rà soát', does: 'verifies files and proposes communes' },
  appraiser: {
    email: 'tham-dinh@dia-ban.example',
    name: 'Cán bộ thẩm định',
    does: 'appraises what the other proposed',
  },
  approver: { email: 'phe-duyet@dia-ban.example', name: 'Lãnh đạo phê duyệt', does: 'decides on recognition' },
  auditor: { email: 'kiem-tra@dia-ban.example', name: 'Cán bộ kiểm tra', does: 'reads everything and the log' },
  operator: {
    email: 'quan-tri@dia-ban.example',
    name: 'Quản trị hệ thống',
    does: 'looks after provinces, people and their roles',
  },
};

await buildWorker();
await rm(dataDir, { recursive: true, force: true });
// Off unless wanted: here nobody is to be kept out, and whoever measures asks more often than anybody should.
const requestLimits = process.env.RATE_LIMITS === 'on';
const runtime = await startRuntime({ dataDir, host, port, requestLimits }).catch((error) =>
  cannotListen(error, host, port),
);
onStop(() => runtime.stop());

const admin = administration(runtime.hrana);
await admin.migrateAll();
for (const { code, name } of demoProvinces) {
  await admin.createProvince({ code, name });
  for (const duty of duties) {
    const { email, name } = accounts[duty];
    await admin.addStaff({ email, name, passwordHash, provinceCode: code, role: roleOf[duty] });
  }
}

const staff = await staffOf(new Site(runtime.url), async (duty) => {
  const site = new Site(runtime.url);
  await site.signIn(accounts[duty].email, password);
  return site;
});

const accountLine = (duty: Duty): string =>
  `  ${roleOf[duty].padEnd(9)} ${accounts[duty].email.padEnd(26)} ${accounts[duty].does}`;

/** What there is to see of a file, unless it is simply handed in. */
function openFile({ submit, review, villages }: DemoFile): string | null {
  if (typeof review === 'object') return 'returned with comments';
  if (submit) return null;
  return villages.some((answers) => answers) ? 'half done' : 'not begun';
}

/** What to open of a province: its newest results, and the forms of communes that are still, or again, filling them in. */
function doorsOf({ code, name, communes }: DemoProvince, newest: LoadedRound): string {
  const inRound = communes.filter(({ files }) => Object.hasOwn(files, newest.key));
  const open = inRound.flatMap(({ key, name, files }) => {
    const state = openFile(files[newest.key]!);
    return state ? [{ key, name, state }] : [];
  });
  const [first] = inRound;
  const shown = open.length > 0 ? open : [{ ...first!, state: 'submitted' }];
  return [
    `${code} ${name}: ${newest.name}`,
    `  results  ${runtime.url}/sign-in?next=/console/${code}/rounds/${newest.id}`,
    ...shown.map(({ key, name, state }) => `  fill in  ${newest.links[key]} (${name}, ${state})`),
  ].join('\n');
}

console.log('Loading five provinces through the service itself …');
const doors: string[] = [];
const newestRounds: string[] = [];
const smallCounts: string[] = [];
for (const province of demoProvinces) {
  console.log(`  ${province.code} ${province.name}`);
  const newest = (await loadProvince(staff, province)).at(-1)!;
  doors.push(doorsOf(province, newest));
  newestRounds.push(`/v1/provinces/${province.code}/rounds/${newest.id}`);
  smallCounts.push(await pageWithSmallCount(staff.verifier, province.code, newest.id));
}
const apiKey = await integratorKey(staff.designer, demoProvinces[0]!.code);

const ask = (path: string) => `curl -s -H "Authorization: Bearer ${apiKey}" ${runtime.url}${path}`;

console.log(`
Địa Bàn: a demonstration province for each of the five plans. All figures and papers are invented.

Six accounts sign in to all of them, with one password
  ${runtime.url}/sign-in
  ${password}
${duties.map(accountLine).join('\n')}

${doors.join('\n')}

An integrator reads readiness, and who is recognised
${ask(`${newestRounds[0]}/readiness`)}
${ask(`/v1/provinces/${demoProvinces[0]!.code}/recognition`)}

Counts of 1 to 4 are masked; the verifier may see them as they are, which is recorded
${runtime.url}${smallCounts[0]}
${runtime.url}${smallCounts[0]}?figures=exact

Ctrl+C ends it.`);
