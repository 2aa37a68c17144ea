import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Site } from '../../local/demo/site.ts';
import { type Service, startService } from '../support/service.ts';

const definition = {
  id: 'draft-form',
  title: { vi: 'Biểu mẫu đang soạn', en: 'A form being drafted' },
  languages: ['vi', 'en'],
  sections: [
    {
      name: 'whole',
      level: 'commune',
      label: { vi: 'Toàn xã', en: 'Whole commune' },
      questions: [{ type: 'integer', name: 'models', label: { vi: 'Mô hình' }, required: true }],
    },
    {
      name: 'people',
      level: 'village',
      label: { vi: 'Con người', en: 'People' },
      questions: [
        { type: 'integer', name: 'addicts', label: { vi: 'Người nghiện', en: 'Addicts' }, required: true },
        {
          type: 'integer',
          name: 'on_file',
          label: { vi: 'Có hồ sơ', en: 'On file' },
          required: true,
          relevant: '${addicts} > 0',
        },
        { type: 'text', name: 'note', label: { vi: 'Ghi chú', en: 'Note' } },
      ],
    },
  ],
  checks: [
    {
      id: 'K1',
      level: 'village',
      test: '${on_file} <= ${addicts}',
      severity: 'error',
      message: { vi: 'Có hồ sơ nhiều hơn người nghiện.', en: 'More on file than addicts.' },
    },
  ],
  criteria: [
    {
      id: 'C1',
      title: { vi: 'Mọi người nghiện có hồ sơ', en: 'All addicts on file' },
      clause: '1',
      requirement: true,
      measure: {
        numerator: 'sum(${on_file})',
        denominator: 'sum(${addicts})',
        comparison: '=',
        target: 1,
        empty: 'met',
      },
    },
  ],
};

let service: Service;
let designer: Site;
let start: string;
let written: string[];

beforeAll(async () => {
  written = [];
  service = await startService({
    onPipeline: ({ statements }) => {
      written.push(...statements.filter((sql) => /^\s*(insert|update|delete|replace)/i.test(sql)));
    },
  });
  designer = await service.as('designer');
  const version = await designer.api<{ id: string }>('POST', '/provinces/12/forms', { definition });
  start = `/console/12/forms/versions/${version.id}/xem-thu`;
});
afterAll(() => service.stop());

const location = (answer: Response) => answer.headers.get('location')!;
const page = async (path: string) => (await designer.get(path)).text();

/** Types a section and gives where that leads. */
async function type(base: string, path: string, fields: Record<string, string>): Promise<string> {
  const answer = await designer.post(`${base}/${path}`, fields);
  expect(answer.status).toBe(303);
  return location(answer);
}

const baseOf = (path: string) => path.split('/').slice(0, 8).join('/');
const empty = () => `${start}/0`;

test('shows a draft as a commune of two villages would get it, with the banner on every page', async () => {
  expect(location(await designer.get(start))).toBe(empty());
  const overview = await page(empty());
  for (const words of ['Biểu mẫu đang soạn', 'Xã Ví dụ', 'Thôn 1', 'Thôn 2', 'Xã đã sẵn sàng chưa?']) {
    expect(overview).toContain(words);
  }
  const paths = ['', '/xa/whole', '/thon-1/people', '/nop', '/in', '/phieu-trong'];
  for (const path of paths) expect(await page(empty() + path)).toContain('Bản xem thử: không lưu số liệu.');
});

test('asks, checks and judges as the real pages do', async () => {
  expect(await page(`${empty()}/thon-1/people`)).not.toContain('name="on_file"');
  const stayed = await type(empty(), 'thon-1/people', { addicts: '3', ':action': 'stay' });
  expect(stayed).toMatch(/\/thon-1\/people$/);
  expect(await page(stayed)).toContain('name="on_file"');

  const wrong = await type(baseOf(stayed), 'thon-1/people', { addicts: '3', on_file: '4', ':action': 'next' });
  expect(wrong).toMatch(/\/thon-1\/people$/);
  const corrected = await page(wrong);
  expect(corrected).toContain('Có hồ sơ nhiều hơn người nghiện.');
  expect(corrected).toContain('value="4"');

  const onward = await type(baseOf(wrong), 'thon-1/people', { addicts: '3', on_file: '2', ':action': 'next' });
  expect(onward).toMatch(/\/thon-2\/people$/);
  const open = await page(baseOf(onward));
  expect(open).toContain('Chưa xác định được: 1/1 yêu cầu còn thiếu số liệu.');
  expect(open).toContain('1/2 đơn vị đã xong');
  const done = await type(baseOf(onward), 'thon-2/people', { addicts: '0', ':action': 'overview' });
  expect(await page(done)).toContain('Chưa sẵn sàng: 1/1 yêu cầu chưa đạt.');
});

test('what cannot be read is shown again, and the back button leads to what was there before', async () => {
  const first = await type(empty(), 'thon-2/people', { addicts: '1.234', note: 'Ghi “thử”', ':action': 'stay' });
  const second = await type(baseOf(first), 'thon-2/people', { addicts: 'hai', note: '', ':action': 'stay' });
  expect(await page(second)).toContain('value="hai"');
  const before = await page(first);
  expect(before).toContain('value="1.234"');
  expect(before).toContain('Ghi “thử”');
});

test('is submitted to nowhere: reasons are asked for and the receipt says what it is', async () => {
  let at = await type(empty(), 'xa/whole', { models: '1', ':action': 'next' });
  at = await type(baseOf(at), 'thon-1/people', { addicts: '0', ':action': 'next' });
  const review = await page(`${baseOf(at)}/nop`);
  const asked = /name="(reason:[^"]+)"/.exec(review)![1]!;
  const inputsVersion = /name="inputsVersion" value="(\d+)"/.exec(review)![1]!;
  expect((await designer.post(`${baseOf(at)}/nop`, { inputsVersion })).status).toBe(422);
  const done = await (await designer.post(`${baseOf(at)}/nop`, { inputsVersion, [asked]: 'Chưa có số' })).text();
  expect(done).toContain('XEM-THU');
  expect(done).toContain('Bản xem thử: không lưu số liệu.');
  expect(done).not.toContain('/rut-lai');
});

test('is read in English too, the answers staying', async () => {
  const switched = await designer.post(`${empty()}/thon-1/people`, { addicts: '5', ':action': 'lang:en' });
  expect(switched.headers.get('set-cookie')).toContain('dia-ban-lang=en');
  const english = await (
    await designer.get(location(switched), { cookie: `${designer.cookie}; dia-ban-lang=en` })
  ).text();
  expect(english).toContain('Preview: nothing is saved.');
  expect(english).toContain('value="5"');
});

describe('what it leaves behind', () => {
  test('nothing: no page of it writes a row', async () => {
    written = [];
    const at = await type(empty(), 'thon-1/people', { addicts: '0', ':action': 'overview' });
    for (const path of ['', '/xa/whole', '/nop', '/in']) await page(at + path);
    await designer.post(`${at}/nop`, { inputsVersion: '1' });
    expect(written).toEqual([]);
    expect(await designer.api('GET', '/provinces/12/rounds')).toMatchObject({ items: [] });
  });

  test('one round trip to the province for a page', async () => {
    const before = service.runtime.hrana.pipelines.ofDatabase('p12');
    await page(`${empty()}/thon-1/people`);
    expect(service.runtime.hrana.pipelines.ofDatabase('p12') - before).toBe(1);
  });
});

describe('who may see it', () => {
  test('nobody who is not signed in, nor anybody of another province', async () => {
    expect(location(await service.stranger.get(empty()))).toContain('/sign-in?next=');
    const other = await service.as('designer', '33');
    expect((await other.get(empty())).status).toBe(403);
  });

  test('everybody who may read forms', async () => {
    const reader = await service.as('reader');
    expect((await reader.get(empty())).status).toBe(200);
  });
});

test('an unknown version, unit, section or state is not there, and too much text is refused with what was typed', async () => {
  const unknown = start.replace(/versions\/[^/]+/, 'versions/019c0000-0000-7000-8000-000000000000');
  expect((await designer.get(`${unknown}/0`)).status).toBe(404);
  expect((await designer.get(`${empty()}/thon-3/people`)).status).toBe(404);
  expect((await designer.get(`${empty()}/thon-1/whole`)).status).toBe(404);
  expect((await designer.get(`${start}/khong-phai`)).status).toBe(404);
  const book = Array.from({ length: 4000 }, (_, index) => String(index * 2654435761)).join(' ');
  const refused = await designer.post(`${empty()}/thon-1/people`, { addicts: '1', note: book });
  expect(refused.status).toBe(413);
  expect(await refused.text()).toContain(book.slice(0, 100));
});
