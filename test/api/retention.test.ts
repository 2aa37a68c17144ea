import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Site } from '../../local/demo/site.ts';
import { databaseOf, eventsOf, rowsOf } from '../support/database.ts';
import { codeOf } from '../support/open-rounds.ts';
import { paper, person, verified } from '../support/recognition.ts';
import { type Service, startService } from '../support/service.ts';
import {
  CLEAN_VILLAGE,
  fillEverything,
  newRound,
  prepareSurvey,
  readinessList,
  type Survey,
  submitFile,
} from '../support/survey.ts';

const LONG_AGO = '2020-01-01T00:00:00.000Z';
const SETTINGS = '/provinces/12/settings';

interface Planned {
  items: { roundId: string; from: string; heldByRoundId: string | null; units: number; saves: number }[];
}

let service: Service;
let designer: Site;
let verifier: Site;
let clerk: Site;
/** The round whose answers go, and the one of the year after, which looks back on it. */
let survey: Survey;
let later: Survey;
/** What is read of the purged round, before and after. */
let before: unknown;

const sql = (statement: string, args: string[] = []) => rowsOf(service, statement, args);
const round = (path = '', of = survey) => `/provinces/12/rounds/${of.roundId}${path}`;
const setMonths = async (answersKeptMonths: number | null) => {
  const { revision } = await designer.api<{ revision: number }>('GET', SETTINGS);
  const settings = { withheldQuestions: [], answersKeptMonths };
  await designer.api('PUT', SETTINGS, settings, { 'if-match': `"${revision}"` });
};
const purgedAt = async (of = survey) =>
  (await sql('SELECT purged_at FROM rounds WHERE id = ?', [of.roundId]))[0]!.purged_at;
const planned = (months: number) => designer.api<Planned>('GET', `${SETTINGS}/purges?answersKeptMonths=${months}`);

/** All that is to stay as it is: scores, list, recognition. */
const whatStays = async () => ({
  readiness: await readinessList(designer, survey),
  csv: await (await designer.get(`/v1${round('/readiness')}?format=csv`)).text(),
  recognition: await designer.api('GET', '/provinces/12/recognition'),
  scores: await sql(
    'SELECT ready, "index", document, masked, answers_hash, form_hash, engine_version FROM scorecards WHERE round_id = ?',
    [survey.roundId],
  ),
});

beforeAll(async () => {
  service = await startService();
  designer = await service.as('designer');
  verifier = await person(service, 'lan', 'verifier');
  clerk = service.stranger;
  survey = await prepareSurvey(designer);
  await fillEverything(clerk, survey);
  const path = `${survey.base}/${survey.villages[0]!.id}/closing`;
  const typed = { ...CLEAN_VILLAGE.closing, evidence: 'Sổ tay của tổ', ':revision': '6' };
  await clerk.post(path, typed);
  await submitFile(clerk, survey.base, 'Bản ở xa trung tâm');
  await designer.api('POST', round('/close'));
  const more = { until: '2031-02-28', reason: 'Trưởng bản ốm' };
  await designer.api('PUT', round(`/extensions/${survey.commune.id}`), more);
  await designer.api('POST', round('/reopen'), { reason: 'Bổ sung' });
  const file = `${round('/review')}/${survey.commune.id}`;
  const comments = [{ text: 'Xem lại minh chứng' }];
  await verifier.api('POST', `${file}/return`, { comments }, { 'if-match': '"3"' });
  await submitFile(clerk, survey.base, 'Bản ở xa trung tâm');
  await verified(service, survey.roundId, 'lan.12@example.vn');
  const proposal = { unitId: survey.commune.id, roundId: survey.roundId, ...paper('01/TTr-UBND') };
  await verifier.api('POST', '/provinces/12/recognition', proposal);
  await designer.api('POST', round('/close'));
  await sql('UPDATE rounds SET closed_at = ? WHERE id = ?', [LONG_AGO, survey.roundId]);
  later = await newRound(designer, survey, { previousRoundId: survey.roundId });
  await fillEverything(clerk, later);
  await submitFile(clerk, later.base, 'Đã rà soát');
  before = await whatStays();
});
afterAll(() => service.stop());

describe('before', () => {
  test('a preview says which rounds would go, when, how much that is, and what holds them back', async () => {
    const { items } = await planned(6);
    expect(items).toMatchObject([{ roundId: survey.roundId, heldByRoundId: later.roundId, units: 3 }]);
    expect(items[0]!.saves).toBeGreaterThan(10);
    const days = (Date.parse(items[0]!.from) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(7);
    expect(days).toBeLessThanOrEqual(8);
    const page = await designer.post('/console/12/cai-dat', { keptMonths: '6', revision: '0', as: 'preview' });
    const html = await page.text();
    expect([page.status, html.includes('Nếu lưu thời hạn này'), html.includes('sau khi đóng Kỳ khảo sát')]).toEqual([
      200,
      true,
      true,
    ]);
    expect(await designer.api('GET', SETTINGS)).toMatchObject({ answersKeptMonths: null });
  });

  test('nothing goes while a round that looks back is open, nor within seven days of the setting', async () => {
    await setMonths(6);
    await sql('UPDATE settings SET answers_kept_since = ?', [LONG_AGO]);
    await service.runtime.runScheduled();
    expect(await purgedAt()).toBeNull();
    await designer.api('POST', round('/close', later));
    await setMonths(12);
    await service.runtime.runScheduled();
    expect(await purgedAt()).toBeNull();
  });

  test('nor while a score that follows from the answers is still to be computed', async () => {
    await sql('UPDATE settings SET answers_kept_since = ?', [LONG_AGO]);
    const damaged = 'UPDATE responses SET answers = ? WHERE round_id = ? AND unit_id = ?';
    const [{ answers }] = (await sql('SELECT answers FROM responses WHERE unit_id = ? AND round_id = ?', [
      survey.commune.id,
      later.roundId,
    ])) as unknown as [{ answers: string }];
    await sql(damaged, ['{', later.roundId, survey.commune.id]);
    await sql('UPDATE submissions SET inputs_version = inputs_version + 1 WHERE round_id = ?', [later.roundId]);
    await service.runtime.runScheduled();
    expect(await purgedAt()).toBeNull();
    await sql(damaged, [answers, later.roundId, survey.commune.id]);
  });
});

describe('when the time has come', () => {
  test('everything that was typed about the round goes, and the secrets of its links', async () => {
    // The first run may have to compute a score before.
    await service.runtime.runScheduled();
    await service.runtime.runScheduled();
    expect(await purgedAt()).not.toBeNull();
    const typed = /1192|Biên bản|Sổ tay|xa trung tâm|Xem lại minh chứng|Trưởng bản ốm/;
    for (const table of ['responses', 'response_revisions', 'submissions', 'submission_steps', 'review_comments']) {
      const text = JSON.stringify(await sql(`SELECT * FROM ${table} WHERE round_id = ?`, [survey.roundId]));
      expect(text, table).not.toMatch(typed);
      expect(text.length, table).toBeGreaterThan(10);
    }
    // Of the log nothing can be deleted, so none of it may ever have stood there.
    expect(JSON.stringify(await sql('SELECT detail FROM events'))).not.toMatch(typed);
    expect(await sql('SELECT figures FROM scorecards WHERE round_id = ?', [survey.roundId])).toMatchObject([
      { figures: '{}' },
    ]);
    expect((await clerk.get(survey.base)).status).toBe(404);
    // The round after keeps its own.
    expect(JSON.stringify(await sql('SELECT answers FROM responses WHERE round_id = ?', [later.roundId]))).toContain(
      'Biên bản',
    );
  });

  test('an event counts what went and says that it is what was scored', async () => {
    const acts = (of: string) => eventsOf(service, of);
    expect((await acts(`round:${survey.roundId}`)).at(-1)).toEqual({
      act: 'round.purge',
      detail: { answersKeptMonths: 12 },
    });
    const [{ answers_hash: answersHash }] = (await sql('SELECT answers_hash FROM scorecards WHERE round_id = ?', [
      survey.roundId,
    ])) as unknown as [{ answers_hash: string }];
    const purges = (await acts(`round:${survey.roundId}/commune:${survey.commune.id}`)).filter(
      ({ act }) => act === 'submission.purge',
    );
    expect(purges).toMatchObject([{ detail: { units: 3, comments: 1, links: 1, answersHash, isWhatWasScored: true } }]);
    const [event] = await sql("SELECT before_hash FROM events WHERE act = 'submission.purge'");
    expect(event!.before_hash).toMatch(/^[0-9a-f]{64}$/);
  });

  test('scores, the list, its CSV and recognition are what they were', async () => {
    expect(await whatStays()).toEqual(before);
    expect(await (await designer.get(`/console/12${round().slice('/provinces/12'.length)}`)).text()).toContain(
      'Bản Bo',
    );
    const report = `/console/12/rounds/${survey.roundId}/communes/${survey.commune.id}`;
    expect((await designer.get(report)).status).toBe(200);
  });

  const gone: [string, () => Promise<Response>][] = [
    ['a file', () => designer.call('GET', round(`/submissions/${survey.commune.id}`))],
    ['its saves', () => designer.call('GET', round(`${unit()}/revisions`))],
    ['a comparison', () => designer.call('GET', round(`${unit()}/compare?from=0&to=1`))],
    ['how far communes are', () => designer.call('GET', round('/completeness'))],
    ['what a reviewer weighs', () => verifier.call('GET', round(`/review/${survey.commune.id}`))],
    ['returning it', () => verifier.call('POST', round(`/review/${survey.commune.id}/return`), returning, seen)],
    ['reopening', () => designer.call('POST', round('/reopen'), { reason: 'Bổ sung số liệu' })],
    ['more time', () => designer.call('PUT', round(`/extensions/${survey.commune.id}`), more)],
    ['what if', () => designer.call('POST', round(`/scores/what-if/${survey.commune.id}`), { commune: {} })],
    ['computing anew', () => designer.call('POST', round('/scores/recompute'))],
    ['computing anew what looks back on it', () => designer.call('POST', round('/scores/recompute', later))],
    [
      'a comparison of the round after with it',
      () => designer.call('GET', round(`${unit()}/compare?from=previous-round&to=1`, later)),
    ],
  ];
  const unit = () => `/submissions/${survey.commune.id}/units/${survey.villages[0]!.id}`;
  const returning = { comments: [{ text: 'Xem lại' }], editableUntil: '2031-02-28' };
  const more = { until: '2031-02-28', reason: 'Theo đề nghị của UBND xã' };
  const seen = { 'if-match': '"4"' };

  test.each(gone)('%s is refused with the reason', async (_, ask) => {
    expect(await codeOf(await ask())).toEqual([410, 'answers_purged']);
  });

  test('no other engine turns a verdict into one of nothing, of the round or of the one that looks back', async () => {
    const verdicts = () => sql('SELECT round_id, ready, document FROM scorecards ORDER BY round_id');
    const stored = await verdicts();
    await sql("UPDATE scorecards SET engine_version = '0'");
    // Not even a version of the answers that no act of the service brings about.
    await sql('UPDATE submissions SET inputs_version = inputs_version + 1 WHERE round_id = ?', [survey.roundId]);
    await service.runtime.runScheduled();
    expect(await verdicts()).toEqual(stored);
    expect(await designer.api('GET', round('/scores', later))).toMatchObject({ pending: 0 });
  });

  test('it is done once, and what a crash left half-way is finished by the next run', async () => {
    const count = async () => (await sql("SELECT count(*) AS n FROM events WHERE act LIKE '%.purge'"))[0]!.n;
    const done = await count();
    await service.runtime.runScheduled();
    expect(await count()).toBe(done);
    // As if the run had stopped after it said that the round after is purged, and before its commune was emptied.
    await sql('UPDATE rounds SET purged_at = ? WHERE id = ?', [new Date().toISOString(), later.roundId]);
    await service.runtime.runScheduled();
    expect(JSON.stringify(await sql('SELECT answers FROM responses'))).not.toContain('Biên bản');
    const acts = await eventsOf(service, `round:${later.roundId}/commune:${survey.commune.id}`);
    // What its score rests on is partly of the round before, of which nobody can tell any more.
    expect(acts.at(-1)).toMatchObject({ act: 'submission.purge', detail: { isWhatWasScored: null } });
  });
});

const DAY = 86_400_000;
/** Tries to sign in: how many days ago the last one failed, and the last one was right. */
const triesLeft: [key: string, at: number, provedAt: number | null][] = [
  ['x:fresh', 0.5, null],
  ['x:stranger', 2, null],
  ['x:known-place', 2, 100],
  ['x:place-of-long-ago', 400, 400],
];

test('of accounts goes what has ended: sessions, pending verifications, counted attempts, old invitations', async () => {
  const control = databaseOf(service, 'control');
  const [user] = (await control.execute('SELECT id FROM user LIMIT 1')).rows;
  const now = Date.now();
  await control.batch([
    { sql: "INSERT INTO session (id, expires_at, token, user_id) VALUES ('old', 1, 't', ?)", args: [user!.id!] },
    "INSERT INTO verification (id, identifier, value, expires_at) VALUES ('old', 'a', 'b', 1)",
    "INSERT INTO rate_limit (id, key, count, last_request) VALUES ('old', 'k', 1, 1)",
    { sql: "INSERT INTO rate_limit (id, key, count, last_request) VALUES ('new', 'l', 1, ?)", args: [now] },
    `INSERT INTO invitations (id, purpose, token_hash, roles, created_at, expires_at)
      VALUES ('old', 'invitation', 'x', '{}', '2020-01-01T00:00:00.000Z', '2020-01-08T00:00:00.000Z')`,
    ...triesLeft.map(([key, at, provedAt]) => ({
      sql: 'INSERT INTO sign_in_tries (key, failures, at, proved_at) VALUES (?, 3, ?, ?)',
      args: [key, new Date(now - at * DAY).toISOString(), provedAt && new Date(now - provedAt * DAY).toISOString()],
    })),
  ]);
  await service.runtime.runScheduled();
  const left = async (table: string) =>
    (await control.execute(`SELECT id FROM ${table} WHERE id IN ('old', 'new')`)).rows.map(({ id }) => id);
  expect(await Promise.all(['session', 'verification', 'rate_limit', 'invitations'].map(left))).toEqual([
    [],
    [],
    ['new'],
    [],
  ]);
  const counted = await control.execute("SELECT key FROM sign_in_tries WHERE key LIKE 'x:%' ORDER BY key");
  expect(counted.rows.map(({ key }) => key)).toEqual(['x:fresh', 'x:known-place']);
  const events = await control.execute("SELECT detail FROM events WHERE act = 'account.forget'");
  expect(events.rows.map(({ detail }) => JSON.parse(String(detail)))).toEqual([
    { sessions: 1, verifications: 1, attempts: 1, tries: 2, invitations: 1 },
  ]);
  // Who is signed in stays so.
  expect((await designer.get('/console/12')).status).toBe(200);
});
