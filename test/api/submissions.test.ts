import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { templates } from '../../forms/index.ts';
import type { Site } from '../../local/demo/site.ts';
import { FillClient, type ProblemWire } from '../support/fill-client.ts';
import { provinceDatabase } from '../support/province-database.ts';
import { type Service, startService } from '../support/service.ts';
import { fillEverything, newRound, prepareSurvey, readinessList, type Survey, submitFile } from '../support/survey.ts';

let service: Service;
let sql: ReturnType<typeof provinceDatabase>;
let designer: Site;
let verifier: Site;
let prepared: Survey;
let survey: Survey;
let clerk: FillClient;

beforeAll(async () => {
  service = await startService();
  sql = provinceDatabase(service);
  designer = await service.as('designer');
  verifier = await service.as('verifier');
  prepared = await prepareSurvey(designer);
});
afterAll(() => service.stop());

// Every test has a filled-in file of a round of its own over the same units.
beforeEach(async () => {
  survey = await newRound(designer, prepared);
  clerk = new FillClient(service.url, survey.base);
  await fillEverything(service.stranger, survey);
});

interface StaffFile {
  state: string;
  revision: number;
  late: boolean;
  steps: { id: string; kind: string; actor: { kind: string; id: string }; revisions: Record<string, number> | null }[];
  units: {
    id: string;
    state: string;
    revision: number;
    answers: object;
    progress: { answered: number; asked: number };
  }[];
  errors: unknown[];
  confirmations: { key: string }[];
  comments: { text: string }[];
}

const path = (communeId = survey.commune.id) => `/provinces/12/rounds/${survey.roundId}/submissions/${communeId}`;
const fileOf = () => designer.api<StaffFile>('GET', path());
const ready = async () => (await readinessList(service.stranger, survey))[0]!.ready;

const review = (act: string, revision: number, body?: object) => {
  const round = `/provinces/12/rounds/${survey.roundId}`;
  return verifier.api('POST', `${round}/review/${survey.commune.id}/${act}`, body, { 'if-match': `"${revision}"` });
};

test('submitting answers with a receipt, counts, and says what was handed in', async () => {
  const submitted = await clerk.submit();
  expect(submitted).toMatchObject({ status: 201, body: { late: false } });
  expect(submitted.body.reference).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  expect(await ready()).toBe(true);
  expect((await clerk.file()).body).toMatchObject({
    editable: false,
    refusal: 'already_submitted',
    submission: { state: 'submitted', revision: 2, ...submitted.body },
  });
  const file = await fileOf();
  expect(file.steps).toMatchObject([{ kind: 'submit', actor: { kind: 'link', id: survey.linkId } }]);
  expect(file.steps[0]!.revisions).toEqual(Object.fromEntries(file.units.map(({ id, revision }) => [id, revision])));
});

test('submitting twice at once is one step with one receipt; the same id again gets the same answer', async () => {
  const [one, two] = [randomUUID(), randomUUID()];
  const answers = await Promise.all([clerk.submit(one), clerk.submit(one), clerk.submit<ProblemWire>(two)]);
  const first = answers.filter(({ status }) => status === 201);
  expect(first).toHaveLength(1);
  expect((await fileOf()).steps).toHaveLength(1);
  const accepted = (await fileOf()).steps[0]!.id;
  const again = await clerk.submit(accepted);
  expect(again).toMatchObject({ status: 200, body: first[0]!.body });
  const other = await clerk.submit<ProblemWire>(randomUUID());
  expect(other).toMatchObject({ status: 409, body: { code: 'already_submitted' } });
});

test('what is left to settle is named by finding, and an answer saved since is not submitted unseen', async () => {
  const { body } = await clerk.file();
  const village = body.units[1]!;
  const changes = { population: null };
  await clerk.save(village.id, village.revision, { formVersionId: body.form.versionId, changes });
  const { confirmations, inputsVersion } = (await clerk.review()).body;
  expect(confirmations).toMatchObject([{ key: `${village.id}:blank`, unitId: village.id, question: 'population' }]);
  const command = { id: randomUUID(), inputsVersion, reasons: {} };
  const refused = await clerk.ask<ProblemWire>('POST', '/submission', command);
  expect(refused.status).toBe(422);
  expect(refused.body).toMatchObject({ code: 'incomplete_submission', errors: [{ path: `${village.id}:blank` }] });
  const reasons = { [`${village.id}:blank`]: 'Đang xác minh' };
  const unseen = { ...command, reasons, inputsVersion: inputsVersion - 1 };
  expect(await clerk.ask('POST', '/submission', unseen)).toMatchObject({ status: 412 });
  expect(await clerk.ask('POST', '/submission', { ...command, reasons })).toMatchObject({ status: 201 });
});

test('a withdrawn file counts for nothing, can be changed, and keeps its number when it is handed in again', async () => {
  const id = randomUUID();
  const { body: receipt } = await clerk.submit(id);
  const withdrawn = await clerk.withdraw(2);
  expect(withdrawn).toMatchObject({ status: 200, body: { state: 'collecting', revision: 3 } });
  expect(withdrawn.headers.get('etag')).toBe('"3"');
  expect(await ready()).toBeNull();

  // The old id is answered with the old receipt and never submits again.
  expect(await clerk.submit(id)).toMatchObject({ status: 200, body: receipt });
  expect((await clerk.file()).body.submission).toMatchObject({ state: 'collecting', submittedAt: null, late: false });

  const { body } = await clerk.file();
  const village = body.units[1]!;
  const save = { formVersionId: body.form.versionId, changes: { hotspots: 1 } };
  expect((await clerk.save(village.id, village.revision, save)).status).toBe(200);
  expect((await clerk.submit()).body.reference).toBe(receipt.reference);
  expect(await ready()).toBe(false);
  expect((await fileOf()).steps.map(({ kind }) => kind)).toEqual(['submit', 'withdraw', 'submit']);
});

test('a file is withdrawn only as it was seen, while it is submitted and the round is open', async () => {
  expect(await clerk.withdraw<ProblemWire>(1)).toMatchObject({ status: 409, body: { code: 'state_not_allowed' } });
  await clerk.submit();
  expect((await clerk.ask('POST', '/withdrawal')).status).toBe(428);
  expect((await clerk.withdraw(1)).status).toBe(412);
  const both = await Promise.all([clerk.withdraw(2), clerk.withdraw(2)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, expect.any(Number)]);
  expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
  expect((await fileOf()).steps.map(({ kind }) => kind)).toEqual(['submit', 'withdraw']);

  await clerk.submit();
  await review('verify', 4);
  expect(await clerk.withdraw<ProblemWire>(5)).toMatchObject({ status: 409, body: { code: 'state_not_allowed' } });
  expect((await clerk.file()).body).toMatchObject({ editable: false, submission: { state: 'verified' } });
});

test('a file is not withdrawn from a closed round', async () => {
  await clerk.submit();
  await designer.api('POST', `/provinces/12/rounds/${survey.roundId}/close`);
  expect(await clerk.withdraw<ProblemWire>(2)).toMatchObject({ status: 409, body: { code: 'round_closed' } });
});

test('without a script a file is withdrawn from the receipt, after a question', async () => {
  await submitFile(service.stranger, survey.base);
  const receipt = await (await service.stranger.get(`${survey.base}/bien-nhan`)).text();
  expect(receipt).toContain(`${survey.base}/rut-lai`);
  const page = await (await service.stranger.get(`${survey.base}/rut-lai`)).text();
  const revision = /name=":revision" value="(\d+)"/.exec(page)![1]!;
  const withdrawn = await service.stranger.post(`${survey.base}/rut-lai`, { ':revision': revision });
  expect(withdrawn.headers.get('location')).toBe(survey.base);
  expect((await clerk.file()).body.submission.state).toBe('collecting');
  // Pressed once more, and the review page of before sent once more: nothing happens.
  expect((await service.stranger.post(`${survey.base}/rut-lai`, { ':revision': revision })).status).toBe(303);
  expect((await service.stranger.get(`${survey.base}/rut-lai`)).headers.get('location')).toBe(survey.base);
  expect((await fileOf()).steps.map(({ kind }) => kind)).toEqual(['submit', 'withdraw']);
});

test('a review page that was sent already does not submit again after a withdrawal', async () => {
  const page = await (await service.stranger.get(`${survey.base}/nop`)).text();
  const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)![1]!;
  const fields = { inputsVersion: field('inputsVersion'), ':submission': field(':submission') };
  await service.stranger.post(`${survey.base}/nop`, fields);
  await clerk.withdraw(2);
  const again = await service.stranger.post(`${survey.base}/nop`, fields);
  expect(again.status).toBe(303);
  expect((await clerk.file()).body.submission.state).toBe('collecting');
});

test('a returned file shows what the reviewer wrote, is changed and handed in again', async () => {
  const { reference } = (await clerk.submit()).body;
  const village = survey.villages[0]!;
  const comment = { unitId: village.id, question: 'households_total', text: 'Kiểm tra lại số hộ' };
  await review('return', 2, { comments: [comment] });
  const { body } = await clerk.file();
  expect(body).toMatchObject({
    editable: true,
    submission: { state: 'returned', submittedAt: null },
    comments: [{ unitId: village.id, question: 'households_total', text: 'Kiểm tra lại số hộ' }],
  });
  const section = await (await service.stranger.get(`${survey.base}/${village.id}/residents`)).text();
  expect(section).toContain('Kiểm tra lại số hộ');
  expect(await (await service.stranger.get(survey.base)).text()).toContain('Kiểm tra lại số hộ');

  const again = await clerk.submit();
  expect(again).toMatchObject({ status: 201, body: { reference } });
  expect((await clerk.file()).body).toMatchObject({ comments: [], submission: { state: 'submitted' } });
  const file = await fileOf();
  expect(file).toMatchObject({ state: 'submitted', comments: [{ text: 'Kiểm tra lại số hộ' }] });
  expect(await ready()).toBe(true);
});

test('what comes after the deadline is marked late', async () => {
  await sql('UPDATE rounds SET due_at = ? WHERE id = ?', ['2024-01-01T00:00:00.000Z', survey.roundId]);
  expect((await clerk.submit()).body.late).toBe(true);
  expect(await fileOf()).toMatchObject({ late: true });
});

test('the file as staff read it has every unit, its progress and its answers; a stranger reads nothing', async () => {
  const file = await fileOf();
  expect(file).toMatchObject({ state: 'collecting', revision: 1, errors: [], confirmations: [], comments: [] });
  expect(file.units.map(({ state }) => state)).toEqual(['complete', 'complete', 'complete']);
  expect(file.units[1]).toMatchObject({ id: survey.villages[0]!.id, answers: { population: 1192 } });
  expect(file.units[1]!.progress).toMatchObject({ errors: 0, warnings: 0 });
  expect(file.units[1]!.progress.answered).toBe(file.units[1]!.progress.asked);
  expect((await service.stranger.get(`/v1${path()}`)).status).toBe(401);
  expect((await designer.get(`/v1${path(randomUUID())}`)).status).toBe(404);
});

test('every save is kept with when and through which link, newest first, page by page', async () => {
  const units = `${path()}/units/${survey.villages[0]!.id}`;
  type Page = { items: { revision: number; changedQuestions: number; link: object }[]; nextCursor: string | null };
  const first = await designer.api<Page>('GET', `${units}/revisions?limit=4`);
  expect(first.items.map(({ revision }) => revision)).toEqual([6, 5, 4, 3]);
  expect(first.nextCursor).toBe('3');
  const second = await designer.api<Page>('GET', `${units}/revisions?limit=4&cursor=3`);
  expect(second).toMatchObject({ items: [{ revision: 2 }, { revision: 1, changedQuestions: 2 }], nextCursor: null });
  expect(second.items[1]!.link).toMatchObject({ id: survey.linkId, unitId: survey.commune.id });
  expect((await designer.get(`/v1${path()}/units/${randomUUID()}/revisions`)).status).toBe(404);
  expect((await designer.get(`/v1${units}/revisions?limit=0`)).status).toBe(422);
});

test('two states of a unit are compared question by question, also with what was handed in and the round before', async () => {
  const village = survey.villages[0]!.id;
  type Comparison = { items: { question: string; label: { vi: string }; before: object; after: object }[] };
  const verifier = await service.as('verifier');
  const compare = (from: string, to: string, figures = 'exact') =>
    verifier.api<Comparison>('GET', `${path()}/units/${village}/compare?from=${from}&to=${to}&figures=${figures}`);
  const id = randomUUID();
  await clerk.submit(id);
  await clerk.withdraw(2);
  const { versionId } = (await clerk.file()).body.form;
  const next = { formVersionId: versionId, changes: { population: 1200 }, raw: { hotspots: 'vài nơi' } };
  await clerk.save(village, 6, next);

  const expected = [
    { question: 'population', before: { answer: 1192, raw: null }, after: { answer: 1200, raw: null } },
    { question: 'hotspots', before: { answer: 0, raw: null }, after: { answer: null, raw: 'vài nơi' } },
  ];
  expect((await compare('6', '7')).items).toMatchObject(expected);
  expect((await compare(`submission:${id}`, '7')).items).toMatchObject(expected);
  const nothing = { answer: null, raw: null };
  const masked = { question: 'hotspots', before: nothing, after: nothing, masked: true };
  expect((await compare('6', '7', 'masked')).items).toMatchObject([expected[0], masked]);
  expect((await compare('7', '7')).items).toEqual([]);
  expect((await compare('0', '1')).items.map(({ question }) => question)).toEqual(['population', 'households_total']);
  const unknown = (side: string) => designer.get(`/v1${path()}/units/${village}/compare?from=${side}&to=7`);
  for (const side of ['8', 'previous-round', `submission:${randomUUID()}`]) {
    expect((await unknown(side)).status).toBe(404);
  }
  expect((await unknown('yesterday')).status).toBe(422);

  await clerk.save(village, 7, { formVersionId: versionId, changes: { hotspots: 0 } });
  await clerk.submit();
  const before = survey;
  survey = await newRound(designer, prepared, { previousRoundId: before.roundId });
  const later = new FillClient(service.url, survey.base);
  const changes = { population: 1300, hotspots: 0 };
  await later.save(village, 0, { formVersionId: versionId, changes });
  expect((await later.file()).body).toMatchObject({
    round: { previousName: 'Kỳ khảo sát' },
    units: [{}, { previous: { population: 1200 }, baseline: null }, {}],
  });
  const [population] = (await compare('previous-round', '1')).items;
  expect(population).toMatchObject({ question: 'population', before: { answer: 1200 }, after: { answer: 1300 } });
});

test('the round before is read by the form of this one: what was asked under another name is the same question', async () => {
  await clerk.submit();
  const renamed = JSON.stringify(templates['tam-duong-2024']).replaceAll(/\bpopulation\b/g, 'inhabitants');
  const form = { definition: JSON.parse(renamed) };
  const { id: formVersionId } = await designer.api<{ id: string }>('POST', '/provinces/12/forms', form);
  await designer.api('POST', `/provinces/12/forms/versions/${formVersionId}/publish`);
  const later = await newRound(designer, prepared, { previousRoundId: survey.roundId, formVersionId });
  const { units } = (await new FillClient(service.url, later.base).file()).body;
  expect(units[1]!.previous).toMatchObject({ inhabitants: 1192, households_total: 240 });
  expect(units[1]!.previous).not.toHaveProperty('population');
});

test('sums of the counts are stored with the score, of submitted answers only', async () => {
  const figures = async () => {
    const rows = await sql('SELECT figures FROM scorecards WHERE round_id = ?', [survey.roundId]);
    return JSON.parse(String(rows[0]!.figures)) as Record<string, number>;
  };
  expect(await figures()).toEqual({});
  await clerk.submit();
  expect(await figures()).toMatchObject({ population: 2 * 1192, households_total: 480, models_effective: 1 });
  await clerk.withdraw(2);
  expect(await figures()).toEqual({});
});
