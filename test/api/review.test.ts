import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Site } from '../../local/demo/site.ts';
import { provinceDatabase } from '../support/province-database.ts';
import { type Service, startService } from '../support/service.ts';
import {
  CLEAN_VILLAGE,
  fillEverything,
  prepareSurvey,
  readinessList,
  type Survey,
  submitFile,
} from '../support/survey.ts';

interface File {
  state: string;
  revision: number;
  submittedAt: string | null;
  verifiedBy: string | null;
  assignedTo: string | null;
  extendedUntil: string | null;
}
interface Detail extends File {
  mayVerify: boolean;
  findings: { errors: unknown[]; confirmations: { key: string; reason: string | null }[] };
  largeChanges: { unit: { name: string }; changes: object[] }[];
  outliers: object[];
  comments: { unitId: string | null; question: string | null; text: string }[];
  steps: { kind: string; actorKind: string; actorId: string }[];
}
interface Queue {
  items: (File & { unit: { id: string; name: string }; flags: string[] })[];
  total: number;
  counts: { states: Record<string, number>; flags: Record<string, number> };
}

let service: Service;
let inProvince: ReturnType<typeof provinceDatabase>;
let designer: Site;
let verifier: Site;
let colleague: Site;
let clerk: Site;
let first: Survey;
let survey: Survey;

beforeAll(async () => {
  service = await startService();
  inProvince = provinceDatabase(service);
  designer = await service.as('designer', '12', 'hoa');
  verifier = await service.as('verifier', '12', 'lan');
  colleague = await service.as('verifier', '12', 'minh');
  clerk = service.stranger;
  first = await prepareSurvey(designer);
});
afterAll(() => service.stop());

/** A round of its own for each test, over the same units. */
beforeEach(async () => {
  survey = await newRound(first);
});

async function newRound(before: Survey, changes: object = {}): Promise<Survey> {
  const version = await designer.api<{ id: string }>('POST', '/provinces/12/forms', { template: 'tam-duong-2024' });
  const command = { name: 'Kỳ khảo sát', kind: 'annual', formVersionId: version.id, ...changes };
  const { id: roundId } = await designer.api<{ id: string }>('POST', '/provinces/12/rounds', command);
  await designer.api('POST', `/provinces/12/rounds/${roundId}/open`);
  const path = `/provinces/12/rounds/${roundId}/links`;
  const { items } = await designer.api<{ items: { id: string; url: string }[] }>('POST', path, {});
  return { ...before, roundId, base: new URL(items[0]!.url).pathname, linkId: items[0]!.id };
}

const handIn = async () => {
  await fillEverything(clerk, survey);
  expect((await submitFile(clerk, survey.base)).status).toBe(303);
};
const queuePath = () => `/provinces/12/rounds/${survey.roundId}/review`;
const filePath = () => `${queuePath()}/${survey.commune.id}`;
const queue = (query = '', site = verifier) => site.api<Queue>('GET', `${queuePath()}${query}`);
const detail = (site = verifier) => site.api<Detail>('GET', filePath());

const act = (site: Site, name: string, revision: number | null, body?: object) =>
  site.call('POST', `${filePath()}/${name}`, body, revision === null ? {} : { 'if-match': `"${revision}"` });
const code = async (answer: Response) => ((await answer.json()) as { code: string }).code;
const comment = { text: 'Đề nghị kiểm tra lại số tụ điểm' };

test('a file goes from the queue back to the commune, is corrected, handed in again and verified', async () => {
  await handIn();
  const [item] = (await queue('?state=submitted')).items;
  expect(item).toMatchObject({ unit: { id: survey.commune.id }, state: 'submitted', flags: [] });
  expect((await readinessList(clerk, survey))[0]).toMatchObject({ ready: true, state: 'submitted' });

  const village = survey.villages[0]!;
  const comments = [{ unitId: village.id, question: 'hotspots', ...comment }, { text: 'Nộp lại trong tuần này' }];
  const returned = await act(verifier, 'return', item!.revision, { comments });
  expect(returned.status).toBe(200);
  const after = (await returned.json()) as File;
  expect(after).toMatchObject({ state: 'returned', submittedAt: null, revision: item!.revision + 1 });
  expect(returned.headers.get('etag')).toBe(`"${after.revision}"`);
  // What was returned is nobody's verdict any more.
  expect((await readinessList(clerk, survey))[0]).toMatchObject({ ready: null, state: 'returned', stale: false });

  const crime = { ...CLEAN_VILLAGE.crime!, hotspots: '1', ':revision': '6' };
  expect((await clerk.post(`${survey.base}/${village.id}/crime`, crime)).status).toBe(303);
  expect((await submitFile(clerk, survey.base)).status).toBe(303);

  const again = await detail();
  expect(again).toMatchObject({ state: 'submitted', mayVerify: true });
  expect(again.comments).toMatchObject([
    { unitId: village.id, question: 'hotspots', ...comment },
    { unitId: null, question: null },
  ]);
  expect((await queue('?flag=resubmitted')).items.map(({ flags }) => flags)).toEqual([['resubmitted']]);

  const verified = await act(verifier, 'verify', again.revision);
  expect(await verified.json()).toMatchObject({ state: 'verified' });
  const { steps, verifiedBy } = await detail();
  expect(steps.map(({ kind }) => kind)).toEqual(['submit', 'return', 'submit', 'verify']);
  expect(verifiedBy).toBe(steps.at(-1)!.actorId);
  expect((await readinessList(clerk, survey))[0]).toMatchObject({ ready: false, state: 'verified' });
});

describe('of two reviewers at once', () => {
  /** Everything that an act leaves behind. */
  async function traces() {
    const rows = await inProvince(
      `SELECT (SELECT count(*) FROM submission_steps WHERE round_id = ?1) AS steps,
        (SELECT count(*) FROM review_comments WHERE round_id = ?1) AS comments,
        (SELECT count(*) FROM events WHERE subject LIKE 'round:' || ?1 || '/commune:%') AS events`,
      [survey.roundId],
    );
    const { steps, comments, events } = rows[0]!;
    return { steps: Number(steps), comments: Number(comments), events: Number(events) };
  }

  test.each([
    ['one verifies and one returns', 'verify', 'return'],
    ['both return', 'return', 'return'],
    ['both verify', 'verify', 'verify'],
  ] as const)('%s: one wins, the other is told, and nothing is half-done', async (_, one, two) => {
    await handIn();
    const { revision } = await detail();
    const before = await traces();
    const body = (name: string) => (name === 'return' ? { comments: [comment] } : undefined);
    const answers = await Promise.all([
      act(verifier, one, revision, body(one)),
      act(colleague, two, revision, body(two)),
    ]);
    const winner = answers.findIndex(({ status }) => status === 200);
    const loser = answers[1 - winner]!;
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(await code(loser)).toBe('revision_mismatch');

    const won = [one, two][winner]!;
    expect(await detail()).toMatchObject({
      state: won === 'verify' ? 'verified' : 'returned',
      revision: revision + 1,
    });
    expect(await traces()).toEqual({
      steps: before.steps + 1,
      comments: before.comments + (won === 'return' ? 1 : 0),
      events: before.events + 1,
    });
  });
});

describe('who may not', () => {
  test.each([
    ['designer', 'verify', 'forbidden'],
    ['designer', 'return', 'forbidden'],
    ['approver', 'verify', 'forbidden'],
    ['reader', 'assign', 'forbidden'],
  ] as const)('a %s cannot %s', async (role, name, expected) => {
    const site = role === 'designer' ? designer : await service.as(role);
    const body = name === 'return' ? { comments: [comment] } : name === 'assign' ? { userId: null } : undefined;
    const refused = await act(site, name, 1, body);
    expect([refused.status, await code(refused)]).toEqual([403, expected]);
  });

  test('who made the link by which a file was filled cannot verify it, whatever other role they have', async () => {
    await handIn();
    const both = await service.as('verifier', '12', 'hoa');
    const file = await detail(both);
    expect(file.mayVerify).toBe(false);
    const refused = await act(both, 'verify', file.revision);
    expect([refused.status, await code(refused)]).toEqual([403, 'separation_of_duties']);
    expect((await detail()).state).toBe('submitted');
    expect((await act(verifier, 'verify', file.revision)).status).toBe(200);
  });
});

describe('an act', () => {
  test('without a revision is asked for one, and with an old one is told the current', async () => {
    await handIn();
    const { revision } = await detail();
    expect((await act(verifier, 'verify', null)).status).toBe(428);
    const refused = await act(verifier, 'verify', revision - 1);
    expect([refused.status, await refused.json()]).toMatchObject([412, { current: { revision, state: 'submitted' } }]);
  });

  test('on a commune that is not in the round, or a round that is not there, is 404', async () => {
    const missing = `${queuePath()}/${survey.villages[0]!.id}/verify`;
    expect((await verifier.call('POST', missing, undefined, { 'if-match': '"1"' })).status).toBe(404);
    const elsewhere = `/provinces/12/rounds/${survey.commune.id}/review`;
    expect(await code(await verifier.call('GET', elsewhere))).toBe('round_unknown');
  });

  test('of returning that says nothing, or something wrong, is refused whole', async () => {
    await handIn();
    const { revision } = await detail();
    for (const body of [
      { comments: [] },
      { comments: [{ text: '  ' }] },
      { comments: [{ ...comment, question: 'khong_co' }] },
      { comments: [comment], editableUntil: '2020-01-01' },
      { comments: [comment], editableUntil: '2027-02-30' },
    ]) {
      const refused = await act(verifier, 'return', revision, body);
      expect([body, refused.status, await code(refused)]).toEqual([body, 422, 'invalid_request']);
    }
    expect(await detail()).toMatchObject({ state: 'submitted', revision });
  });

  test('on what was not handed in is refused', async () => {
    const { revision } = await detail();
    expect(await code(await act(verifier, 'verify', revision))).toBe('state_not_allowed');
    expect(await code(await act(verifier, 'return', revision, { comments: [comment] }))).toBe('state_not_allowed');
  });
});

describe('returning', () => {
  test('in a closed round needs an end, through which the commune alone can edit', async () => {
    await handIn();
    await designer.api('POST', `/provinces/12/rounds/${survey.roundId}/close`);
    const { revision } = await detail();
    const refused = await act(verifier, 'return', revision, { comments: [comment] });
    expect([refused.status, await code(refused)]).toEqual([422, 'editing_end_needed']);

    const body = { comments: [comment], editableUntil: '2099-12-11' };
    const returned = (await (await act(verifier, 'return', revision, body)).json()) as File;
    // Through the 11th: the first instant that is too late is midnight in Asia/Ho_Chi_Minh.
    expect(returned).toMatchObject({ state: 'returned', extendedUntil: '2099-12-11T17:00:00.000Z' });
    expect((await submitFile(clerk, survey.base)).status).toBe(303);
    expect((await queue('?flag=extended')).total).toBe(1);
  });

  test('a verified file is possible until recognition rests on it', async () => {
    await handIn();
    const { revision } = await detail();
    await act(verifier, 'verify', revision);
    const columns = 'id, unit_id, round_id, revision, created_at';
    const args = ['f', survey.commune.id, survey.roundId, 1, '2024-12-01T00:00:00.000Z'];
    await inProvince(`INSERT INTO recognition_files (${columns}) VALUES (?, ?, ?, ?, ?)`, args);
    const refused = await act(colleague, 'return', revision + 1, { comments: [comment] });
    expect(await code(refused)).toBe('state_not_allowed');
    await inProvince('DELETE FROM recognition_files');
    const returned = await act(colleague, 'return', revision + 1, { comments: [comment] });
    expect(await returned.json()).toMatchObject({ state: 'returned', verifiedBy: null });
  });
});

test('a file is assigned to a reviewer of the province, found by them, and given back', async () => {
  const reviewers = await verifier.api<{ items: { id: string; name: string }[] }>('GET', `${queuePath()}/reviewers`);
  const { actorId } = await someStepBy(colleague);
  expect(reviewers.items.map(({ id }) => id)).toContain(actorId);

  const { revision } = await detail();
  const unknown = await act(verifier, 'assign', revision, { userId: 'khong-co' });
  expect([unknown.status, await code(unknown)]).toEqual([422, 'reviewer_unknown']);
  const assigned = await act(verifier, 'assign', revision, { userId: actorId });
  expect(await assigned.json()).toMatchObject({ assignedTo: actorId, revision: revision + 1 });
  // Saying it again changes nothing.
  const again = await act(verifier, 'assign', revision + 1, { userId: actorId });
  expect(await again.json()).toMatchObject({ revision: revision + 1 });

  expect((await queue('?assignedTo=me', colleague)).total).toBe(1);
  expect((await queue('?assignedTo=me')).total).toBe(0);
  expect((await queue('?assignedTo=none')).total).toBe(0);
  await act(verifier, 'assign', revision + 1, { userId: null });
  expect((await queue('?assignedTo=none')).total).toBe(1);
});

/** The step that somebody leaves by verifying a file of another round. */
async function someStepBy(site: Site) {
  const here = survey;
  survey = await newRound(first);
  await handIn();
  await act(site, 'verify', (await detail()).revision);
  const step = (await detail()).steps.at(-1)!;
  survey = here;
  return step;
}

test('a reviewer sees what was confirmed and why, what changed by more than half, and filters by it', async () => {
  await handIn();
  const before = survey;
  survey = await newRound(first, { previousRoundId: before.roundId });
  await fillEverything(clerk, survey);
  const residents = `${survey.base}/${survey.villages[0]!.id}/residents`;
  await clerk.post(residents, { population: '2.000', households_total: '240', ':revision': '6' });
  expect((await submitFile(clerk, survey.base, 'Sáp nhập cụm dân cư')).status).toBe(303);

  const { findings, largeChanges } = await detail();
  expect(findings).toMatchObject({
    errors: [],
    confirmations: [{ key: `${survey.villages[0]!.id}:changed`, reason: 'Sáp nhập cụm dân cư' }],
  });
  expect(largeChanges).toMatchObject([
    { unit: { name: 'Nà Khuy' }, changes: [{ question: 'population', before: 1192, now: 2000 }] },
  ]);
  expect((await queue('?flag=large_changes&state=submitted&q=ban%20bo')).total).toBe(1);
  expect((await queue('?flag=blank_answers')).total).toBe(0);
  expect((await queue()).counts).toMatchObject({ states: { submitted: 1 }, flags: { large_changes: 1 } });
});

test('the queue and a file cost one round trip, returning with its score three', async () => {
  await handIn();
  const trips = (answer: Response) => service.runtime.hrana.pipelines.ofRequest(answer.headers.get('x-request-id')!);
  // Whether the control database is asked as well depends on how fresh the session is; so it is counted apart.
  const control = trips(await verifier.call('GET', '/provinces/12/rounds/not-a-round/review'));
  expect(trips(await verifier.call('GET', queuePath())) - control).toBe(1);
  const file = await verifier.call('GET', filePath());
  expect(trips(file) - control).toBe(1);
  const returned = await verifier.call(
    'POST',
    `${filePath()}/return`,
    { comments: [comment] },
    {
      'if-match': file.headers.get('etag')!,
    },
  );
  expect(returned.status).toBe(200);
  expect(trips(returned) - control).toBe(3);
});
