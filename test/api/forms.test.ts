import { afterAll, beforeAll, expect, test } from 'vitest';
import { templates, writeXlsform } from '../../forms/index.ts';
import type { Site } from '../../local/demo/site.ts';
import { type Service, startService } from '../support/service.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const forms = '/v1/provinces/12/forms';

let service: Service;
let designer: Site;

beforeAll(async () => {
  service = await startService();
  designer = await service.as('designer');
});
afterAll(() => service.stop());

const upload = (body: Uint8Array | string, type = XLSX) =>
  fetch(`${service.url}${forms}/xlsform`, {
    method: 'POST',
    headers: { 'content-type': type, cookie: designer.cookie, origin: service.url },
    body: body as Uint8Array<ArrayBuffer>,
  });

test('a workbook becomes the same version as the form it was written from, and comes back as a workbook', async () => {
  const template = templates['tra-vinh-2025']!;
  const fromTemplate = await designer.api<{ id: string }>('POST', '/provinces/12/forms', { template: template.id });
  const answer = await upload(await writeXlsform(template));
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ id: fromTemplate.id, warnings: [] });

  const workbook = await designer.get(`${forms}/versions/${fromTemplate.id}/xlsform`);
  expect(workbook.headers.get('content-type')).toBe(XLSX);
  expect(workbook.headers.get('content-disposition')).toContain('tra-vinh-2025-1.xlsx');
  expect(new Uint8Array(await workbook.arrayBuffer())).toEqual(await writeXlsform(template));
});

test.for(Object.keys(templates))('the template %s is what this project has under that name', async (template) => {
  const named = await designer.api<{ id: string }>('POST', '/provinces/12/forms', { template });
  const version = await designer.api<{ definition: unknown }>('GET', `/provinces/12/forms/versions/${named.id}`);
  expect(version.definition).toEqual(templates[template]);
});

test.for(['', 'none', 'constructor', '../robots', 'tra-vinh-2025.json?'])(
  'there is no template “%s”',
  async (template) => {
    const answer = await designer.call('POST', '/provinces/12/forms', { template });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ code: 'template_unknown' });
  },
);

test('what is no workbook is refused with its code, and nothing is stored', async () => {
  const answer = await upload('not a workbook');
  expect(answer.status).toBe(422);
  expect(await answer.json()).toMatchObject({ code: 'definition_invalid' });
  expect((await upload('{}', 'application/json')).status).toBe(415);
});

test('before publishing, a version says what it changes and what follows', async () => {
  const template = structuredClone(templates['tam-duong-2024']!);
  const first = await designer.api<{ id: string }>('POST', '/provinces/12/forms', { definition: template });
  template.criteria = template.criteria.filter(({ id }) => id !== 'TD7');
  const second = await designer.api<{ id: string }>('POST', '/provinces/12/forms', { definition: template });
  const path = `/provinces/12/forms/versions/${second.id}/diff?from=${first.id}`;
  const { changes, consequences } = await designer.api<{
    changes: { code: string; severity: string }[];
    consequences: { vi: string; en: string }[];
  }>('GET', path);
  expect(changes).toEqual([expect.objectContaining({ code: 'criterion_removed', severity: 'meaning' })]);
  expect(consequences.map(({ en }) => en).join(' ')).toContain('no longer judged');
});
