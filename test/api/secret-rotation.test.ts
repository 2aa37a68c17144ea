import { randomBytes } from 'node:crypto';
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Site } from '../../local/demo/site.ts';
import { localEnvironment } from '../../local/settings.ts';
import { openFleet } from '../../worker/provinces/fleet.ts';
import { resealTokens } from '../../worker/provinces/reseal.ts';
import { rowsOf } from '../support/database.ts';
import { OPERATOR } from '../support/fleet.ts';
import { baseOf, givePin, linksOf, type MadeLink } from '../support/links.ts';
import { PASSWORD, type Service, startService } from '../support/service.ts';
import { prepareSurvey, readinessList, type Survey } from '../support/survey.ts';
import { TursoPlatform } from '../support/turso-platform.ts';

let platform: TursoPlatform;
let service: Service;
let survey: Survey;
/** Two links with PINs, one for each time that the secret is changed. */
let links: MadeLink[];

const start = async (dataDir?: string) => {
  const { allowOutbound, authorize, settings } = platform;
  service = await startService({ allowOutbound, authorize, bindings: settings, ...(dataDir ? { dataDir } : {}) });
  platform.serveFrom(service.runtime.hrana);
};

/** Stops the service, changes its secret as the guide says, and starts it again. */
async function withNewSecret(): Promise<void> {
  const { dataDir } = service;
  await service.stop({ keepData: true });
  copyFileSync(join(dataDir, 'secret'), join(dataDir, 'secret.previous'));
  writeFileSync(join(dataDir, 'secret'), randomBytes(32).toString('hex'));
  await start(dataDir);
}

async function designerOf14(): Promise<Site> {
  const site = new Site(service.url);
  await site.signIn('designer.14@example.vn', PASSWORD);
  return site;
}

const pinHash = async ({ id }: MadeLink) => {
  const [row] = await rowsOf(service, 'SELECT pin_hash FROM links WHERE id = ?', [id]);
  return String(row!.pin_hash);
};

const entered = async (link: MadeLink, address: string) => {
  const clerk = new Site(service.url);
  const answer = await givePin(clerk, baseOf(link), link.pin!, { next: baseOf(link), address });
  return answer.status;
};

beforeAll(async () => {
  platform = await TursoPlatform.start();
  await start();
  const operator = await service.as('operator');
  await operator.api('POST', '/platform/provinces', { code: '14', name: 'Sơn La' });
  survey = await prepareSurvey(await service.as('designer', '14'), '14');
  const designer = await service.as('designer');
  const other = await prepareSurvey(designer);
  const made = linksOf(designer, other.roundId);
  links = [(await made.make({ pin: true })).items[0]!, (await made.make({ pin: true })).items[0]!];
});
afterAll(async () => {
  await service.stop();
  platform.stop();
});

test('after the secret was changed, database tokens and PINs made under the former one still hold; who is signed in signs in anew', async () => {
  const before = await designerOf14();
  const { cookie } = before;
  const stored = await pinHash(links[0]!);
  await withNewSecret();

  expect((await readinessList(service.stranger, survey, '14')).length).toBe(1);
  const stale = await new Site(service.url).get('/v1/provinces/14/units', { cookie });
  expect(stale.status).toBe(401);
  expect((await (await designerOf14()).call('GET', '/provinces/14/units')).status).toBe(200);

  expect(await entered(links[0]!, '203.0.113.1')).toBe(303);
  expect(await pinHash(links[0]!)).not.toBe(stored);
});

test('once tokens are sealed anew the former secret can go, and with it the PINs that nobody entered meanwhile', async () => {
  const fleet = () => openFleet({ ...localEnvironment(service.runtime.hrana), ...platform.settings }, 'thu');
  expect(await resealTokens(fleet(), OPERATOR)).toEqual(['14']);
  expect(await resealTokens(fleet(), OPERATOR)).toEqual([]);
  // The secret before the present one is not told any more.
  const { dataDir } = service;
  await service.stop({ keepData: true });
  writeFileSync(join(dataDir, 'secret.previous'), '');
  await start(dataDir);
  expect((await readinessList(service.stranger, survey, '14')).length).toBe(1);
  expect(await entered(links[0]!, '203.0.113.2')).toBe(303);
  expect(await entered(links[1]!, '203.0.113.3')).not.toBe(303);
});
