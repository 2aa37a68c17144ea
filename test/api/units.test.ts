import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventsOf } from '../support/database.ts';
import { type Service, startService } from '../support/service.ts';
import { prepareSurvey } from '../support/survey.ts';
import { type UnitApi, unitApi, type WireUnit } from '../support/units.ts';

let service: Service;
let api: UnitApi;

beforeAll(async () => {
  service = await startService();
  api = unitApi(service, await service.as('designer'), '12');
});
afterAll(() => service.stop());

const village = (name: string, kindLabel = 'bản') => ({ kindLabel, name });

/** A commune of its own for a test, with its villages. */
async function commune(name: string, villages: string[] = [], rest: object = {}): Promise<WireUnit[]> {
  const communes = [{ kindLabel: 'xã', name, villages: villages.map((each) => village(each)), ...rest }];
  const { status, body } = await api('POST', '/units', { validFrom: '2020-01-01', communes });
  expect(status).toBe(201);
  return body.items;
}

/** An id that no unit has. */
const NOBODY = '00000000-0000-4000-8000-000000000000';

const ifMatch = (revision: number) => ({ 'if-match': `"${revision}"` });
const act = 'Nghị quyết 1661/NQ-UBTVQH15';
const namesOf = (units: WireUnit[]) => units.map(({ name }) => name);

interface Detail extends WireUnit {
  versions: (WireUnit & { legalAct: string | null })[];
  predecessors: { unitId: string; name: string; kind: string }[];
  successors: { unitId: string; name: string; kind: string }[];
  villages: number;
  hasBoundary: boolean;
}
const detail = async (id: string) => (await api<Detail>('GET', `/units/${id}`)).body;

describe('the list', () => {
  let parent: WireUnit;
  beforeAll(async () => {
    const names = ['Bản 10', 'Bản 2', 'Đông Pao 100%', 'Dế Tủa', 'Êm Đềm', 'Ẳng_1'];
    [parent] = (await commune('Liệt Kê', names)) as [WireUnit];
  });
  const list = async (query: string) => namesOf((await api('GET', `/units?parentId=${parent.id}&${query}`)).body.items);

  test('sorts by the Vietnamese alphabet, numbers by value', async () => {
    expect(await list('sort=name')).toEqual(['Ẳng_1', 'Bản 2', 'Bản 10', 'Dế Tủa', 'Đông Pao 100%', 'Êm Đềm']);
  });

  test.each([
    ['dong pao', ['Đông Pao 100%']],
    ['ĐỀM', ['Êm Đềm']],
    ['%', ['Đông Pao 100%']],
    ['_', ['Ẳng_1']],
    ['ban', ['Bản 10', 'Bản 2']],
    ["'", []],
  ])('finds %s without accents, wildcards taken as they are', async (q, names) => {
    expect(await list(`q=${encodeURIComponent(q)}`)).toEqual(names);
  });

  test.each(['tree', 'name'])('comes in pages that together are the whole, by %s', async (sort) => {
    const all = await list(`sort=${sort}`);
    const paged: string[] = [];
    let cursor: string | null = '';
    for (let page = 0; page < 10 && cursor !== null; page++) {
      const query: string = `parentId=${parent.id}&sort=${sort}&limit=4${cursor && `&cursor=${cursor}`}`;
      const { body } = await api<{ items: WireUnit[]; nextCursor: string | null }>('GET', `/units?${query}`);
      paged.push(...namesOf(body.items));
      cursor = body.nextCursor;
    }
    expect(paged).toEqual(all);
  });

  test('has each commune followed by its villages', async () => {
    const [other] = (await commune('Sau Liệt Kê', ['Của Sau'])) as [WireUnit];
    await api('POST', `/units/${parent.id}/villages`, { villages: [village('Thêm Sau')] });
    const { items } = (await api('GET', '/units')).body;
    const names = namesOf(items);
    expect(names.indexOf('Thêm Sau')).toBeLessThan(names.indexOf('Sau Liệt Kê'));
    expect(items.find(({ name }) => name === 'Của Sau')!.parentId).toBe(other.id);
  });

  test('is as of a day, and answers 304 when nothing changed', async () => {
    expect(await list('asOf=2019-12-31')).toEqual([]);
    const first = await api('GET', `/units?parentId=${parent.id}`);
    const again = await api('GET', `/units?parentId=${parent.id}`, undefined, { 'if-none-match': first.etag! });
    expect(again.status).toBe(304);
  });

  test.each(['asOf=hôm nay', 'limit=0', 'limit=x', 'cursor=abc', 'sort=size', 'parentId=1'])(
    'refuses %s',
    async (query) => {
      const { status, body } = await api('GET', `/units?${query}`);
      expect([status, body.code]).toEqual([422, 'invalid_request']);
    },
  );
});

describe('a change', () => {
  test('from a day on makes a version, and each day keeps what was so', async () => {
    const [unit] = (await commune('Tên Cũ')) as [WireUnit];
    const patch = { from: '2025-07-01', legalAct: act, name: 'Tên Mới', kindLabel: 'Phường' };
    const { status, etag, body } = await api<WireUnit>('PATCH', `/units/${unit.id}`, patch, ifMatch(1));
    expect([status, etag]).toEqual([200, '"2"']);
    expect(body).toMatchObject({ name: 'Tên Mới', kindLabel: 'phường', validFrom: '2025-07-01', revision: 2 });
    const onDay = async (day: string) =>
      (await api('GET', `/units?asOf=${day}&level=commune&q=ten`)).body.items.find(({ id }) => id === unit.id)?.name;
    expect([await onDay('2025-06-30'), await onDay('2025-07-01')]).toEqual(['Tên Cũ', 'Tên Mới']);
    expect((await detail(unit.id)).versions).toMatchObject([
      { name: 'Tên Cũ', validFrom: '2020-01-01', validTo: '2025-07-01', legalAct: null },
      { name: 'Tên Mới', validFrom: '2025-07-01', validTo: null, legalAct: act },
    ]);
  });

  test('without a day puts the present version right, merging attributes', async () => {
    const [unit] = (await commune('Ghi Sai', [], { attributes: { population: 100, note: 'cũ' } })) as [WireUnit];
    const patch = { name: 'Ghi Đúng', contactEmail: 'ubnd@example.vn', attributes: { note: null, households: 25 } };
    await api('PATCH', `/units/${unit.id}`, patch, ifMatch(1));
    const { versions } = await detail(unit.id);
    expect(versions).toMatchObject([{ name: 'Ghi Đúng', validFrom: '2020-01-01', contactEmail: 'ubnd@example.vn' }]);
    expect(versions[0]!.attributes).toEqual({ population: 100, households: 25 });
    const [event] = await eventsOf(service, `unit:${unit.id}`);
    expect(event!.detail).toMatchObject({ name: 'Ghi Đúng', contactEmail: 'changed' });
  });

  test('that says what is so already leaves the revision as it is', async () => {
    const [unit] = (await commune('Như Cũ')) as [WireUnit];
    const { etag } = await api('PATCH', `/units/${unit.id}`, { name: 'Như Cũ' }, ifMatch(1));
    expect(etag).toBe('"1"');
  });

  test('of eight at once is made once; the others are told', async () => {
    const [unit] = (await commune('Tranh Nhau')) as [WireUnit];
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, at) => api('PATCH', `/units/${unit.id}`, { name: `Tên ${at}` }, ifMatch(1))),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, ...Array.from({ length: 7 }, () => 412)]);
    expect((await detail(unit.id)).revision).toBe(2);
  });

  test.each<[string, object, Record<string, string>, number, string]>([
    ['without If-Match', { name: 'X' }, {}, 428, 'precondition_required'],
    ['of another revision', { name: 'X' }, ifMatch(7), 412, 'revision_mismatch'],
    ['of a name without a legal act', { from: '2025-07-01', name: 'X' }, ifMatch(1), 422, 'invalid_request'],
    ['to a kind that the province has not', { kindLabel: 'huyện' }, ifMatch(1), 422, 'kind_unknown'],
    ['from a day that there is not', { from: '2025-02-30', attributes: { a: 1 } }, ifMatch(1), 422, 'invalid_request'],
    ['from before it stood', { from: '2019-01-01', attributes: { a: 1 } }, ifMatch(1), 409, 'unit_not_standing'],
    ['to a parent that there is not', { parentId: NOBODY }, ifMatch(1), 422, 'unit_misplaced'],
  ])('%s is refused', async (_, patch, headers, status, code) => {
    const [unit] = (await commune('Không Đổi')) as [WireUnit];
    const answer = await api('PATCH', `/units/${unit.id}`, patch, headers);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  test('of an unknown unit answers 404', async () => {
    const answer = await api('PATCH', `/units/${NOBODY}`, { name: 'X' }, ifMatch(1));
    expect([answer.status, answer.body.code]).toEqual([404, 'unit_unknown']);
  });
});

describe('a village', () => {
  test('goes over to another commune from a day on, and to no village', async () => {
    const [, moving, staying] = (await commune('Cho Đi', ['Chuyển', 'Ở Lại'])) as [WireUnit, WireUnit, WireUnit];
    const [to] = (await commune('Nhận Về')) as [WireUnit];
    const transfer = { from: '2025-07-01', legalAct: act, parentId: to.id };
    const under = { ...transfer, parentId: staying.id };
    const refused = await api('PATCH', `/units/${moving.id}`, under, ifMatch(1));
    expect(refused.body).toMatchObject({ code: 'unit_misplaced', errors: [{ code: 'parent_wrong_level' }] });
    expect((await api('PATCH', `/units/${moving.id}`, transfer, ifMatch(1))).status).toBe(200);
    const below = async (day: string) => namesOf((await api('GET', `/units?parentId=${to.id}&asOf=${day}`)).body.items);
    expect([await below('2025-06-30'), await below('2025-07-01')]).toEqual([[], ['Chuyển']]);
  });

  test('is not moved to a commune that ends, nor added to one', async () => {
    const [, moving] = (await commune('Còn', ['Định Chuyển'])) as [WireUnit, WireUnit];
    const [ending] = (await commune('Sắp Hết')) as [WireUnit];
    await api('POST', `/units/${ending.id}/close`, { day: '2030-01-01', legalAct: act }, ifMatch(1));
    const transfer = { from: '2025-07-01', legalAct: act, parentId: ending.id };
    const moved = await api('PATCH', `/units/${moving.id}`, transfer, ifMatch(1));
    expect(moved.body).toMatchObject({ code: 'unit_misplaced', errors: [{ code: 'parent_not_standing' }] });
    const added = await api('POST', `/units/${ending.id}/villages`, { villages: [village('Mới')] });
    expect(added.body).toMatchObject({ code: 'unit_misplaced', errors: [{ code: 'parent_not_standing' }] });
  });
});

describe('closing', () => {
  test('a commune with villages names them, and ends with them when that is wanted', async () => {
    const [unit, below] = (await commune('Giải Thể', ['Thuộc Giải Thể'])) as [WireUnit, WireUnit];
    const closing = { day: '2025-07-01', legalAct: act };
    const refused = await api('POST', `/units/${unit.id}/close`, closing, ifMatch(1));
    expect([refused.status, refused.body]).toMatchObject([
      409,
      { code: 'villages_standing', errors: [{ path: below.id, detail: 'Thuộc Giải Thể' }] },
    ]);
    const closed = await api('POST', `/units/${unit.id}/close`, { ...closing, withVillages: true }, ifMatch(1));
    expect(closed.body.items.map(({ validTo }) => validTo)).toEqual(['2025-07-01', '2025-07-01']);
    expect((await api('GET', '/units?q=giai the')).body.items).toEqual([]);
    expect((await api('GET', '/units?q=giai the&asOf=2025-06-30')).body.items).toHaveLength(2);
    const again = await api('POST', `/units/${unit.id}/close`, closing, ifMatch(2));
    expect([again.status, again.body.code]).toEqual([409, 'unit_not_standing']);
  });

  test('and adding a village at once: never both', async () => {
    const [unit] = (await commune('Cùng Lúc')) as [WireUnit];
    const closing = { day: '2026-01-01', legalAct: act };
    await Promise.all([
      api('POST', `/units/${unit.id}/close`, closing, ifMatch(1)),
      api('POST', `/units/${unit.id}/villages`, { validFrom: '2025-01-01', villages: [village('Xen Vào')] }),
    ]);
    const { validTo, villages } = await detail(unit.id);
    expect(validTo === null ? villages : 0).toBe(validTo === null ? 1 : 0);
    const { items } = (await api('GET', '/units?q=xen vao')).body;
    expect(items).toHaveLength(validTo === null ? 1 : 0);
  });
});

describe('lineage', () => {
  test('ends the predecessor with its villages on that day, whichever way it was merged', async () => {
    const [old] = (await commune('Bị Sáp Nhập', ['Bản Của Cũ'])) as [WireUnit];
    const [young] = (await commune('Sau Sáp Nhập')) as [WireUnit];
    const edge = { predecessorId: old.id, successorId: young.id, extent: 'whole', date: '2025-07-01', legalAct: act };
    expect((await api('POST', '/units/lineage', { items: [edge] })).status).toBe(201);
    expect(await detail(old.id)).toMatchObject({
      validTo: '2025-07-01',
      villages: 0,
      successors: [{ unitId: young.id, name: 'Sau Sáp Nhập', kind: 'merge' }],
    });
    expect((await detail(young.id)).predecessors).toMatchObject([{ unitId: old.id, name: 'Bị Sáp Nhập' }]);

    await api('POST', '/units/lineage', { items: [{ ...edge, date: '2025-08-01', kind: 'rename' }] });
    expect(await detail(old.id)).toMatchObject({ validTo: '2025-08-01', successors: [{ kind: 'rename' }] });
    const back = { ...edge, predecessorId: young.id, successorId: old.id };
    const cycle = await api('POST', '/units/lineage', { items: [back] });
    expect([cycle.status, cycle.body]).toMatchObject([422, { code: 'lineage_invalid', errors: [{ code: 'cycle' }] }]);
  });

  test('recorded after the fact leaves the unit out of a round that opens today', async () => {
    const owner = await service.as('designer', '33');
    const other = unitApi(service, owner, '33');
    const communes = ['Cũ', 'Mới'].map((name) => ({ kindLabel: 'xã', name, villages: [village('1', 'thôn')] }));
    const { items } = (await other('POST', '/units', { communes })).body;
    const [old, young] = items.filter(({ level }) => level === 'commune') as [WireUnit, WireUnit];
    const edge = { predecessorId: old.id, successorId: young.id, extent: 'whole', date: '2025-07-01', legalAct: act };
    await other('POST', '/units/lineage', { items: [edge] });
    const survey = await prepareSurvey(owner, '33', { communes: [{ kindLabel: 'xã', name: 'Khác', villages: [] }] });
    const readiness = await owner.get(`/v1/provinces/33/rounds/${survey.roundId}/readiness`);
    const list = (await readiness.json()) as { items: { unit: { name: string } }[] };
    expect(list.items.map(({ unit }) => unit.name).sort()).toEqual(['Khác', 'Mới']);
  });
});

describe('kinds', () => {
  test('are the usual ones until the province has its own, and are replaced as a whole by who saw them', async () => {
    const other = unitApi(service, await service.as('designer', '33'), '33');
    type Kinds = { items: { level: string; label: string }[]; isDefault: boolean; code?: string };
    const usual = await other<Kinds>('GET', '/unit-kinds');
    expect(usual.body).toMatchObject({ isDefault: true });
    expect(usual.body.items.map(({ label }) => label)).toContain('tổ dân phố');
    const items = [
      { level: 'village', label: 'bon' },
      { level: 'commune', label: 'xã' },
    ];
    expect((await other('PUT', '/unit-kinds', { items })).status).toBe(428);
    const saved = await Promise.all(
      [1, 2].map(() => other<Kinds>('PUT', '/unit-kinds', { items }, { 'if-match': usual.etag! })),
    );
    expect(saved.map(({ status }) => status).sort()).toEqual([200, 412]);
    const communes = [{ kindLabel: 'phường', name: 'X', villages: [village('Y', 'bon')] }];
    const refused = await other('POST', '/units', { communes });
    expect([refused.status, refused.body]).toMatchObject([
      422,
      { code: 'kind_unknown', errors: [{ path: 'communes.0.kindLabel' }] },
    ]);
    const { etag } = await other<Kinds>('GET', '/unit-kinds');
    const one = await other('PUT', '/unit-kinds', { items: items.slice(0, 1) }, { 'if-match': etag! });
    expect([one.status, one.body.code]).toEqual([422, 'invalid_request']);
  });
});

describe('boundaries', () => {
  const square = [
    [103.5, 22.3],
    [103.6, 22.3],
    [103.6, 22.4],
    [103.5, 22.3],
  ];
  const geometry = { type: 'Polygon', coordinates: [square] };

  test('are set, listed for a map, and taken away by who has seen the unit', async () => {
    const [unit, below] = (await commune('Có Ranh Giới', ['Cũng Có'])) as [WireUnit, WireUnit];
    const path = `/units/${unit.id}/boundary`;
    expect((await api('GET', path)).body.code).toBe('boundary_unknown');
    expect((await api('PUT', path, geometry)).status).toBe(428);
    const geojson = { 'content-type': 'application/geo+json' };
    const saved = await api<{ revision: number }>('PUT', path, geometry, { ...ifMatch(1), ...geojson });
    expect([saved.status, saved.etag, saved.body.revision]).toEqual([200, '"2"', 2]);
    expect((await api('PUT', path, geometry, ifMatch(1))).status).toBe(412);
    await api('PUT', `/units/${below.id}/boundary`, geometry, ifMatch(1));
    expect(await api('GET', path)).toMatchObject({ type: 'application/geo+json', body: geometry });
    expect(await detail(unit.id)).toMatchObject({ hasBoundary: true, revision: 2 });

    type Collection = { features: { id: string; properties: object; geometry: object }[]; nextCursor: string | null };
    const map = await api<Collection>('GET', '/units/boundaries?limit=1');
    expect(map.body).toMatchObject({
      type: 'FeatureCollection',
      features: [{ type: 'Feature', id: unit.id, properties: { name: 'Có Ranh Giới' }, geometry }],
      nextCursor: unit.id,
    });
    const rest = await api<Collection>('GET', `/units/boundaries?limit=1&cursor=${map.body.nextCursor}`);
    expect(rest.body).toMatchObject({ features: [{ id: below.id }], nextCursor: null });
    expect((await api<Collection>('GET', '/units/boundaries?asOf=2019-01-01')).body.features).toEqual([]);

    expect((await api('DELETE', path, undefined, ifMatch(2))).etag).toBe('"3"');
    expect((await api('GET', path)).status).toBe(404);
  });

  test.each([
    ['an open ring', { type: 'Polygon', coordinates: [square.slice(0, 3)] }, 422, 'boundary_invalid'],
    [
      'more than 64 KB',
      { type: 'Polygon', coordinates: [[...Array(5000).fill([103.123456, 22.123456]), [103.123456, 22.123456]]] },
      413,
      'boundary_too_large',
    ],
    ['no JSON', '{"type":', 400, 'malformed_json'],
  ])('%s is refused', async (_, body, status, code) => {
    const [unit] = (await commune('Ranh Giới Sai')) as [WireUnit];
    const answer = await api('PUT', `/units/${unit.id}/boundary`, body, ifMatch(1));
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });
});

describe('who may', () => {
  test.each<[string, string, unknown]>([
    ['POST', '/units', { communes: [] }],
    ['PATCH', `/units/${NOBODY}`, { name: 'X' }],
    ['POST', `/units/${NOBODY}/close`, { day: '2025-01-01', legalAct: act }],
    ['POST', '/units/import', 'Tên;Cấp\nA;xã\n'],
    ['POST', '/units/reorganisations', { date: '2025-07-01', legalAct: act }],
    ['PUT', `/units/${NOBODY}/boundary`, { type: 'Polygon', coordinates: [] }],
    ['PUT', '/unit-kinds', { items: [] }],
  ])('a reader does not %s %s', async (method, path, body) => {
    const reader = unitApi(service, await service.as('reader'), '12');
    const type = path.endsWith('import') ? { 'content-type': 'text/csv' } : undefined;
    const answer = await reader(method, path, body, type);
    expect([answer.status, answer.body.code]).toEqual([403, 'forbidden']);
  });
});
