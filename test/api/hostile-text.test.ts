import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FormDefinition, templates } from '../../forms/index.ts';
import type { Site } from '../../local/demo/site.ts';
import { baseOf } from '../support/links.ts';
import { type Service, startService } from '../support/service.ts';

const TAG = '<script>alert(1)</script>';
const QUOTES = `"><img src=x onerror='alert(2)'>`;
const hostile = (text: string) => `${text} ${TAG}${QUOTES}`;

let service: Service;
let designer: Site;
let roundId: string;
let base: string;
let communeId: string;
let villageId: string;
let versionId: string;

/** A form whose every word for people tries to be markup. */
function hostileForm(): FormDefinition {
  const words = new Set(['title', 'label', 'hint', 'constraint_message']);
  const form = JSON.stringify(templates['tam-duong-2024'], (key, value: unknown) => {
    if (!words.has(key) || typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([language, text]) => [language, hostile(String(text))]));
  });
  return JSON.parse(form) as FormDefinition;
}

beforeAll(async () => {
  service = await startService();
  designer = await service.as('designer');
  const province = '/provinces/12';
  const villages = [{ kindLabel: 'bản', name: hostile('Nà Khuy') }];
  const units = { communes: [{ kindLabel: 'xã', name: hostile('Bản Bo'), villages }] };
  const created = await designer.api<{ items: { id: string; level: string }[] }>('POST', `${province}/units`, units);
  communeId = created.items.find(({ level }) => level === 'commune')!.id;
  villageId = created.items.find(({ level }) => level === 'village')!.id;
  const version = await designer.api<{ id: string }>('POST', `${province}/forms`, { definition: hostileForm() });
  versionId = version.id;
  await designer.api('POST', `${province}/forms/versions/${versionId}/publish`);
  const command = { name: hostile('Kỳ khảo sát'), kind: 'annual', formVersionId: versionId };
  roundId = (await designer.api<{ id: string }>('POST', `${province}/rounds`, command)).id;
  await designer.api('POST', `${province}/rounds/${roundId}/open`);
  const path = `${province}/rounds/${roundId}/links`;
  base = baseOf((await designer.api<{ items: { url: string }[] }>('POST', path, {})).items[0]!);
});
afterAll(() => service.stop());

const typed = () =>
  service.stranger.post(`${base}/${villageId}/residents`, { population: hostile('5'), ':revision': '0' });

test.each<[string, () => Promise<Response>]>([
  ['the overview', () => service.stranger.get(base)],
  ['a section', () => service.stranger.get(`${base}/${villageId}/crime`)],
  [
    'what was typed, after it was saved',
    async () => typed().then(() => service.stranger.get(`${base}/${villageId}/residents`)),
  ],
  ['what was typed, when it could not be saved', typed],
  ['the review page', () => service.stranger.get(`${base}/nop`)],
  ['the form on paper', () => service.stranger.get(`${base}/in`)],
  ['the empty form on paper', () => service.stranger.get(`${base}/phieu-trong`)],
  ['the form as it is tried out', () => designer.get(`/console/12/forms/versions/${versionId}/xem-thu/0`)],
  ['the rounds', () => designer.get('/console/12')],
  ['the results', () => designer.get(`/console/12/rounds/${roundId}`)],
  ["a commune's report", () => designer.get(`/console/12/rounds/${roundId}/communes/${communeId}`)],
  ['the links', () => designer.get(`/console/12/rounds/${roundId}/duong-dan`)],
  [
    'the sheet of links',
    () => designer.call('POST', `/provinces/12/rounds/${roundId}/links`, {}, { accept: 'text/html' }),
  ],
])('%s shows names, labels and answers as they were written, and none as markup', async (_, ask) => {
  const answer = await ask();
  const page = await answer.text();
  expect(answer.headers.get('content-type')).toContain('text/html');
  expect(page).toContain('&lt;script>');
  expect(page).not.toMatch(/<script>alert|<img src=x/);
});
