import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { templates } from '../../forms/index.ts';
import type { Site } from '../../local/demo/site.ts';
import { eventsOf, rowsOf } from '../support/database.ts';
import { type Service, startService } from '../support/service.ts';
import {
  CLEAN_VILLAGE,
  fillEverything,
  prepareSurvey,
  readinessList,
  type Survey,
  submitFile,
  type Unit,
} from '../support/survey.ts';

let service: Service;
let designer: Site;
let clerk: Site;
let first: Survey;
let survey: Survey;
let formVersionId: string;

const ROUNDS = '/provinces/12/rounds';
const NEIGHBOUR = {
  communes: [{ kindLabel: 'xã', name: 'Sơn Bình', villages: [{ kindLabel: 'bản', name: 'Chu Va 6' }] }],
};

/** What happens in between: just before the first write of a kind reaches the database. */
let interruption: { write: RegExp; act: () => Promise<unknown> } | null = null;

beforeAll(async () => {
  service = await startService({
    async onPipeline({ statements }) {
      const current = interruption;
      if (!current || !statements.some((sql) => current.write.test(sql))) return;
      interruption = null;
      await current.act();
    },
  });
  designer = await service.as('designer');
  clerk = service.stranger;
  first = await prepareSurvey(designer);
  ({ formVersionId } = await designer.api<{ formVersionId: string }>('GET', `${ROUNDS}/${first.roundId}`));
});
afterAll(() => service.stop());

/** Opens a round of its own for a test. */
async function openSurvey(settings: object = {}): Promise<Survey> {
  const command = { name: 'Kỳ thử', kind: 'annual', formVersionId, ...settings };
  const { id: roundId } = await designer.api<{ id: string }>('POST', ROUNDS, command);
  await designer.api('POST', `${ROUNDS}/${roundId}/open`);
  const { items } = await designer.api<{ items: { id: string; url: string }[] }>('POST', `${ROUNDS}/${roundId}/links`, {
    unitIds: [first.commune.id],
  });
  return { ...first, roundId, base: new URL(items[0]!.url).pathname, linkId: items[0]!.id };
}
beforeEach(async () => {
  survey = await openSurvey();
});

const soon = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();
const HOUR = 3_600_000;
const reason = 'Theo đề nghị của UBND xã';
const codeOf = async (answer: Response) => [answer.status, ((await answer.json()) as { code?: string }).code];
const path = (rest: string) => `${ROUNDS}/${survey.roundId}/${rest}`;
const round = async () => (await rowsOf(service, 'SELECT * FROM rounds WHERE id = ?', [survey.roundId]))[0]!;
const file = async () => (await rowsOf(service, 'SELECT * FROM submissions WHERE round_id = ?', [survey.roundId]))[0]!;
const close = () => designer.api('POST', path('close'));
const extend = (until: string) => designer.call('PUT', path(`extensions/${survey.commune.id}`), { until, reason });
const section = (name: string, village = 0) => `${survey.base}/${survey.villages[village]!.id}/${name}`;
const save = (population: string, revision: number, village = 0) =>
  clerk.post(section('residents', village), { population, households_total: '2', ':revision': String(revision) });

test('closing while many save: what was answered as saved is stored and came in time, what was refused is shown again', async () => {
  const attempts: { population: string; unit: string; answer: Response }[] = [];
  // Four clerks save one unit each, again and again, until somebody tells them that it is over.
  const writer = async (unit: string, path: string, fields: (n: number) => Record<string, string>) => {
    for (let n = 0, over = 0; over < 3; n++) {
      const typed = { ...fields(n), ':revision': String(n) };
      const answer = await clerk.post(path, typed);
      attempts.push({ population: Object.values(typed)[0]!, unit, answer });
      if (answer.status !== 303) over += 1;
      if (answer.status !== 303) n -= 1;
    }
  };
  const village = (index: number, start: number) =>
    writer(survey.villages[index]!.id, section('residents', index), (n) => ({
      population: String(start + n),
      households_total: '2',
    }));
  const commune = writer(survey.commune.id, `${survey.base}/${survey.commune.id}/commune`, (n) => ({
    models_effective: String(30_000 + n),
  }));
  const count = () => attempts.filter(({ answer }) => answer.status === 303).length;
  const closing = async () => {
    while (count() < 8) await new Promise((resolve) => setTimeout(resolve, 10));
    await close();
  };
  await Promise.all([village(0, 10_000), village(1, 20_000), commune, closing()]);

  const closedAt = (await round()).closed_at as string;
  const stored = await rowsOf(
    service,
    'SELECT unit_id, changes, saved_at FROM response_revisions WHERE round_id = ? ORDER BY unit_id, revision',
    [survey.roundId],
  );
  const saved = attempts.filter(({ answer }) => answer.status === 303);
  const refused = attempts.filter(({ answer }) => answer.status !== 303);
  expect(stored).toHaveLength(saved.length);
  for (const { saved_at: savedAt } of stored) expect(String(savedAt) < closedAt).toBe(true);
  for (const { population, unit } of saved) {
    const kept = stored.filter(({ unit_id: id, changes }) => id === unit && String(changes).includes(population));
    expect(kept).toHaveLength(1);
  }
  for (const { population, answer } of refused) {
    expect(answer.status).toBe(409);
    const page = await answer.text();
    expect(page).toContain('round_closed');
    expect(page).toContain(population);
  }
});

test('a link used after the close still shows what was saved, without fields, and says when it closed', async () => {
  await save('1.192', 0);
  await close();
  const page = await (await clerk.get(section('residents'))).text();
  expect(page).toContain('1.192');
  expect(page).not.toContain('<form');
  expect((await submitFile(clerk, survey.base)).status).toBe(409);
});

test('an extension opens a closed round for one commune and until its day ends, and can be taken away', async () => {
  await close();
  expect((await save('10', 0)).status).toBe(409);
  expect(await codeOf(await extend('2020-01-01'))).toEqual([422, 'extension_not_later']);
  const granted = await extend('2031-02-28');
  expect(await granted.json()).toMatchObject({ extendedUntil: '2031-02-28T17:00:00.000Z', revision: 2 });
  expect((await save('10', 0)).status).toBe(303);
  expect(await (await clerk.get(survey.base)).text()).toContain('28/02/2031');

  const again = await extend('2031-02-28');
  expect(((await again.json()) as { revision: number }).revision).toBe(2);
  const ended = await designer.call('DELETE', path(`extensions/${survey.commune.id}`));
  expect(await ended.json()).toMatchObject({ extendedUntil: null, revision: 3 });
  expect((await save('11', 1)).status).toBe(409);
  const events = await eventsOf(service, `round:${survey.roundId}/commune:${survey.commune.id}`);
  expect(events.filter(({ act }) => act === 'submission.extend').map(({ detail }) => detail)).toEqual([
    { until: '2031-02-28T17:00:00.000Z', reason },
    { until: null },
  ]);
  const steps = await rowsOf(service, 'SELECT kind FROM submission_steps WHERE round_id = ?', [survey.roundId]);
  expect(steps.map(({ kind }) => kind)).toEqual(['extend', 'extend']);
});

test('an extension only gives more time: it ends after the round does, and goes when the round itself goes on longer', async () => {
  expect(await codeOf(await extend('2031-02-28'))).toEqual([409, 'nothing_to_extend']);
  survey = await openSurvey({ deadline: { day: '2031-02-28', bound: 'through' } });
  expect(await codeOf(await extend('2031-02-28'))).toEqual([422, 'extension_not_later']);
  expect((await extend('2031-03-01')).status).toBe(200);
  const move = (day: string, revision: number) =>
    designer.api(
      'PATCH',
      path('').slice(0, -1),
      { deadline: { day, bound: 'through' } },
      { 'if-match': `"${revision}"` },
    );
  await move('2031-02-27', 2);
  expect((await file()).extended_until).toBe('2031-03-01T17:00:00.000Z');
  await move('2031-03-31', 3);
  expect((await file()).extended_until).toBeNull();
});

test('a save that began after the closing and was written before it came in time, by the clock too', async () => {
  let saved: Response | undefined;
  interruption = {
    write: /update "rounds" set.*"closed_at"/,
    act: async () => {
      saved = await save('10', 0);
    },
  };
  await close();
  expect(saved!.status).toBe(303);
  const [response] = await rowsOf(service, 'SELECT saved_at FROM responses WHERE round_id = ?', [survey.roundId]);
  expect(String((await round()).closed_at) > String(response!.saved_at)).toBe(true);
  expect((await save('11', 1)).status).toBe(409);
});

test('a save that is on its way when the round closes is refused when it began after the closing', async () => {
  interruption = {
    write: /insert into "responses"/,
    act: async () => {
      await close();
      // As if it had been sent a moment later: the round closed before it began.
      const sql = "UPDATE rounds SET closed_at = '2020-01-01T00:00:00.000Z' WHERE id = ?";
      await rowsOf(service, sql, [survey.roundId]);
    },
  };
  const refused = await save('777', 0);
  expect(refused.status).toBe(409);
  const page = await refused.text();
  expect(page).toContain('round_closed');
  expect(page).toContain('777');
});

test('closing by hand ends all extensions, and one that is given at that moment is not given', async () => {
  survey = await openSurvey({ closesAt: soon(HOUR) });
  await extend('2031-02-28');
  interruption = { write: /insert into "submission_steps"/, act: close };
  expect(await codeOf(await extend('2031-03-01'))).toEqual([409, 'conflict']);
  expect((await file()).extended_until).toBeNull();
  expect((await save('10', 0)).status).toBe(409);
});

test('a commune that is added later brings its villages and can be filled in; it is there once', async () => {
  const created = await designer.api<{ items: Unit[] }>('POST', '/provinces/12/units', NEIGHBOUR);
  const commune = created.items.find(({ level }) => level === 'commune')!;
  const before = await round();
  const add = () => designer.call('POST', path('units'), { unitIds: [commune.id], reason });
  const answers = await Promise.all([add(), add()]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(await codeOf(await add())).toEqual([409, 'unit_already_in_round']);
  const added = answers.find(({ status }) => status === 201)!;
  const { items } = (await added.json()) as { items: { name: string; addedAt: string }[] };
  expect(items.map(({ name }) => name)).toEqual(['Sơn Bình', 'Chu Va 6']);

  expect((await round()).units_hash).not.toBe(before.units_hash);
  const list = await readinessList(clerk, survey);
  expect(list.map(({ unit }) => unit.name)).toEqual(['Bản Bo', 'Sơn Bình']);
  expect(list[1]).toMatchObject({ state: 'collecting', ready: null, coverage: { expected: 1, answered: 0 } });
  const links = { unitIds: [commune.id] };
  const link = await designer.api<{ items: { url: string }[] }>('POST', path('links'), links);
  expect(await (await clerk.get(new URL(link.items[0]!.url).pathname)).text()).toContain('Chu Va 6');
  const events = (await eventsOf(service, `round:${survey.roundId}`)).filter(({ act }) => act === 'round.add-units');
  expect(events).toMatchObject([{ detail: { reason, units: items.map((item) => (item as unknown as Unit).id) } }]);
});

test('what is no unit, or has no commune in the round, is not added; nor anything to a round that is not open', async () => {
  const nobody = '01980000-0000-7000-8000-000000000000';
  const add = (unitIds: string[]) => designer.call('POST', path('units'), { unitIds, reason });
  const created = await designer.api<{ items: Unit[] }>('POST', '/provinces/12/units', NEIGHBOUR);
  const village = created.items.find(({ level }) => level === 'village')!;
  expect(await codeOf(await add([nobody]))).toEqual([404, 'unit_unknown']);
  expect(await codeOf(await add([village.id]))).toEqual([409, 'commune_not_in_round']);
  await close();
  expect(await codeOf(await add([village.parentId!]))).toEqual([409, 'round_closed']);
});

/** Makes the round one that was opened when its second village did not stand yet. */
async function withoutSecondVillage(): Promise<string> {
  const { id } = survey.villages[1]!;
  for (const table of ['responses', 'round_units']) {
    await rowsOf(service, `DELETE FROM ${table} WHERE round_id = ? AND unit_id = ?`, [survey.roundId, id]);
  }
  await designer.api('POST', path('scores/recompute'));
  await service.runtime.runScheduled();
  return id;
}
const addVillage = (id: string) => designer.call('POST', path('units'), { unitIds: [id], reason });

test('a village that is added later is asked for, and its commune is scored anew', async () => {
  const village = await withoutSecondVillage();
  expect((await readinessList(clerk, survey))[0]).toMatchObject({ stale: false, coverage: { expected: 1 } });
  expect((await addVillage(village)).status).toBe(201);
  expect((await readinessList(clerk, survey))[0]).toMatchObject({ stale: true, coverage: { expected: 1 } });
  await service.runtime.runScheduled();
  expect((await readinessList(clerk, survey))[0]).toMatchObject({ stale: false, coverage: { expected: 2 } });
  expect(await (await clerk.get(`${survey.base}/nop`)).text()).toContain(survey.villages[1]!.name);
  expect((await save('10', 0, 1)).status).toBe(303);
});

test('a file that was submitted takes no further village before it is returned', async () => {
  await fillEverything(clerk, survey);
  const village = await withoutSecondVillage();
  expect((await submitFile(clerk, survey.base)).status).toBe(303);
  expect(await (await addVillage(village)).json()).toMatchObject({
    code: 'return_first',
    errors: [{ detail: survey.commune.id }],
  });
});

test('a file that is submitted while a village is being added keeps the village out', async () => {
  await fillEverything(clerk, survey);
  const village = await withoutSecondVillage();
  interruption = { write: /insert into "round_units"/, act: () => submitFile(clerk, survey.base) };
  expect(await codeOf(await addVillage(village))).toEqual([409, 'return_first']);
  expect((await file()).submitted_at).not.toBeNull();
});

test('another version of the same form takes over with its consequences, and every score is computed anew', async () => {
  const template = templates['tam-duong-2024']!;
  const definition = { ...template, criteria: template.criteria.filter(({ id }) => id !== 'TD13') };
  const version = await designer.api<{ id: string }>('POST', '/provinces/12/forms', { definition });
  const change = (id: string, revision: number) =>
    designer.call('PUT', path('form-version'), { formVersionId: id, reason }, { 'if-match': `"${revision}"` });
  expect(await codeOf(await change(version.id, 2))).toEqual([409, 'form_not_published']);
  await designer.api('POST', `/provinces/12/forms/versions/${version.id}/publish`);
  expect(await codeOf(await change(version.id, 1))).toEqual([412, 'revision_mismatch']);

  await fillEverything(clerk, survey);
  await submitFile(clerk, survey.base);
  const criteria = async () => (await readinessList(clerk, survey))[0]!;
  expect((await criteria()).criteria.map(({ id }) => id)).toContain('TD13');
  const changed = await change(version.id, 2);
  expect(await changed.json()).toMatchObject({
    round: { formVersionId: version.id, revision: 3 },
    consequences: [{ vi: 'Không còn đánh giá 1 tiêu chí.' }],
  });
  expect(await criteria()).toMatchObject({ stale: true, state: 'submitted' });
  await service.runtime.runScheduled();
  const rescored = await criteria();
  expect(rescored.stale).toBe(false);
  expect(rescored.criteria.map(({ id }) => id)).not.toContain('TD13');
  const again = await change(version.id, 3);
  expect([again.status, again.headers.get('etag')]).toEqual([200, '"3"']);
  const events = (await eventsOf(service, `round:${survey.roundId}`)).filter(({ act }) => act === 'round.change-form');
  expect(events).toMatchObject([{ detail: { from: formVersionId, to: version.id, reason } }]);
});

test('an open round does not change to another form, nor a closed one at all', async () => {
  const other = await designer.api<{ id: string }>('POST', '/provinces/12/forms', { template: 'khoai-chau-2024' });
  await designer.api('POST', `/provinces/12/forms/versions/${other.id}/publish`);
  const change = (revision: number) =>
    designer.call('PUT', path('form-version'), { formVersionId: other.id, reason }, { 'if-match': `"${revision}"` });
  expect(await codeOf(await change(2))).toEqual([409, 'form_differs']);
  await close();
  expect(await codeOf(await change(3))).toEqual([409, 'round_closed']);
});

test('a file whose form changed while it was on its way is not handed in unseen', async () => {
  await fillEverything(clerk, survey);
  const template = templates['tam-duong-2024']!;
  const definition = { ...template, title: { vi: 'Phiếu sửa đổi', en: 'Amended form' } };
  const version = await designer.api<{ id: string }>('POST', '/provinces/12/forms', { definition });
  await designer.api('POST', `/provinces/12/forms/versions/${version.id}/publish`);
  const change = { formVersionId: version.id, reason };
  interruption = {
    write: /update "submissions" set.*"submitted_at"/,
    act: () => designer.api('PUT', path('form-version'), change, { 'if-match': '"2"' }),
  };
  expect((await submitFile(clerk, survey.base)).status).toBe(422);
  expect((await file()).submitted_at).toBeNull();
  expect((await submitFile(clerk, survey.base)).status).toBe(303);
});

test('figures of a day outside the period that the round is about are an error', async () => {
  survey = await openSurvey({ period: { from: '2024-01-01', to: '2024-06-30' } });
  await fillEverything(clerk, survey);
  const page = await (await clerk.get(section('closing'))).text();
  expect(page).toContain('Ngày chốt số liệu phải trong kỳ số liệu, từ 01/01/2024 đến 30/06/2024.');
  expect((await submitFile(clerk, survey.base)).status).toBe(422);
  for (const village of [0, 1]) {
    const fields = { ...CLEAN_VILLAGE.closing!, as_of: '2024-06-30', ':revision': '6' };
    await clerk.post(section('closing', village), fields);
  }
  expect((await submitFile(clerk, survey.base)).status).toBe(303);
});
