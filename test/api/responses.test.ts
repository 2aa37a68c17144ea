import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type FormDefinition, templates } from '../../forms/index.ts';
import type { Site } from '../../local/demo/site.ts';
import { FillClient, type ProblemWire } from '../support/fill-client.ts';
import { provinceDatabase } from '../support/province-database.ts';
import { type Service, startService } from '../support/service.ts';
import { newRound, prepareSurvey, type Survey } from '../support/survey.ts';

let service: Service;
let sql: ReturnType<typeof provinceDatabase>;
let designer: Site;
let prepared: Survey;
let survey: Survey;
let clerk: FillClient;
let formVersionId: string;
let village: string;

beforeAll(async () => {
  service = await startService();
  sql = provinceDatabase(service);
  designer = await service.as('designer');
  prepared = await prepareSurvey(designer);
});
afterAll(() => service.stop());

// Every test has a round of its own over the same units.
beforeEach(async () => {
  survey = await newRound(designer, prepared);
  clerk = new FillClient(service.url, survey.base);
  formVersionId = (await clerk.file()).body.form.versionId;
  village = survey.villages[0]!.id;
});

const unitNow = async (id = village) => (await clerk.file()).body.units.find((unit) => unit.id === id)!;

test('the file has everything that the page works with, and leaves out a form that the page has', async () => {
  const { body, headers } = await clerk.file();
  expect(headers.get('cache-control')).toBe('no-store');
  expect(body).toMatchObject({
    form: { definition: { id: 'tam-duong-2024' } },
    round: { id: survey.roundId, previousName: null, dueAt: null, closesAt: null, period: null },
    link: { unitId: survey.commune.id, level: 'commune', canSubmit: true },
    commune: { id: survey.commune.id, name: 'Bản Bo', kindLabel: 'xã' },
    submission: { state: 'collecting', revision: 1, reference: null, submittedAt: null, late: false },
    inputsVersion: 0,
    editable: true,
    refusal: null,
    earlier: {},
    comments: [],
  });
  expect(body.units.map(({ level, revision, answers }) => ({ level, revision, answers }))).toEqual([
    { level: 'commune', revision: 0, answers: {} },
    { level: 'village', revision: 0, answers: {} },
    { level: 'village', revision: 0, answers: {} },
  ]);
  expect((await clerk.file(body.form.hash)).body.form).toEqual({
    versionId: body.form.versionId,
    hash: body.form.hash,
  });
});

test('changes add up, null takes an answer away, and text that cannot be read takes the place of an answer', async () => {
  const first = await clerk.save(village, 0, { formVersionId, changes: { population: 412, households_total: 98 } });
  expect(first).toMatchObject({ status: 200, body: { revision: 1, formVersionId } });
  expect(first.headers.get('etag')).toBe('"1"');
  await clerk.save(village, 1, { formVersionId, changes: { hotspots: 1 }, raw: { population: 'khoảng 400' } });
  expect(await unitNow()).toMatchObject({
    revision: 2,
    answers: { households_total: 98, hotspots: 1 },
    raw: { population: 'khoảng 400' },
  });
  await clerk.save(village, 2, { formVersionId, changes: { population: 400, hotspots: null, tip_box: '' } });
  const { answers, raw } = await unitNow();
  expect(answers).toEqual({ households_total: 98, population: 400 });
  expect(raw).toEqual({});
});

test('the same save sent twice, or twice at once, is one save', async () => {
  const save = { id: randomUUID(), formVersionId, changes: { population: 412 } };
  const answers = await Promise.all([clerk.save(village, 0, save), clerk.save(village, 0, save)]);
  const again = await clerk.save(village, 0, save);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(new Set([...answers, again].map(({ body }) => JSON.stringify(body))).size).toBe(1);
  expect((await unitNow()).revision).toBe(1);
  const elsewhere = await clerk.save<ProblemWire>(survey.villages[1]!.id, 0, save);
  expect(elsewhere).toMatchObject({ status: 422, body: { errors: [{ path: 'id', code: 'already_used' }] } });
});

test('whoever saves over another revision is told what is there now, and nothing is overwritten', async () => {
  await clerk.save(village, 0, { formVersionId, changes: { population: 412 } });
  const refused = await clerk.save<ProblemWire>(village, 0, { formVersionId, changes: { population: 500 } });
  expect(refused.status).toBe(412);
  expect(refused.headers.get('content-type')).toContain('application/problem+json');
  expect(refused.body).toMatchObject({
    code: 'revision_mismatch',
    current: { revision: 1, answers: { population: 412 }, raw: {}, formVersionId },
  });
  expect((await unitNow()).answers).toEqual({ population: 412 });
});

test.each([
  ['an unknown question', { changes: { khong_co: 1 } }, { path: 'khong_co', code: 'unknown_question' }],
  ["a question of the commune's own part", { changes: { models_effective: 1 } }, { code: 'unknown_question' }],
  ['a number written as text', { changes: { population: '412' } }, { path: 'population', code: 'wrong_type' }],
  ['a number below 0', { changes: { population: -1 } }, { path: 'population', code: 'too_small' }],
  ['a choice that is not offered', { changes: { tip_box: 'maybe' } }, { path: 'tip_box', code: 'unknown_choice' }],
  ['unreadable text for an unknown question', { raw: { khong_co: 'x' } }, { code: 'unknown_question' }],
])('%s is refused by question, and nothing is saved', async (_, save, error) => {
  const refused = await clerk.save<ProblemWire>(village, 0, { formVersionId, ...save });
  expect(refused).toMatchObject({ status: 422, body: { code: 'invalid_request', errors: [error] } });
  expect((await unitNow()).revision).toBe(0);
});

test('a save without a revision, without JSON, with too much or with an object for a value has a defined answer', async () => {
  const path = `/units/${village}`;
  const body = { id: randomUUID(), formVersionId, changes: {} };
  const match = { 'if-match': '"0"' };
  expect((await clerk.ask('PATCH', path, body)).status).toBe(428);
  expect((await clerk.ask('PATCH', path, body, { 'if-match': '*' })).status).toBe(412);
  expect((await clerk.ask('PATCH', path, '{', match)).status).toBe(400);
  const other = { ...match, 'content-type': 'application/xml' };
  expect((await clerk.ask('PATCH', path, '<a/>', other)).status).toBe(415);
  const nested = { ...body, changes: { population: { value: 1 } } };
  expect((await clerk.ask('PATCH', path, nested, match)).status).toBe(422);
  const large = { ...body, changes: { evidence: 'a'.repeat(300_000) } };
  expect((await clerk.ask('PATCH', path, large, match)).status).toBe(413);
});

test('a closed round and an extension each say for themselves whether a unit may still be saved', async () => {
  await designer.api('POST', `/provinces/12/rounds/${survey.roundId}/close`);
  const closed = await clerk.save<ProblemWire>(village, 0, { formVersionId, changes: { population: 1 } });
  expect(closed).toMatchObject({ status: 409, body: { code: 'round_closed' } });
  expect((await clerk.file()).body).toMatchObject({ editable: false, refusal: 'round_closed' });
  const later = new Date(Date.now() + 60_000).toISOString();
  const extension = { until: later, reason: 'Mưa lũ' };
  await designer.api('PUT', `/provinces/12/rounds/${survey.roundId}/extensions/${survey.commune.id}`, extension);
  expect((await clerk.save(village, 0, { formVersionId, changes: { population: 1 } })).status).toBe(200);
  expect((await clerk.file()).body).toMatchObject({ editable: true, round: { closesAt: later } });
});

test('an unknown, a revoked and an expired link answer as problems, and a revoked one saves nothing', async () => {
  const stranger = new FillClient(service.url, `/s/12-${'0'.repeat(26)}`);
  expect(await stranger.file()).toMatchObject({ status: 404, body: { code: 'link_unknown' } });
  const save = { formVersionId, changes: { population: 1 } };
  expect(await stranger.save(village, 0, save)).toMatchObject({ status: 404, body: { code: 'link_unknown' } });
  expect(await new FillClient(service.url, '/s/xyz').file()).toMatchObject({ status: 404 });
  await designer.api('POST', `/provinces/12/rounds/${survey.roundId}/links/${survey.linkId}/revoke`);
  expect(await clerk.save(village, 0, save)).toMatchObject({ status: 410, body: { code: 'link_revoked' } });
  await sql('UPDATE links SET revoked_at = NULL, expires_at = ? WHERE id = ?', [
    '2024-01-01T00:00:00.000Z',
    survey.linkId,
  ]);
  expect(await clerk.save(village, 0, save)).toMatchObject({ status: 410, body: { code: 'link_expired' } });
  const [row] = await sql('SELECT count(*) AS n FROM responses WHERE round_id = ?', [survey.roundId]);
  expect(row!.n).toBe(0);
});

test("a village's link saves its own village only, and does not show the others", async () => {
  const path = `/provinces/12/rounds/${survey.roundId}/links`;
  const [first, second] = survey.villages;
  const { items } = await designer.api<{ items: { url: string }[] }>('POST', path, { unitIds: [first!.id] });
  const own = new FillClient(service.url, new URL(items[0]!.url).pathname);
  const { body } = await own.file();
  expect(body.units.map(({ id }) => id)).toEqual([first!.id]);
  expect(body.link).toEqual({ unitId: first!.id, level: 'village', canSubmit: false });
  const save = { formVersionId, changes: { population: 1 } };
  expect((await own.save(first!.id, 0, save)).status).toBe(200);
  expect(await own.save(second!.id, 0, save)).toMatchObject({ status: 404, body: { code: 'unit_unknown' } });
  expect((await own.ask('GET', '/review')).status).toBe(404);
  expect((await own.ask('POST', '/submission', { id: randomUUID(), inputsVersion: 1 })).status).toBe(404);
});

test('a link with a PIN is not saved to unread', async () => {
  await sql("UPDATE links SET pin_hash = 'x' WHERE id = ?", [survey.linkId]);
  const saved = await clerk.save(village, 0, { formVersionId, changes: { population: 1 } });
  expect(service.runtime.hrana.pipelines.ofRequest(saved.headers.get('x-request-id')!)).toBeGreaterThan(1);
});

test('what is recorded of a save names the link and the revision, and no answer', async () => {
  await clerk.save(village, 0, { formVersionId, changes: { evidence: 'Biên bản họp bản' } });
  const subject = `round:${survey.roundId}/unit:${village}`;
  const rows = await sql('SELECT * FROM events WHERE subject = ?', [subject]);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ act: 'response.save', actor_kind: 'link', actor_id: survey.linkId });
  expect(rows[0]!.detail).toBe('{"revision":1}');
});

/** Another published version of the form, in which the round goes on. */
async function changeForm(change: (definition: FormDefinition) => void): Promise<string> {
  const definition = structuredClone(templates['tam-duong-2024']!);
  change(definition);
  const version = await designer.api<{ id: string }>('POST', '/provinces/12/forms', { definition });
  await designer.api('POST', `/provinces/12/forms/versions/${version.id}/publish`);
  const round = `/provinces/12/rounds/${survey.roundId}`;
  const { revision } = await designer.api<{ revision: number }>('GET', round);
  const command = { formVersionId: version.id, reason: 'Sửa câu hỏi' };
  await designer.api('PUT', `${round}/form-version`, command, { 'if-match': `"${revision}"` });
  return version.id;
}

const questionOf = ({ sections }: FormDefinition, name: string) =>
  sections.flatMap(({ questions }) => questions).find((question) => question.name === name)!;

test('answers to an earlier version of the form are taken over when they are read, and written with the next save', async () => {
  const given = { population: 1200, households_total: 240, evidence: 'Biên bản' };
  await clerk.save(village, 0, { formVersionId, changes: given });
  const newer = await changeForm((definition) => {
    questionOf(definition, 'population').type = 'text';
    questionOf(definition, 'evidence').type = 'integer';
  });

  const upgraded = {
    answers: { population: '1200', households_total: 240 },
    raw: { evidence: 'Biên bản' },
    revision: 1,
  };
  expect(await unitNow()).toMatchObject(upgraded);
  const page = await (await service.stranger.get(`${survey.base}/${village}/closing`)).text();
  expect(page).toContain('value="Biên bản"');

  const [kept] = await sql('SELECT answers FROM responses WHERE round_id = ?', [survey.roundId]);
  expect(JSON.parse(String(kept!.answers))).toEqual(given);
  const saved = await clerk.save(village, 1, { formVersionId: newer, changes: { hotspots: 0 } });
  expect(saved).toMatchObject({ status: 200, body: { revision: 2, formVersionId: newer } });
  const [row] = await sql('SELECT answers, raw, form_version_id FROM responses WHERE round_id = ?', [survey.roundId]);
  expect(JSON.parse(String(row!.answers))).toEqual({ population: '1200', households_total: 240, hotspots: 0 });
  expect(JSON.parse(String(row!.raw))).toEqual({ evidence: 'Biên bản' });
  expect(row!.form_version_id).toBe(newer);
});

test('a page with an earlier version of the form saves what is exact in the later one, and is told of it where it is not', async () => {
  const newer = await changeForm((definition) => {
    questionOf(definition, 'population').type = 'text';
    const section = definition.sections.find(({ name }) => name === 'crime')!;
    section.questions = section.questions.filter(({ name }) => name !== 'gangs');
    definition.criteria = [];
    definition.checks = [];
    definition.calculations = [];
    delete definition.classification;
    definition.targets = [];
  });
  const saved = await clerk.save(village, 0, { formVersionId, changes: { population: 1200 } });
  expect(saved).toMatchObject({ status: 200, body: { revision: 1, formVersionId: newer } });
  expect((await unitNow()).answers).toEqual({ population: '1200' });
  const refused = await clerk.save<ProblemWire>(village, 1, { formVersionId, changes: { gangs: 1 } });
  expect(refused).toMatchObject({ status: 409, body: { code: 'form_version_changed', formVersionId: newer } });
  expect((await unitNow()).revision).toBe(1);
});

test('a section that was posted twice is saved once, and leads on both times', async () => {
  const page = await (await service.stranger.get(`${survey.base}/${village}/residents`)).text();
  const saveId = /name=":save" value="([^"]+)"/.exec(page)![1]!;
  const fields = { population: '412', households_total: '98', ':revision': '0', ':save': saveId };
  const post = () => service.stranger.post(`${survey.base}/${village}/residents`, fields);
  const answers = [...(await Promise.all([post(), post()])), await post()];
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
  expect((await unitNow()).revision).toBe(1);
});

test('a round that closes while somebody saves takes every save before that moment and none after it', async () => {
  const saves: Promise<{ status: number }>[] = [];
  const close = designer.api('POST', `/provinces/12/rounds/${survey.roundId}/close`);
  for (let over = 0; over < 12; over++) {
    saves.push(clerk.save(village, over, { formVersionId, changes: { population: over } }));
    await Promise.race([saves.at(-1), close]);
  }
  await close;
  const answers = await Promise.all(saves);
  const accepted = answers.filter(({ status }) => status === 200).length;
  expect(answers.every(({ status }) => [200, 409, 412].includes(status))).toBe(true);
  expect((await unitNow()).revision).toBe(accepted);
  expect((await clerk.save(village, accepted, { formVersionId, changes: { population: 99 } })).status).toBe(409);
});
