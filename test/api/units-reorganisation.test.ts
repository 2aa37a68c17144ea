import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Site } from '../../local/demo/site.ts';
import { type Service, startService } from '../support/service.ts';
import { prepareSurvey } from '../support/survey.ts';
import { type UnitApi, unitApi, type WireUnit } from '../support/units.ts';

let service: Service;
let designer: Site;
let api: UnitApi;

beforeAll(async () => {
  service = await startService();
  designer = await service.as('designer');
  api = unitApi(service, designer, '12');
});
afterAll(() => service.stop());

const LEGAL = { date: '2025-07-01', legalAct: 'Nghị quyết 1683/NQ-UBTVQH15' };
let old: WireUnit[];
let villages: WireUnit[];
let serial = 0;

/** Two communes with two villages each, of a test's own. */
beforeEach(async () => {
  serial += 1;
  const communes = ['A', 'B'].map((name, at) => ({
    kindLabel: 'xã',
    name: `${name}${serial}`,
    code: `0${serial}00${at}`,
    villages: [1, 2].map((n) => ({ kindLabel: 'bản', name: `${name}${serial}.${n}` })),
  }));
  const { items } = (await api('POST', '/units', { validFrom: '2020-01-01', communes })).body;
  old = items.filter(({ level }) => level === 'commune');
  villages = items.filter(({ level }) => level === 'village');
});

interface Result {
  snapshot: string;
  created: WireUnit[];
  closed: { unitId: string }[];
  moved: { unitId: string; toId: string }[];
  lineage: object[];
  code?: string;
  errors?: { path: string; code: string }[];
}
const merger = (rest: object = {}) => ({
  ...LEGAL,
  units: [
    {
      ...{ kindLabel: 'xã', name: `Mới ${serial}`, code: old[0]!.code },
      predecessors: old.map(({ id }) => ({ unitId: id, extent: 'whole' })),
    },
  ],
  ...rest,
});
const reorganise = (body: object) => api<Result>('POST', '/units/reorganisations', body);
const ofTest = async (query: string) =>
  (await api('GET', `/units?${query}`)).body.items.filter(
    ({ name }) => /^(A|B|Mới )/.test(name) && name.includes(`${serial}`),
  );

test('a merger is previewed without a trace and then happens in one', async () => {
  const preview = await reorganise(merger({ dryRun: true }));
  expect(preview.body).toMatchObject({
    created: [{ name: `Mới ${serial}` }],
    closed: [{}, {}],
    moved: [{}, {}, {}, {}],
  });
  expect(await ofTest('asOf=2025-07-01')).toHaveLength(6);

  const { status, body } = await reorganise(merger({ snapshot: preview.body.snapshot }));
  const [made] = body.created as [WireUnit];
  expect([status, made.code, body.lineage.length]).toEqual([200, old[0]!.code, 2]);
  expect(await ofTest('asOf=2025-06-30')).toHaveLength(6);
  const after = await ofTest('asOf=2025-07-01');
  expect(after.map(({ id }) => id).sort()).toEqual([made.id, ...villages.map(({ id }) => id)].sort());
  expect(after.filter(({ level }) => level === 'village').every(({ parentId }) => parentId === made.id)).toBe(true);
  const edges = await api<{ items: { successorId: string; kind: string }[] }>('GET', '/units/lineage');
  expect(edges.body.items.filter(({ successorId }) => successorId === made.id)).toMatchObject([
    { kind: 'merge', extent: 'whole' },
    { kind: 'merge', extent: 'whole' },
  ]);
});

test('a round that opens afterwards expects the new commune with the villages of the old ones', async () => {
  const { body } = await reorganise(merger());
  const survey = await prepareSurvey(designer);
  const [made] = body.created as [WireUnit];
  const path = `/v1/provinces/12/rounds/${survey.roundId}/readiness/${made.id}`;
  const readiness = (await (await designer.get(path)).json()) as { coverage: object };
  expect(readiness.coverage).toEqual({ expected: 4, answered: 0 });
  expect((await designer.get(path.replace(made.id, old[0]!.id))).status).toBe(404);
});

test('what cannot be is refused with every fault, and nothing of it happens', async () => {
  const before = await ofTest('asOf=2025-07-01');
  const part = { ...merger().units[0]!, predecessors: [{ unitId: old[0]!.id, extent: 'part' }] };
  const { status, body } = await reorganise({ ...LEGAL, units: [part], close: [old[1]!.id] });
  expect([status, body.code]).toEqual([422, 'reorganisation_refused']);
  expect(body.errors!.map(({ path, code }) => `${path} ${code}`)).toEqual([
    'close.0 villages_standing',
    'units.0.predecessors.0.unitId villages_standing',
  ]);
  expect(await ofTest('asOf=2025-07-01')).toEqual(before);
});

test('a preview is outdated once a unit has changed', async () => {
  const { snapshot } = (await reorganise(merger({ dryRun: true }))).body;
  await api('PATCH', `/units/${villages[0]!.id}`, { name: `A${serial} khác` }, { 'if-match': '"1"' });
  const { status, body } = await reorganise(merger({ snapshot }));
  expect([status, body.code]).toEqual([409, 'import_outdated']);
});

test('the same merger twice at once happens once', async () => {
  const answers = await Promise.all([reorganise(merger()), reorganise(merger())]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, expect.any(Number)]);
  expect(answers.map(({ body }) => body.code).filter(Boolean)).toHaveLength(1);
  expect((await ofTest('asOf=2025-07-01&level=commune')).map(({ name }) => name)).toEqual([`Mới ${serial}`]);
});

test('a plan in a file is previewed and applied', async () => {
  const rows = old.map(({ code }) => `${code};Mới ${serial};;xã;toàn bộ;${LEGAL.legalAct};01/07/2025`);
  const file = `Mã cũ;Tên mới;Mã mới;Loại;Phạm vi;Văn bản;Ngày hiệu lực\n${rows.join('\n')}\n`;
  type Imported = { snapshot: string; counts: object; code?: string };
  const send = (query: string, body = file) =>
    api<Imported>('POST', `/units/reorganisations/import?${query}`, body, { 'content-type': 'text/csv' });
  const preview = await send('');
  expect(preview.body.counts).toMatchObject({ close: 2, create: 1, change: 4, refuse: 0 });
  const damaged = await send('dryRun=false', file.replace('toàn bộ', 'gần hết'));
  expect([damaged.status, damaged.body.code]).toEqual([422, 'import_refused']);
  expect((await send(`dryRun=false&snapshot=${preview.body.snapshot}`)).status).toBe(200);
  expect((await ofTest('asOf=2025-07-01&level=commune')).map(({ name }) => name)).toEqual([`Mới ${serial}`]);
  expect((await send(`dryRun=false&snapshot=${preview.body.snapshot}`)).body.code).toBe('import_outdated');
});
