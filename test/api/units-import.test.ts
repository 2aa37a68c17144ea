import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readWorkbook, writeWorkbook } from '../../forms/index.ts';
import { administration } from '../../local/administration.ts';
import { windows1258 } from '../../worker/units/import/file/windows-1258.fixture.ts';
import { type Service, startService } from '../support/service.ts';
import { type UnitApi, unitApi } from '../support/units.ts';

let service: Service;
let admin: ReturnType<typeof administration>;
/** Province 12, in which nothing is written, unless a test has taken one of its own. */
let api: UnitApi;
let preview: UnitApi;
let code = 40;

beforeAll(async () => {
  service = await startService();
  admin = administration(service.runtime.hrana);
  preview = unitApi(service, await service.as('designer'), '12');
});
afterAll(() => service.stop());
beforeEach(() => {
  api = preview;
});

/** A province whose units are only those of the test. */
async function ownProvince(): Promise<void> {
  code += 1;
  await admin.createProvince({ code: String(code), name: `Tỉnh ${code}` });
  api = unitApi(service, await service.as('designer', String(code)), String(code));
}

interface Row {
  row: number | null;
  action: string;
  unitId: string | null;
  name: string | null;
  from: string | null;
  changes: { field: string; from: unknown; to: unknown }[];
  errors: { path: string; code: string; detail: string }[];
}
interface Result {
  dryRun: boolean;
  snapshot: string;
  counts: Record<string, number>;
  rows: Row[];
  code: string;
  errors: { path: string; code: string; detail: string }[];
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const CSV = { 'content-type': 'text/csv' };
const send = (body: string | Uint8Array, query = '', headers: Record<string, string> = CSV) =>
  api<Result>('POST', `/units/import?${query}`, body, headers);
const apply = (body: string, query = '') => send(body, `dryRun=false&${query}`);
const units = async (query = '') => (await api('GET', `/units?${query}`)).body.items;
const codesOf = (rows: Row[]) => rows.map(({ errors }) => errors.map((error) => error.code));

const LIST = [
  'Cấp;Loại;Tên;Mã;Thuộc xã;Dân số;Số hộ;Trên tuyến trọng điểm;Thư điện tử;Từ ngày;ghi chú',
  'xã;Xã;Bản Bo;03406;;4.512;1.020;có;ubnd.banbo@example.vn;01/01/2020;vùng cao',
  'xã;Phường;Tân Phong;03424;;;;;;2020-01-01;',
  'thôn;bản;Nà Khuy;;Bản Bo;812;190;;;01/01/2020;',
  'thôn;tổ dân phố;Tổ dân phố số 5;;03424;;;;;01/01/2020;',
].join('\r\n');

describe('a list of units', () => {
  beforeEach(ownProvince);

  test('is previewed without a trace, then applied as a whole', async () => {
    const preview = await send(LIST);
    expect(preview.body).toMatchObject({ dryRun: true, counts: { create: 4, refuse: 0 } });
    expect(await units()).toEqual([]);
    const applied = await apply(LIST, `snapshot=${preview.body.snapshot}`);
    expect([applied.status, applied.body.counts]).toMatchObject([200, { create: 4 }]);
    expect(await units()).toMatchObject([
      {
        ...{ level: 'commune', kindLabel: 'xã', name: 'Bản Bo', code: '03406', contactEmail: 'ubnd.banbo@example.vn' },
        ...{ validFrom: '2020-01-01', revision: 1 },
        attributes: { population: 4512, households: 1020, on_key_route: 'yes', 'ghi chú': 'vùng cao' },
      },
      { kindLabel: 'bản', name: 'Nà Khuy', attributes: { population: 812, households: 190 } },
      { kindLabel: 'phường', name: 'Tân Phong', attributes: {} },
      { kindLabel: 'tổ dân phố', name: 'Tổ dân phố số 5' },
    ]);
  });

  test('is taken back unchanged from its own export, as CSV and as XLSX, and applying that writes nothing', async () => {
    await apply(LIST);
    const communes = [
      {
        ...{ kindLabel: 'xã', name: '=HYPERLINK("http://x")', contactEmail: 'a@example.vn' },
        attributes: { note: '-', text: '007', flag: true, code: 'x', many: 'a;b\n"c"', none: null, share: 1.5 },
        villages: [{ kindLabel: 'bản', name: '-Một' }],
      },
      { kindLabel: 'xã', name: 'bản bo', villages: [{ kindLabel: 'bản', name: 'Nà Khuy' }] },
    ];
    await api('POST', '/units', { communes });
    const before = await units();
    const csv = await api<string>('GET', '/units/export');
    expect(csv.type).toContain('text/csv');
    expect(csv.body).toContain(`"'=HYPERLINK(""http://x"")"`);
    const unchanged = { counts: { create: 0, change: 0, close: 0, unchanged: before.length, refuse: 0 } };
    expect((await send(csv.body, 'missing=close')).body).toMatchObject(unchanged);

    const file = await fetch(`${service.url}/v1/provinces/${code}/units/export?format=xlsx`, {
      headers: { cookie: (await service.as('designer', String(code))).cookie },
    });
    const workbook = new Uint8Array(await file.arrayBuffer());
    expect((await send(workbook, 'missing=close', { 'content-type': XLSX })).body).toMatchObject(unchanged);
    const { workbook: read } = await readWorkbook(workbook);
    expect(read!.sheets[0]!.rows).toHaveLength(before.length + 1);

    const { body } = await apply(csv.body);
    expect(body).toMatchObject({ dryRun: false, ...unchanged });
    expect(await units()).toEqual(before);
  });

  test('names the row that holds the number of an identity paper, and takes the telephone of an office', async () => {
    const list = [
      'Loại,Tên,Liên hệ',
      'xã,Khun Há,0213 3876 543',
      'xã,Nùng Nàng,CCCD 034195001234',
      'xã,Ông A sinh năm 1990,',
    ].join('\n');
    const { body } = await send(list);
    expect(body.rows.flatMap(({ row, errors }) => errors.map(({ path, code }) => [row, path, code]))).toEqual([
      [3, 'Liên hệ', 'personal_data'],
      [4, 'Tên', 'personal_data'],
    ]);
  });

  test('changes what it says differently, from the day that it says, and keeps the rest', async () => {
    await apply(LIST);
    const changes = [
      'Mã;Tên;Dân số;Thư điện tử;Từ ngày;Văn bản',
      '3406;Bản Bo Mới;;-;01/07/2025;Nghị quyết 1',
      '03424;;9999;;;',
    ].join('\n');
    const preview = await send(changes, 'asOf=2026-01-01');
    expect(preview.body.rows).toMatchObject([
      {
        ...{ row: 2, action: 'change', from: '2025-07-01' },
        changes: [
          { field: 'name', from: 'Bản Bo', to: 'Bản Bo Mới' },
          { field: 'contactEmail', from: 'ubnd.banbo@example.vn', to: null },
        ],
      },
      {
        row: 3,
        action: 'change',
        from: '2026-01-01',
        changes: [{ field: 'attributes.population', from: null, to: 9999 }],
      },
    ]);
    expect(await apply(changes, 'asOf=2026-01-01')).toMatchObject({ status: 200 });
    const [bo] = await units('q=ban bo&level=commune&asOf=2025-07-01');
    expect(bo).toMatchObject({ name: 'Bản Bo Mới', code: '03406', contactEmail: null, revision: 2 });
    expect(bo!.attributes).toMatchObject({ population: 4512 });
    expect(await units('level=commune&asOf=2025-06-30')).toMatchObject([{ name: 'Bản Bo' }, { name: 'Tân Phong' }]);
  });

  test('moves villages between communes, also to one that is new in it', async () => {
    await apply(LIST);
    const [, naKhuy] = await units();
    const list = `id;Cấp;Loại;Tên;Mã;Thuộc xã\n${naKhuy!.id};;;;;Khun Há\n;xã;xã;Khun Há;03430;\n`;
    expect((await apply(list, 'asOf=2025-07-01')).body.counts).toMatchObject({ create: 1, change: 1 });
    const after = await units('asOf=2025-07-01');
    const { id } = after.find(({ name }) => name === 'Khun Há')!;
    expect(after.find((unit) => unit.id === naKhuy!.id)!.parentId).toBe(id);
  });

  test('closes what it does not name when that is wanted, but no commune over standing villages', async () => {
    await apply(LIST);
    const rest = 'Cấp;Loại;Tên;Mã;Thuộc xã\nxã;xã;Bản Bo;03406;\nthôn;bản;Nà Khuy;;Bản Bo\n';
    expect((await send(rest)).body.counts).toMatchObject({ unchanged: 2, close: 0 });
    const preview = await send(rest, 'missing=close&asOf=2026-01-01');
    expect(preview.body.counts).toMatchObject({ unchanged: 2, close: 2, refuse: 0 });
    const communesOnly = 'Cấp;Loại;Tên;Mã\nxã;xã;Bản Bo;03406\n';
    const refused = await send(communesOnly, 'missing=close&asOf=2026-01-01');
    expect(codesOf(refused.body.rows)).toEqual([[], ['villages_standing']]);
    await apply(rest, `missing=close&asOf=2026-01-01&snapshot=${preview.body.snapshot}`);
    expect((await units('asOf=2026-01-01')).map(({ name }) => name)).toEqual(['Bản Bo', 'Nà Khuy']);
    expect(await units('asOf=2025-12-31')).toHaveLength(4);
  });
});

describe('a preview', () => {
  beforeEach(ownProvince);

  test('is outdated as soon as a unit, the file or an option is another', async () => {
    const { snapshot } = (await send(LIST, 'asOf=2026-01-01')).body;
    const outdated = async (body: string, query: string) => {
      const answer = await apply(body, `snapshot=${snapshot}&${query}`);
      expect([answer.status, answer.body.code]).toEqual([409, 'import_outdated']);
    };
    await outdated(`${LIST} `, 'asOf=2026-01-01');
    await outdated(LIST, 'asOf=2026-01-02');
    await outdated(LIST, 'asOf=2026-01-01&missing=close');
    await api('POST', '/units', { communes: [{ kindLabel: 'xã', name: 'Vừa Thêm', villages: [] }] });
    await outdated(LIST, 'asOf=2026-01-01');
    expect(await units('asOf=2026-12-31')).toHaveLength(1);
  });

  test('names every fault of every row in the words of who asks, and applying writes nothing', async () => {
    await apply(LIST);
    const before = await units();
    const list = [
      'Cấp;Loại;Tên;Mã;Thuộc xã;Dân số;Từ ngày;id',
      'xã;xã;Tốt;03999;;;;',
      'thôn;ban;Sai Loại;;Bản Bo;;;',
      'thôn;bản;Sai Số;;Bản Bo;1,5;31/6/2025;',
      'thôn;bản;;;Nơi Nào;;;',
      'xã;xã;Trùng;03500;;;;',
      'xã;xã;Trùng Nữa;03500;;;;',
      'thôn;bản;Lạ;;Bản Bo;;;00000000-0000-4000-8000-000000000000',
      'xã;xã;Bản Bo;03777;;;;',
      'thôn;bản;Quá Sớm;;Bản Bo;;1/1/2019;',
    ].join('\n');
    const { body } = await send(list, '', { ...CSV, 'accept-language': 'vi' });
    expect(codesOf(body.rows)).toEqual([
      ...[[], ['kind_unknown'], ['number_invalid', 'day_invalid'].reverse(), ['parent_unknown'], ['duplicate_code']],
      ...[['duplicate_code'], ['unit_unknown'], ['other_code'], ['parent_not_standing']],
    ]);
    expect(body.rows[1]!.errors[0]).toEqual({
      path: 'Loại',
      code: 'kind_unknown',
      detail: 'Loại “ban” không có trong danh mục của tỉnh. Gần nhất: “bản”.',
    });
    const refused = await apply(list);
    expect([refused.status, refused.body.code]).toEqual([422, 'import_refused']);
    expect(refused.body.errors[0]).toMatchObject({ path: 'rows.3.Loại', code: 'kind_unknown' });
    expect(await units()).toEqual(before);
  });
});

describe('of two who apply at once', () => {
  test('one writes and the other is told, and nothing is there twice', async () => {
    await ownProvince();
    const { snapshot } = (await send(LIST)).body;
    const answers = await Promise.all([1, 2].map(() => apply(LIST, `snapshot=${snapshot}`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await units()).toHaveLength(4);
  });
});

describe('encodings', () => {
  const utf16 = (text: string, bigEndian: boolean) => {
    const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
    return new Uint8Array(bigEndian ? bytes.swap16() : bytes);
  };
  const utf8 = new TextEncoder().encode(LIST);

  test.each<[string, Uint8Array]>([
    ['UTF-8 with a byte order mark', new Uint8Array([0xef, 0xbb, 0xbf, ...utf8])],
    ['UTF-8 with tones apart', new TextEncoder().encode(LIST.normalize('NFD'))],
    ['UTF-16 LE', utf16(LIST, false)],
    ['UTF-16 BE', utf16(LIST, true)],
    ['Windows-1258', windows1258(LIST)],
    ['UTF-8 with tabs', new TextEncoder().encode(LIST.replaceAll(';', '\t'))],
  ])('%s give the same list', async (_, bytes) => {
    const { body } = await send(bytes);
    expect(body.counts).toMatchObject({ create: 4, refuse: 0 });
    expect(body.rows.map(({ name }) => name)).toEqual(['Bản Bo', 'Tân Phong', 'Nà Khuy', 'Tổ dân phố số 5']);
  });
});

describe('a file that is no list', () => {
  const workbook = (rows: (string | number)[][]) =>
    writeWorkbook([{ name: 'A', columns: [{ header: 'Mã', width: 9 }], rows }]);
  const asXlsx = { 'content-type': XLSX };

  test.each<[string, () => string | Uint8Array | Promise<Uint8Array>, Record<string, string>, number, string, string]>([
    ['empty', () => '', CSV, 422, 'import_unreadable', 'empty_file'],
    ['only headings', () => 'Cấp;Tên\n', CSV, 422, 'import_unreadable', 'empty_file'],
    ['without the columns', () => 'a;b\n1;2\n', CSV, 422, 'import_unreadable', 'missing_columns'],
    ['one column twice', () => 'Mã;code\n1;2\n', CSV, 422, 'import_unreadable', 'duplicate_columns'],
    ['a column without a heading', () => 'Mã;;Tên\n1;2;3\n', CSV, 422, 'import_unreadable', 'unnamed_column'],
    ['an open quotation mark', () => 'Mã;Tên\n1;"A\n', CSV, 422, 'import_unreadable', 'csv_invalid'],
    [
      'a picture',
      () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 1]),
      CSV,
      422,
      'import_unreadable',
      'encoding_unknown',
    ],
    ['CSV called XLSX', () => LIST, asXlsx, 422, 'import_unreadable', 'not_xlsx'],
    ['an empty workbook', () => workbook([]), asXlsx, 422, 'import_unreadable', 'empty_file'],
    [
      'a damaged workbook',
      async () => (await workbook([['1']])).subarray(0, 300),
      asXlsx,
      422,
      'import_unreadable',
      'damaged_workbook',
    ],
  ])('%s is refused with the reason', async (_, body, headers, status, problem, reason) => {
    const answer = await send(await body(), '', headers);
    expect([answer.status, answer.body.code, answer.body.errors[0]?.code]).toEqual([status, problem, reason]);
  });

  test.each([
    [
      '100,000 rows of CSV',
      'text/csv',
      () => new TextEncoder().encode(`Mã;Tên\n${'12345;Bản số một trăm\n'.repeat(100_000)}`),
    ],
    ['20,001 rows of CSV', 'text/csv', () => new TextEncoder().encode(`Mã;Tên\n${'12345;A\n'.repeat(20_001)}`)],
    ['100,000 rows of XLSX', XLSX, () => workbook(Array.from({ length: 100_000 }, (_, at) => [at]))],
  ])('%s are refused within seconds', async (_, type, body) => {
    const started = performance.now();
    const answer = await send(await body(), '', { 'content-type': type });
    expect([answer.status, answer.body.code]).toEqual([413, 'import_too_large']);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  test('JSON is refused by its type', async () => {
    const answer = await send('{}', '', { 'content-type': 'application/json' });
    expect([answer.status, answer.body.code]).toEqual([415, 'unsupported_media_type']);
  });
});

test('6,000 rows are previewed and applied', async () => {
  await ownProvince();
  const rows = Array.from({ length: 150 }, (_, at) => {
    const villages = Array.from({ length: 39 }, (_, n) => `thôn;thôn;Thôn ${at}.${n};;Xã ${at};${n * 7 + 100};`);
    return [`xã;xã;Xã ${at};${String(10_000 + at)};;;`, ...villages].join('\n');
  });
  const list = `Cấp;Loại;Tên;Mã;Thuộc xã;Dân số;note\n${rows.join('\n')}\n`;
  const { body } = await send(list, 'asOf=2025-01-01');
  const applied = await apply(list, `asOf=2025-01-01&snapshot=${body.snapshot}`);
  expect(applied.body.counts).toMatchObject({ create: 6000, refuse: 0 });
  expect((await send(list, 'asOf=2025-01-01')).body.counts).toMatchObject({ unchanged: 6000 });
});
