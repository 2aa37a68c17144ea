import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageFaults } from '../support/accessibility.ts';
import { launchBrowser } from '../support/browser.ts';
import { baseOf, linksOf } from '../support/links.ts';
import { type Service, startService } from '../support/service.ts';
import { fillEverything, fillUnit, prepareSurvey, type Survey, submitFile } from '../support/survey.ts';

let service: Service;
let browser: Browser;
let collecting: Survey;
let submitted: Survey;
let withPin = '';
let preview = '';
let cookie = '';
let operator = '';
let invitation = '';
const nobody = () => '';
let designerId = '';

beforeAll(async () => {
  service = await startService();
  const designer = await service.as('designer');
  cookie = designer.cookie;
  collecting = await prepareSurvey(designer);
  const operating = await service.as('operator');
  operator = operating.cookie;
  const staff = await operating.api<{ items: { id: string }[] }>('GET', '/provinces/12/staff');
  designerId = staff.items[0]!.id;
  const invited = { email: 'phong-tham-muu.cong-an-tinh@laichau.example.vn', name: 'Người mới', roles: ['reader'] };
  const { url } = await operating.api<{ url: string }>('POST', '/provinces/12/invitations', invited);
  invitation = new URL(url).pathname;
  const forms = await designer.api<{ items: { id: string }[] }>('GET', '/provinces/12/forms');
  preview = `/console/12/forms/versions/${forms.items[0]!.id}/xem-thu`;
  const broken = { residents: { population: '12', households_total: '1.192' }, crime: { hotspots: 'hai' } };
  await fillUnit(service.stranger, collecting.base, collecting.villages[0]!.id, broken);
  withPin = baseOf((await linksOf(designer, collecting.roundId).make({ level: 'village', pin: true })).items[0]!);
  submitted = await prepareSurvey(await service.as('designer', '33'), '33');
  await fillEverything(service.stranger, submitted);
  await submitFile(service.stranger, submitted.base);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

const pages: [string, () => string, by?: () => string][] = [
  ['the overview', () => new URL(collecting.url).pathname],
  ['an empty section', () => `${collecting.base}/${collecting.villages[1]!.id}/drug_users`],
  ['a section with errors', () => `${collecting.base}/${collecting.villages[0]!.id}/residents?saved=1`],
  ['a section with unreadable text', () => `${collecting.base}/${collecting.villages[0]!.id}/crime?saved=1`],
  ['radios and notes', () => `${collecting.base}/${collecting.villages[1]!.id}/pledges`],
  ['the review page', () => `${collecting.base}/nop`],
  ['a submitted overview', () => submitted.base],
  ['a submitted section', () => `${submitted.base}/${submitted.villages[0]!.id}/residents`],
  ['the receipt', () => `${submitted.base}/bien-nhan`],
  ['an unknown link', () => `/s/12-${'0'.repeat(26)}`],
  ['a page whose link the browser does not know', () => '/p/000000000000'],
  ['a link that asks for its PIN', () => withPin],
  ['the overview in English', () => `${collecting.base}?lang=en`],
  ['a section with errors in English', () => `${collecting.base}/${collecting.villages[0]!.id}/residents?lang=en`],
  ['the overview of a form that is tried out', () => preview],
  ['a section of a form that is tried out', () => `${preview}/0/thon-1/pledges`],
  ['the sign-in page', () => '/sign-in'],
  ['the second step of signing in', () => '/sign-in/code'],
  ['an invitation', () => invitation, nobody],
  ['an invitation for somebody else', () => invitation],
  ['a one-time link that there is not', () => `/moi/${'0'.repeat(26)}`, nobody],
  ['the account page', () => '/tai-khoan'],
  ['the rounds', () => '/console/12'],
  ['the results', () => `/console/12/rounds/${collecting.roundId}`],
  ['the links of a round', () => `/console/12/rounds/${collecting.roundId}/duong-dan`],
  ['the keys of the province', () => '/console/12/tich-hop'],
  ["a commune's report", () => `/console/12/rounds/${collecting.roundId}/communes/${collecting.commune.id}`],
  ['the settings of the province', () => '/console/12/cai-dat'],
  ['the log of the province', () => '/console/12/nhat-ky', () => operator],
  ['the people of a province', () => '/console/12/can-bo', () => operator],
  ['the roles of a person', () => `/console/12/can-bo/${designerId}`, () => operator],
  ['the people of the service', () => '/console/he-thong/can-bo', () => operator],
  ['the log of the service', () => '/console/he-thong/nhat-ky', () => operator],
  ['the provinces of the service', () => '/console/he-thong', () => operator],
  ['a province for an operator', () => '/console/he-thong/tinh/12', () => operator],
];

describe.each([320, 1280])('at %i px', (width) => {
  test.each(pages)(
    '%s has no fault of accessibility and does not scroll sideways',
    async (_, path, by = () => cookie) => {
      const context = await browser.newContext({ viewport: { width, height: 800 }, bypassCSP: true, locale: 'vi-VN' });
      try {
        const url = service.url;
        const cookies = by()
          .split('; ')
          .filter((pair) => pair !== '')
          .map((pair) => {
            const [name, ...value] = pair.split('=');
            return { name: name!, value: value.join('='), url };
          });
        await context.addCookies(cookies);
        const page = await context.newPage();
        await page.goto(url + path());
        expect(await page.locator('h1').count()).toBe(1);
        expect(await pageFaults(page)).toEqual([]);
      } finally {
        await context.close();
      }
    },
  );
});
