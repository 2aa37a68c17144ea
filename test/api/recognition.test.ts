import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Site } from '../../local/demo/site.ts';
import { databaseOf } from '../support/database.ts';
import { handIn, paper, person, today, verified } from '../support/recognition.ts';
import { type Service, startService } from '../support/service.ts';
import { prepareSurvey, type Survey, type Unit } from '../support/survey.ts';

interface File {
  id: string;
  revision: number;
  unit: { id: string; name: string; stands: boolean };
  state: string;
  since: string;
  inForce: boolean;
  basis: { roundId: string; ready: boolean | null; verified: boolean; changed: boolean };
  steps: { step: string; decisionNumber: string; roundId: string | null; note: string | null }[];
}

const LIST = '/provinces/12/recognition';
const village = (name: string) => ({ kindLabel: 'bản', name: `${name} 1` });
const commune = (name: string) => ({ kindLabel: 'xã', name, villages: [village(name)] });

let service: Service;
let designer: Site;
let verifier: Site;
let appraiser: Site;
let approver: Site;
let survey: Survey;
let key: string;

beforeAll(async () => {
  service = await startService();
  designer = await service.as('designer');
  verifier = await service.as('verifier');
  appraiser = await person(service, 'cong-an-tinh', 'verifier');
  approver = await service.as('approver');
  survey = await prepareSurvey(designer, '12', {
    communes: ['Bản Bo', 'Nà Tăm', 'Khun Há', 'Hồ Thầu'].map(commune),
  });
  await handIn(service, designer, survey, ['Bản Bo', 'Nà Tăm', 'Khun Há'].map(unit));
  await verified(service, survey.roundId, 'verifier.12@example.vn');
  const created = await designer.api<{ key: string }>('POST', '/provinces/12/keys', {
    name: 'Cổng thông tin',
    scopes: ['recognition.read', 'readiness.read'],
  });
  key = created.key;
});
afterAll(() => service.stop());

const unit = (name: string): Unit => survey.units.find((each) => each.name === name && each.level === 'commune')!;
const p12 = (sql: string, args: string[] = []) => databaseOf(service, 'p12').execute({ sql, args });

const propose = (site: Site, name: string, other: object = {}) =>
  site.call('POST', LIST, { unitId: unit(name).id, roundId: survey.roundId, ...paper('01/TTr-UBND'), ...other });

const step = (site: Site, path: string, revision: number, body: object) =>
  site.call('POST', `${LIST}/${path}`, body, { 'if-match': `"${revision}"` });

const codeOf = async (answer: Response) => `${answer.status} ${((await answer.json()) as { code: string }).code}`;
const changed = async (answer: Response) => {
  expect([200, 201]).toContain(answer.status);
  return (await answer.json()) as { id: string; state: string; revision: number };
};

const files = async (query = '') => (await designer.api<{ items: File[] }>('GET', `${LIST}${query}`)).items;
const fileOf = async (name: string) => (await files()).find((file) => file.unit.name === name)!;

const reviewPath = (name: string, roundId: string) => `/provinces/12/rounds/${roundId}/review/${unit(name).id}`;

/** Takes a commune all the way to being recognised. */
async function recognise(name: string): Promise<string> {
  const { id } = await changed(await propose(verifier, name));
  await changed(await step(appraiser, `${id}/appraisal`, 1, paper('02/BC-CAT')));
  await changed(await step(approver, `${id}/decision`, 2, { ...paper('03/QĐ-UBND'), outcome: 'recognised' }));
  return id;
}

interface Progress {
  id: string;
  about: string;
  existing: number;
  needed: number;
  reached: number;
  undetermined: number;
  ready: number | null;
  met: boolean | null;
}
const target = async (id: string) => {
  const { items } = await designer.api<{ items: Progress[] }>('GET', `/provinces/12/rounds/${survey.roundId}/targets`);
  return items.find((each) => each.id === id)!;
};

describe('what may not be proposed', () => {
  test('by whom it is not for, a commune that is not verified, one that is not of the round', async () => {
    expect(await codeOf(await propose(designer, 'Bản Bo'))).toBe('403 forbidden');
    expect(await codeOf(await propose(approver, 'Bản Bo'))).toBe('403 forbidden');
    expect(await codeOf(await propose(verifier, 'Hồ Thầu'))).toBe('409 submission_not_verified');
    const villageId = survey.villages[0]!.id;
    expect(await codeOf(await propose(verifier, 'Bản Bo', { unitId: villageId }))).toBe('404 unit_unknown');
    expect(await codeOf(await propose(verifier, 'Bản Bo', { roundId: villageId }))).toBe('404 round_unknown');
  });

  test('with a date that is no day, to come, or before the file was submitted', async () => {
    const dated = async (decisionDate: string) => {
      const answer = await propose(verifier, 'Bản Bo', { decisionDate });
      return ((await answer.json()) as { errors: object[] }).errors[0];
    };
    expect(await dated('2026-02-31')).toMatchObject({ path: 'decisionDate' });
    expect(await dated('2199-01-01')).toMatchObject({ path: 'decisionDate', code: 'date_to_come' });
    expect(await dated('2024-01-01')).toMatchObject({ path: 'decisionDate', code: 'date_too_early' });
  });

  test('while its score is being computed anew', async () => {
    await designer.api('POST', `/provinces/12/rounds/${survey.roundId}/scores/recompute`);
    expect(await codeOf(await propose(verifier, 'Bản Bo'))).toBe('409 score_pending');
    await service.runtime.runScheduled();
  });

  test('from a form that has no requirements', async () => {
    const version = await designer.api<{ id: string }>('POST', '/provinces/12/forms', { template: 'khoai-chau-2024' });
    await designer.api('POST', `/provinces/12/forms/versions/${version.id}/publish`);
    const round = await designer.api<{ id: string }>('POST', '/provinces/12/rounds', {
      ...{ name: 'Kỳ chỉ có mục tiêu', kind: 'annual', formVersionId: version.id },
    });
    await designer.api('POST', `/provinces/12/rounds/${round.id}/open`);
    expect(await codeOf(await propose(verifier, 'Bản Bo', { roundId: round.id }))).toBe('409 no_requirements');
  });
});

test('two proposals at once give one file', async () => {
  const answers = await Promise.all([propose(verifier, 'Nà Tăm'), propose(appraiser, 'Nà Tăm')]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  const refused = answers.find(({ status }) => status === 409)!;
  expect(await codeOf(refused)).toBe('409 recognition_exists');
  expect(await files('?q=na tam')).toHaveLength(1);
});

describe('the way of a file', () => {
  let id: string;

  test('is proposed by its verifier, from there on each step wants another role and another person', async () => {
    ({ id } = await changed(await propose(verifier, 'Bản Bo')));
    expect(await codeOf(await step(approver, `${id}/appraisal`, 1, paper('02/BC')))).toBe('403 forbidden');
    expect(await codeOf(await step(verifier, `${id}/appraisal`, 1, paper('02/BC')))).toBe('403 separation_of_duties');
    await changed(await step(appraiser, `${id}/appraisal`, 1, paper('02/BC-CAT')));
    const decision = { ...paper('03/QĐ-UBND'), outcome: 'recognised' };
    expect(await codeOf(await step(appraiser, `${id}/decision`, 2, decision))).toBe('403 forbidden');
    const both = await person(service, 'cong-an-tinh', 'approver');
    expect(await codeOf(await step(both, `${id}/decision`, 2, decision))).toBe('403 separation_of_duties');
  });

  test('a step without If-Match, over a revision that is not the last, or out of turn is refused', async () => {
    const decision = { ...paper('03/QĐ-UBND'), outcome: 'recognised' };
    expect(await codeOf(await approver.call('POST', `${LIST}/${id}/decision`, decision))).toBe(
      '428 precondition_required',
    );
    expect(await codeOf(await step(approver, `${id}/decision`, 1, decision))).toBe('412 revision_mismatch');
    const revocation = { ...paper('04/QĐ-UBND'), note: 'Phát sinh điểm bán lẻ' };
    expect(await codeOf(await step(approver, `${id}/revocation`, 2, revocation))).toBe('409 state_not_allowed');
    const unknown = survey.commune.id;
    expect(await codeOf(await step(approver, `${unknown}/decision`, 2, decision))).toBe('404 recognition_unknown');
  });

  test('what is returned meanwhile is not recognised', async () => {
    const set = 'UPDATE submissions SET verified_at = ? WHERE commune_id = ? AND round_id = ?';
    const of = [unit('Bản Bo').id, survey.roundId];
    await p12('UPDATE submissions SET verified_at = NULL WHERE commune_id = ? AND round_id = ?', of);
    const decision = { ...paper('03/QĐ-UBND'), outcome: 'recognised' };
    expect(await codeOf(await step(approver, `${id}/decision`, 2, decision))).toBe('409 submission_not_verified');
    await p12(set, [new Date().toISOString(), ...of]);
  });

  test('two decisions at once: one is taken, the other is told that it came second', async () => {
    const decide = (outcome: string) => step(approver, `${id}/decision`, 2, { ...paper('03/QĐ-UBND'), outcome });
    const answers = await Promise.all([decide('recognised'), decide('recognised')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(answers.find(({ ok }) => ok)!.headers.get('etag')).toBe('"3"');
    const { rows } = await p12("SELECT count(*) AS n FROM events WHERE act = 'recognition.recognise'");
    expect(rows[0]!.n).toBe(1);
  });

  test('and then it stands in the province’s list, in one round trip with a key', async () => {
    const headers = { authorization: `Bearer ${key}` };
    const answer = await service.stranger.get(`/v1${LIST}?state=recognised`, headers);
    expect(service.runtime.hrana.pipelines.ofRequest(answer.headers.get('x-request-id')!)).toBe(1);
    const { items } = (await answer.json()) as { items: File[] };
    expect(items).toMatchObject([
      {
        unit: { name: 'Bản Bo', stands: true },
        state: 'recognised',
        since: today(),
        inForce: true,
        basis: { roundId: survey.roundId, ready: true, verified: true, changed: false },
        steps: [{ step: 'proposed' }, { step: 'appraised' }, { step: 'recognised', decisionNumber: '03/QĐ-UBND' }],
      },
    ]);
    const again = await service.stranger.get(`/v1${LIST}?state=recognised`, {
      ...headers,
      'if-none-match': answer.headers.get('etag')!,
    });
    expect([again.status, await again.text()]).toEqual([304, '']);
    const one = await service.stranger.get(`/v1${LIST}/${id}`, headers);
    expect([one.headers.get('etag'), await one.json()]).toEqual(['"3"', items[0]]);
    const withoutScope = await service.stranger.get(`/v1${LIST}`, { authorization: `Bearer ${survey.key}` });
    expect(withoutScope.status).toBe(403);
  });

  test('the list is paged, searched without accents, asked for a day, and given as CSV', async () => {
    const first = await designer.api<{ items: File[]; nextCursor: string }>('GET', `${LIST}?limit=1`);
    const second = await designer.api<{ items: File[] }>('GET', `${LIST}?limit=1&cursor=${first.nextCursor}`);
    const names = [...first.items, ...second.items].map((file) => file.unit.name);
    expect(names).toEqual(['Nà Tăm', 'Bản Bo']);
    expect((await files('?q=BAN%20bo')).map((file) => file.unit.name)).toEqual(['Bản Bo']);
    expect(await files('?asOf=2024-12-31')).toEqual([]);
    const csv = await (await designer.get(`/v1${LIST}?format=csv&state=recognised`)).text();
    const [header, line, ...rest] = csv.trim().split('\n');
    expect(rest).toEqual([]);
    expect(header).toContain('state,since,in_force');
    expect(line).toContain(`Bản Bo,true,recognised,${today()},true`);
    expect(line).toContain(`03/QĐ-UBND,${today()},Chủ tịch UBND tỉnh`);
  });

  test('a change of the score that it rests on is shown, and revokes nothing', async () => {
    await p12("UPDATE responses SET answers = json_set(answers, '$.hotspots', 1) WHERE unit_id = ?", [
      survey.units.find(({ parentId }) => parentId === unit('Bản Bo').id)!.id,
    ]);
    await designer.api('POST', `/provinces/12/rounds/${survey.roundId}/scores/recompute`);
    await service.runtime.runScheduled();
    expect(await fileOf('Bản Bo')).toMatchObject({
      state: 'recognised',
      inForce: true,
      basis: { ready: false, verified: true, changed: true },
    });
    expect((await fileOf('Nà Tăm')).basis).toMatchObject({ ready: true, changed: false });
  });
});

describe('targets', () => {
  test('count the recognised among the communes that stand, with the ready ones beside them', async () => {
    expect(await target('TD17b')).toMatchObject({
      ...{ about: 'recognition', existing: 4, needed: 4, reached: 1, undetermined: 3, ready: 2, met: null },
    });
  });

  test('a target whose day has passed counts the decisions up to that day, and nothing is open any more', async () => {
    expect(await target('TD17a')).toMatchObject({ existing: 4, needed: 1, reached: 0, undetermined: 0, met: false });
    const backdate = "UPDATE recognition_steps SET decision_date = '2025-12-30'";
    await p12(`${backdate} WHERE file_id = (SELECT id FROM recognition_files WHERE unit_id = ?)`, [unit('Bản Bo').id]);
    expect(await target('TD17a')).toMatchObject({ reached: 1, met: true });
    expect((await files('?asOf=2025-12-31')).map(({ state }) => state)).toEqual(['recognised']);
  });
});

describe('after a merger', () => {
  const MERGED = '2026-02-01';
  let merged: Unit;
  let round: string;

  beforeAll(async () => {
    const created = await designer.api<{ items: Unit[] }>('POST', '/provinces/12/units', {
      communes: [commune('Bình Lư')],
    });
    merged = created.items[0]!;
    const edge = (name: string) => ({
      ...{ predecessorId: unit(name).id, successorId: merged.id, extent: 'whole', date: MERGED },
      legalAct: 'Nghị quyết về sắp xếp đơn vị hành chính',
    });
    await designer.api('POST', '/provinces/12/units/lineage', { items: [edge('Bản Bo'), edge('Hồ Thầu')] });
    const { items } = await designer.api<{ items: { id: string; formVersionId: string }[] }>(
      'GET',
      '/provinces/12/rounds',
    );
    const { formVersionId } = items.find(({ id }) => id === survey.roundId)!;
    const command = { name: 'Kỳ khảo sát sau sáp nhập', kind: 'annual', formVersionId };
    ({ id: round } = await designer.api<{ id: string }>('POST', '/provinces/12/rounds', command));
    await designer.api('POST', `/provinces/12/rounds/${round}/open`);
  });

  test('the recognised commune keeps its history and counts no more', async () => {
    expect(await fileOf('Bản Bo')).toMatchObject({ state: 'recognised', unit: { stands: false }, inForce: false });
    const before = await files('?asOf=2025-12-31');
    expect(before).toMatchObject([{ unit: { name: 'Bản Bo' }, state: 'recognised' }]);
    expect(await target('TD17b')).toMatchObject({ existing: 3, needed: 3, reached: 0, ready: 2 });
  });

  test('a target whose day was before it keeps the communes that stood then, and what they had reached', async () => {
    await p12("UPDATE unit_versions SET valid_from = '2020-01-01' WHERE unit_id <> ?", [merged.id]);
    expect(await target('TD17a')).toMatchObject({ existing: 4, needed: 1, reached: 1, met: true });
    expect(await target('TD17b')).toMatchObject({ existing: 3, reached: 0 });
  });

  test('its successor inherits nothing: it is told how many of its predecessors were recognised', async () => {
    const path = `/provinces/12/rounds/${round}/readiness/${merged.id}`;
    const detail = await designer.api<{ predecessors: object }>('GET', path);
    expect(detail.predecessors).toEqual({ total: 2, recognised: 1, existed: 0, ready: 0 });
    expect((await files('?q=binh lu')).length).toBe(0);
    const proposal = await propose(verifier, 'Bản Bo', { unitId: merged.id, roundId: round });
    expect(await codeOf(proposal)).toBe('409 submission_not_verified');
  });

  test('what had not been decided when it ended is not decided afterwards, but may be revoked', async () => {
    const file = await fileOf('Bản Bo');
    const maintenance = { ...paper('05/QĐ-UBND'), roundId: round };
    expect(await codeOf(await step(approver, `${file.id}/maintenance`, 3, maintenance))).toBe('404 unit_unknown');
    const revocation = { ...paper('06/QĐ-UBND'), note: 'Kết thúc do sáp nhập' };
    expect(await codeOf(await step(approver, `${file.id}/revocation`, 3, paper('06/QĐ-UBND')))).toContain('422');
    expect(await changed(await step(approver, `${file.id}/revocation`, 3, revocation))).toMatchObject({
      state: 'revoked',
    });
  });
});

test('a recognition is maintained from a round of a later year, once for each', async () => {
  const id = await recognise('Khun Há');
  const { items } = await designer.api<{ items: { id: string; name: string; formVersionId: string }[] }>(
    'GET',
    '/provinces/12/rounds',
  );
  const later = items.find(({ name }) => name === 'Kỳ khảo sát sau sáp nhập')!.id;
  await handIn(service, designer, { ...survey, roundId: later }, [unit('Khun Há')]);
  await verified(service, later, 'verifier.12@example.vn');
  const maintain = (revision: number) =>
    step(approver, `${id}/maintenance`, revision, { ...paper('07/QĐ-UBND'), roundId: later });
  expect(await codeOf(await maintain(3))).toBe('409 round_not_later');
  await p12("UPDATE rounds SET period_to = '2025-12-31' WHERE id = ?", [survey.roundId]);
  await changed(await maintain(3));
  expect(await codeOf(await maintain(4))).toBe('409 round_not_later');
  // Neither the round that it was proposed from nor the one that maintains it can be changed underneath.
  for (const roundId of [survey.roundId, later]) {
    const path = reviewPath('Khun Há', roundId);
    const revision = (await verifier.call('GET', path)).headers.get('etag')!;
    const comments = [{ text: 'Đề nghị kiểm tra lại' }];
    const answer = await verifier.call('POST', `${path}/return`, { comments }, { 'if-match': revision });
    expect(await codeOf(answer)).toBe('409 state_not_allowed');
  }
  expect(await fileOf('Khun Há')).toMatchObject({ state: 'maintained', basis: { roundId: later, ready: true } });
  const events = await p12('SELECT act FROM events WHERE subject = ? ORDER BY id', [`recognition:${id}`]);
  expect(events.rows.map(({ act }) => act)).toEqual([
    'recognition.propose',
    'recognition.appraise',
    'recognition.recognise',
    'recognition.maintain',
  ]);
});

test('a refused file ends: its figures can be corrected, and a new one may be proposed', async () => {
  const file = await fileOf('Nà Tăm');
  const proposer = file.steps.length;
  expect(proposer).toBe(1);
  const third = await person(service, 'phong-chong-ma-tuy', 'verifier');
  await changed(await step(third, `${file.id}/appraisal`, 1, paper('02/BC-CAT')));
  const refusal = { ...paper('08/QĐ-UBND'), outcome: 'refused', note: 'Hồ sơ chưa đủ minh chứng' };
  expect(await changed(await step(approver, `${file.id}/decision`, 2, refusal))).toMatchObject({ state: 'refused' });
  const rests = async () =>
    (await verifier.api<{ inRecognition: boolean }>('GET', reviewPath('Nà Tăm', survey.roundId))).inRecognition;
  expect(await rests()).toBe(false);
  await changed(await propose(verifier, 'Nà Tăm'));
  expect(await rests()).toBe(true);
  expect((await files('?q=na tam')).map(({ state }) => state)).toEqual(['refused', 'proposed']);
});

test('a file of one province is in no other, and neither its staff nor its keys reach it', async () => {
  const { id } = await fileOf('Khun Há');
  const elsewhere = await service.as('approver', '33');
  const reads = service.runtime.hrana.pipelines.ofDatabase('p12');
  expect(await codeOf(await elsewhere.get(`/v1${LIST}/${id}`))).toBe('403 forbidden');
  const headers = { authorization: `Bearer ${key}` };
  const otherProvince = await service.stranger.get('/v1/provinces/33/recognition', headers);
  expect(await codeOf(otherProvince)).toBe('403 key_of_other_province');
  expect(service.runtime.hrana.pipelines.ofDatabase('p12')).toBe(reads);
  expect(await codeOf(await elsewhere.get(`/v1/provinces/33/recognition/${id}`))).toBe('404 recognition_unknown');
});

test("the log's page calls a file by its commune", async () => {
  const { id } = (await files()).find(({ unit }) => unit.name === 'Bản Bo')!;
  const page = await (await service.as('auditor')).get(`/console/12/nhat-ky?subject=recognition:${id}`);
  expect(await page.text()).toContain('Hồ sơ công nhận xã Bản Bo');
});
