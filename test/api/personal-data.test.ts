import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Site } from '../../local/demo/site.ts';
import { databaseOf, rowsOf } from '../support/database.ts';
import { FillClient, type ProblemWire } from '../support/fill-client.ts';
import { paper } from '../support/recognition.ts';
import { type Service, startService } from '../support/service.ts';
import { CLEAN_VILLAGE, fillEverything, newRound, prepareSurvey, type Survey, submitFile } from '../support/survey.ts';

/** Somebody's telephone, as a clerk may type it; nobody's data below holds these digits in this order. */
const PHONE = '0912 345 678';
const TRACES = /0912.?345.?678/;

let service: Service;
let designer: Site;
let clerk: Site;
let survey: Survey;

beforeAll(async () => {
  service = await startService();
  designer = await service.as('designer');
  clerk = service.stranger;
  survey = await prepareSurvey(designer);
});
afterAll(() => service.stop());

const errorsOf = async (answer: Response) => {
  const { code, errors = [] } = (await answer.json()) as ProblemWire;
  return [answer.status, code, ...errors.map(({ path, code }) => `${path} ${code}`)];
};

test('a form that names a person saves the rest and shows what was typed again, with the characters', async () => {
  const [village] = survey.villages;
  const path = `${survey.base}/${village!.id}/closing`;
  const typed = { ':revision': '0', evidence: `Hỏi ông A, ${PHONE}`, as_of: '2024-11-15', ':action': 'next' };
  const answer = await clerk.post(path, typed);
  const page = await answer.text();
  expect(answer.status).toBe(422);
  expect(page).toContain(`value="Hỏi ông A, ${PHONE}"`);
  expect(page).toContain(`“${PHONE}” giống số điện thoại`);
  expect(page).toContain('Các câu khác đã được lưu');
  expect(page).toContain('Không ghi họ tên, số giấy tờ');
  const [row] = await rowsOf(service, 'SELECT answers, revision FROM responses WHERE unit_id = ?', [village!.id]);
  expect(JSON.parse(String(row!.answers))).toMatchObject({ as_of: '2024-11-15' });
  expect(String(row!.answers)).not.toContain('evidence');

  // Sent twice by a bad network it is one save, and corrected it goes on.
  const save = randomUUID();
  for (const _ of [1, 2]) {
    expect((await clerk.post(path, { ...typed, ':revision': '1', ':save': save })).status).toBe(422);
  }
  const corrected = await clerk.post(path, { ...typed, ':revision': '2', evidence: 'Biên bản số 12/BB-UBND' });
  expect(corrected.status).toBe(303);
});

test('a save of the page’s script is refused by question, so that the others can be sent by themselves', async () => {
  const fill = new FillClient(service.url, survey.base);
  const { form } = (await fill.file()).body;
  const unit = survey.villages[1]!.id;
  const save = { formVersionId: form.versionId, changes: { evidence: `sđt ${PHONE}`, population: 120 } };
  const refused = await fill.save(unit, 0, save);
  expect(refused.status).toBe(422);
  expect(refused.body).toMatchObject({
    code: 'invalid_request',
    errors: [{ path: 'evidence', code: 'personal_data' }],
  });
  const rest = await fill.save(unit, 0, { ...save, changes: { population: 120 }, raw: { households_total: '24 hộ' } });
  expect(rest.status).toBe(200);
  const raw = await fill.save(unit, 1, { formVersionId: form.versionId, raw: { households_total: `24, ${PHONE}` } });
  expect(raw.body).toMatchObject({ errors: [{ path: 'households_total', code: 'personal_data' }] });
});

test('reasons, comments, notes and offices are refused alike', async () => {
  const next = await newRound(designer, survey);
  await fillEverything(clerk, next);
  const withBlank = {
    ...CLEAN_VILLAGE.residents,
    population: '',
    ':revision': String(Object.keys(CLEAN_VILLAGE).length),
  };
  await clerk.post(`${next.base}/${next.villages[0]!.id}/residents`, withBlank);
  const refused = await submitFile(clerk, next.base, `Gọi ${PHONE}`);
  const page = await refused.text();
  expect([refused.status, page.includes(`“${PHONE}” giống`), page.includes(`Gọi ${PHONE}</textarea>`)]).toEqual([
    422,
    true,
    true,
  ]);
  expect((await submitFile(clerk, next.base, 'Bản đang rà soát')).status).toBe(303);

  const round = `/provinces/12/rounds/${next.roundId}`;
  const file = `${round}/review/${next.commune.id}`;
  const verifier = await service.as('verifier');
  const comments = [{ text: 'Kiểm tra lại' }, { text: `Gọi lại ${PHONE}` }];
  const returned = await verifier.call('POST', `${file}/return`, { comments }, { 'if-match': '"2"' });
  expect(await errorsOf(returned)).toEqual([422, 'invalid_request', 'comments.1.text personal_data']);
  const until = { until: '2031-02-28', reason: `Theo điện thoại ${PHONE}` };
  const extended = await designer.call('PUT', `${round}/extensions/${next.commune.id}`, until);
  expect(await errorsOf(extended)).toEqual([422, 'invalid_request', 'reason personal_data']);
  const proposal = { unitId: next.commune.id, roundId: next.roundId, ...paper('01/TTr-UBND') };
  const noted = { ...proposal, office: `Trưởng Công an xã ${PHONE}`, note: `Liên hệ ${PHONE}` };
  const proposed = await verifier.call('POST', '/provinces/12/recognition', noted);
  expect(await errorsOf(proposed)).toEqual([422, 'invalid_request', 'office personal_data', 'note personal_data']);
});

test('names, attributes, keys and legal acts take the telephone of an office, and no number of a paper nor a date of birth', async () => {
  const PAPER = 'CCCD 034195001234';
  const units = (facts: object) =>
    designer.call('POST', '/provinces/12/units', {
      communes: [{ kindLabel: 'xã', name: 'Khun Há', villages: [], ...facts }],
    });
  const refused = [
    await units({ name: `Nhà ông A, ${PAPER}` }),
    await units({ attributes: { head: 'Trưởng bản sinh năm 1990' } }),
    await designer.call(
      'PATCH',
      `/provinces/12/units/${survey.commune.id}`,
      { attributes: { head: PAPER } },
      { 'if-match': '"1"' },
    ),
    await designer.call('POST', '/provinces/12/rounds', { name: PAPER, kind: 'annual', formVersionId: survey.roundId }),
    await designer.call('POST', '/provinces/12/keys', { name: `Anh A ${PAPER}`, scopes: ['unit.read'] }),
    await designer.call('POST', '/provinces/12/calendar-feeds', { name: PAPER }),
  ];
  expect(await Promise.all(refused.map(errorsOf))).toEqual([
    [422, 'invalid_request', 'communes.0.name personal_data'],
    [422, 'invalid_request', 'communes.0.attributes.head personal_data'],
    [422, 'invalid_request', 'attributes.head personal_data'],
    ...Array.from({ length: 3 }, () => [422, 'invalid_request', 'name personal_data']),
  ]);
  const office = { attributes: { phone: '0213 3876 543', mail: 'ubnd.khunha@laichau.gov.vn' } };
  expect((await units({ name: 'Khun Há', ...office })).status).toBe(201);
});

test('nothing of it is stored anywhere: not in answers, revisions, steps, comments or events', async () => {
  for (const name of ['p12', 'control']) {
    const database = databaseOf(service, name);
    const { rows: tables } = await database.execute("SELECT name FROM sqlite_master WHERE type = 'table'");
    expect(tables.length).toBeGreaterThan(5);
    for (const { name: table } of tables) {
      const { rows } = await database.execute(`SELECT * FROM "${String(table)}"`);
      expect(JSON.stringify(rows), String(table)).not.toMatch(TRACES);
    }
  }
});

test('what was stored before is a finding that has to be taken out, for the clerk and for the reviewer', async () => {
  const next = await newRound(designer, survey);
  await fillEverything(clerk, next);
  const old = `json_set(answers, '$.evidence', 'Sổ của ${PHONE}')`;
  await rowsOf(service, `UPDATE responses SET answers = ${old} WHERE round_id = ? AND unit_id = ?`, [
    next.roundId,
    next.villages[0]!.id,
  ]);
  expect((await submitFile(clerk, next.base)).status).toBe(422);
  const path = `/provinces/12/rounds/${next.roundId}/submissions/${next.commune.id}`;
  const { errors } = await designer.api<{ errors: { question: string }[] }>('GET', path);
  expect(errors.map(({ question }) => question)).toEqual(['evidence']);
});
