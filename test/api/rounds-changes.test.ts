import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { templates } from '../../forms/index.ts';
import type { Site } from '../../local/demo/site.ts';
import { eventsOf, rowsOf } from '../support/database.ts';
import { baseOf } from '../support/links.ts';
import { codeOf, type OpenRound, type OpenRounds, reason, startOpenRounds } from '../support/open-rounds.ts';
import { CLEAN_VILLAGE, fillEverything, readinessList, submitFile, type Unit } from '../support/survey.ts';

let rounds: OpenRounds;
let designer: Site;
let clerk: Site;
let round: OpenRound;

beforeAll(async () => {
  rounds = await startOpenRounds();
  ({ designer, clerk } = rounds);
});
afterAll(() => rounds.service.stop());
beforeEach(async () => {
  round = await rounds.open();
});

const NEIGHBOUR = {
  communes: [{ kindLabel: 'xã', name: 'Sơn Bình', villages: [{ kindLabel: 'bản', name: 'Chu Va 6' }] }],
};

test('a commune that is added later brings its villages and can be filled in; it is there once', async () => {
  const created = await designer.api<{ items: Unit[] }>('POST', '/provinces/12/units', NEIGHBOUR);
  const commune = created.items.find(({ level }) => level === 'commune')!;
  const before = await round.stored('rounds');
  const add = () => designer.call('POST', round.path('units'), { unitIds: [commune.id], reason });
  const answers = await Promise.all([add(), add()]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(await codeOf(await add())).toEqual([409, 'unit_already_in_round']);
  const added = answers.find(({ status }) => status === 201)!;
  const { items } = (await added.json()) as { items: { name: string; addedAt: string }[] };
  expect(items.map(({ name }) => name)).toEqual(['Sơn Bình', 'Chu Va 6']);

  expect((await round.stored('rounds')).units_hash).not.toBe(before.units_hash);
  const list = await readinessList(clerk, round);
  expect(list.map(({ unit }) => unit.name)).toEqual(['Bản Bo', 'Sơn Bình']);
  expect(list[1]).toMatchObject({ state: 'collecting', ready: null, coverage: { expected: 1, answered: 0 } });
  const links = { unitIds: [commune.id] };
  const link = await designer.api<{ items: { url: string }[] }>('POST', round.path('links'), links);
  expect(await (await clerk.get(baseOf(link.items[0]!))).text()).toContain('Chu Va 6');
  const events = (await eventsOf(rounds.service, `round:${round.roundId}`)).filter(
    ({ act }) => act === 'round.add-units',
  );
  expect(events).toMatchObject([{ detail: { reason, units: items.map((item) => (item as unknown as Unit).id) } }]);
});

test('what is no unit, or has no commune in the round, is not added; nor anything to a round that is not open', async () => {
  const nobody = '01980000-0000-7000-8000-000000000000';
  const add = (unitIds: string[]) => designer.call('POST', round.path('units'), { unitIds, reason });
  const created = await designer.api<{ items: Unit[] }>('POST', '/provinces/12/units', NEIGHBOUR);
  const village = created.items.find(({ level }) => level === 'village')!;
  expect(await codeOf(await add([nobody]))).toEqual([404, 'unit_unknown']);
  expect(await codeOf(await add([village.id]))).toEqual([409, 'commune_not_in_round']);
  await round.close();
  expect(await codeOf(await add([village.parentId!]))).toEqual([409, 'round_closed']);
});

/** Makes the round one that was opened when its second village did not stand yet. */
async function withoutSecondVillage(): Promise<string> {
  const { id } = round.villages[1]!;
  for (const table of ['responses', 'round_units']) {
    await rowsOf(rounds.service, `DELETE FROM ${table} WHERE round_id = ? AND unit_id = ?`, [round.roundId, id]);
  }
  await designer.api('POST', round.path('scores/recompute'));
  await rounds.service.runtime.runScheduled();
  return id;
}
const addVillage = (id: string) => designer.call('POST', round.path('units'), { unitIds: [id], reason });

test('a village that is added later is asked for, and its commune is scored anew', async () => {
  const village = await withoutSecondVillage();
  expect((await readinessList(clerk, round))[0]).toMatchObject({ stale: false, coverage: { expected: 1 } });
  expect((await addVillage(village)).status).toBe(201);
  expect((await readinessList(clerk, round))[0]).toMatchObject({ stale: true, coverage: { expected: 1 } });
  await rounds.service.runtime.runScheduled();
  expect((await readinessList(clerk, round))[0]).toMatchObject({ stale: false, coverage: { expected: 2 } });
  expect(await (await clerk.get(`${round.base}/nop`)).text()).toContain(round.villages[1]!.name);
  expect((await round.save('10', 0, 1)).status).toBe(303);
});

test('a file that was submitted takes no further village before it is returned', async () => {
  await fillEverything(clerk, round);
  const village = await withoutSecondVillage();
  expect((await submitFile(clerk, round.base)).status).toBe(303);
  expect(await (await addVillage(village)).json()).toMatchObject({
    code: 'return_first',
    errors: [{ detail: round.commune.id }],
  });
});

test('a file that is submitted while a village is being added keeps the village out', async () => {
  await fillEverything(clerk, round);
  const village = await withoutSecondVillage();
  rounds.before(/insert into "round_units"/, () => submitFile(clerk, round.base));
  expect(await codeOf(await addVillage(village))).toEqual([409, 'return_first']);
  expect((await round.stored('submissions')).submitted_at).not.toBeNull();
});

test('another version of the same form takes over with its consequences, and every score is computed anew', async () => {
  const template = templates['tam-duong-2024']!;
  const definition = { ...template, criteria: template.criteria.filter(({ id }) => id !== 'TD13') };
  const version = await designer.api<{ id: string }>('POST', '/provinces/12/forms', { definition });
  const change = (id: string, revision: number) =>
    designer.call('PUT', round.path('form-version'), { formVersionId: id, reason }, { 'if-match': `"${revision}"` });
  expect(await codeOf(await change(version.id, 2))).toEqual([409, 'form_not_published']);
  await designer.api('POST', `/provinces/12/forms/versions/${version.id}/publish`);
  expect(await codeOf(await change(version.id, 1))).toEqual([412, 'revision_mismatch']);

  await fillEverything(clerk, round);
  await submitFile(clerk, round.base);
  const criteria = async () => (await readinessList(clerk, round))[0]!;
  expect((await criteria()).criteria.map(({ id }) => id)).toContain('TD13');
  const changed = await change(version.id, 2);
  expect(await changed.json()).toMatchObject({
    round: { formVersionId: version.id, revision: 3 },
    consequences: [{ vi: 'Không còn đánh giá 1 tiêu chí.' }],
  });
  expect(await criteria()).toMatchObject({ stale: true, state: 'submitted' });
  await rounds.service.runtime.runScheduled();
  const rescored = await criteria();
  expect(rescored.stale).toBe(false);
  expect(rescored.criteria.map(({ id }) => id)).not.toContain('TD13');
  const again = await change(version.id, 3);
  expect([again.status, again.headers.get('etag')]).toEqual([200, '"3"']);
  const events = (await eventsOf(rounds.service, `round:${round.roundId}`)).filter(
    ({ act }) => act === 'round.change-form',
  );
  expect(events).toMatchObject([{ detail: { from: rounds.formVersionId, to: version.id, reason } }]);
});

test('an open round does not change to another form, nor a closed one at all', async () => {
  const other = await designer.api<{ id: string }>('POST', '/provinces/12/forms', { template: 'khoai-chau-2024' });
  await designer.api('POST', `/provinces/12/forms/versions/${other.id}/publish`);
  const change = (revision: number) =>
    designer.call(
      'PUT',
      round.path('form-version'),
      { formVersionId: other.id, reason },
      { 'if-match': `"${revision}"` },
    );
  expect(await codeOf(await change(2))).toEqual([409, 'form_differs']);
  await round.close();
  expect(await codeOf(await change(3))).toEqual([409, 'round_closed']);
});

test('a file whose form changed while it was on its way is not handed in unseen', async () => {
  await fillEverything(clerk, round);
  const template = templates['tam-duong-2024']!;
  const definition = { ...template, title: { vi: 'Phiếu sửa đổi', en: 'Amended form' } };
  const version = await designer.api<{ id: string }>('POST', '/provinces/12/forms', { definition });
  await designer.api('POST', `/provinces/12/forms/versions/${version.id}/publish`);
  const change = { formVersionId: version.id, reason };
  rounds.before(/update "submissions" set.*"submitted_at"/, () =>
    designer.api('PUT', round.path('form-version'), change, { 'if-match': '"2"' }),
  );
  expect((await submitFile(clerk, round.base)).status).toBe(422);
  expect((await round.stored('submissions')).submitted_at).toBeNull();
  expect((await submitFile(clerk, round.base)).status).toBe(303);
});

test('who saw a file by one form does not verify it by another', async () => {
  await fillEverything(clerk, round);
  await submitFile(clerk, round.base);
  const verifier = await rounds.service.as('verifier');
  const path = round.path(`review/${round.commune.id}`);
  const seen = (await verifier.call('GET', path)).headers.get('etag')!;
  const definition = { ...templates['tam-duong-2024']!, title: { vi: 'Phiếu khác', en: 'Another form' } };
  const version = await designer.api<{ id: string }>('POST', '/provinces/12/forms', { definition });
  await designer.api('POST', `/provinces/12/forms/versions/${version.id}/publish`);
  const change = { formVersionId: version.id, reason };
  await designer.api('PUT', round.path('form-version'), change, { 'if-match': '"2"' });
  const answer = await verifier.call('POST', `${path}/verify`, undefined, { 'if-match': seen });
  expect(await codeOf(answer)).toEqual([412, 'revision_mismatch']);
});

test('figures of a day outside the period that the round is about are an error', async () => {
  round = await rounds.open({ period: { from: '2024-01-01', to: '2024-06-30' } });
  await fillEverything(clerk, round);
  const page = await (await clerk.get(round.section('closing'))).text();
  expect(page).toContain('Ngày chốt số liệu phải trong kỳ số liệu, từ 01/01/2024 đến 30/06/2024.');
  expect((await submitFile(clerk, round.base)).status).toBe(422);
  for (const village of [0, 1]) {
    const fields = { ...CLEAN_VILLAGE.closing!, as_of: '2024-06-30', ':revision': '6' };
    await clerk.post(round.section('closing', village), fields);
  }
  expect((await submitFile(clerk, round.base)).status).toBe(303);
});

const LATECOMER = { communes: [{ kindLabel: 'xã', name: 'Nùng Nàng', villages: [] }] };

test('units that change while a round is being opened are frozen as they then are, or nothing is', async () => {
  const settings = { name: 'Kỳ thử', kind: 'annual', formVersionId: rounds.formVersionId };
  const { id } = await designer.api<{ id: string }>('POST', '/provinces/12/rounds', settings);
  const open = () => designer.call('POST', `/provinces/12/rounds/${id}/open`);
  rounds.before(/insert into "round_units"/, () => designer.api('POST', '/provinces/12/units', LATECOMER));
  expect(await codeOf(await open())).toEqual([409, 'conflict']);
  expect((await open()).status).toBe(200);
  const frozen = await rowsOf(rounds.service, 'SELECT name FROM round_units WHERE round_id = ?', [id]);
  expect(frozen.map(({ name }) => name)).toContain('Nùng Nàng');
});
