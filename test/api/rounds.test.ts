import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Site } from '../../local/demo/site.ts';
import { eventsOf, rowsOf } from '../support/database.ts';
import { type Service, startService } from '../support/service.ts';
import { prepareSurvey, type Survey, TWO_VILLAGES } from '../support/survey.ts';

interface Round {
  id: string;
  name: string;
  state: string;
  revision: number;
  formVersionId: string;
  dueAt: string | null;
  closesAt: string | null;
  closedAt: string | null;
  openedAt: string | null;
  openingProblem: string | null;
  period: object | null;
  deadline: object | null;
}

let service: Service;
let designer: Site;
let survey: Survey;
let formVersionId: string;
/** A province whose database does not answer. */
let down: string | null = null;

beforeAll(async () => {
  service = await startService({
    onPipeline: ({ database }) => {
      if (database === down) throw new Error('the disk is gone');
    },
  });
  designer = await service.as('designer');
  survey = await prepareSurvey(designer);
  formVersionId = (await round(survey.roundId)).formVersionId;
});
afterAll(() => service.stop());

const ROUNDS = '/provinces/12/rounds';
const round = (id: string) => designer.api<Round>('GET', `${ROUNDS}/${id}`);
const draft = (settings: object = {}) =>
  designer.api<Round>('POST', ROUNDS, { name: 'Kỳ thử', kind: 'annual', formVersionId, ...settings });
const act = (id: string, name: string, body?: object) => designer.call('POST', `${ROUNDS}/${id}/${name}`, body);
const edit = (id: string, patch: object, revision: number) =>
  designer.call('PATCH', `${ROUNDS}/${id}`, patch, { 'if-match': `"${revision}"` });
const codeOf = async (answer: Response) => [answer.status, ((await answer.json()) as { code?: string }).code];
const soon = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();
const until = async (instant: string) => {
  while (new Date().toISOString() < instant) await new Promise((resolve) => setTimeout(resolve, 20));
};

test('a deadline in the words of the plan gives the instant, of Viet Nam, from which all is late', async () => {
  const before = await draft({ deadline: { day: '2031-03-01', bound: 'before' } });
  expect(before).toMatchObject({ dueAt: '2031-02-28T17:00:00.000Z', closesAt: '2031-02-28T17:00:00.000Z' });
  const through = await draft({ deadline: { day: '2032-02-29', bound: 'through' }, lateSubmissions: 'accept' });
  expect(through).toMatchObject({ dueAt: '2032-02-29T17:00:00.000Z', closesAt: null, state: 'draft', revision: 1 });
  expect((await designer.get(`/v1${ROUNDS}/${through.id}`)).headers.get('etag')).toBe('"1"');
});

test.each([
  ['a day that does not exist', { deadline: { day: '2031-02-29', bound: 'before' } }, 'deadline.day'],
  ['an instant of a day that does not exist', { closesAt: '2031-02-29T00:00:00+07:00' }, 'closesAt'],
  ['a period that ends before it begins', { period: { from: '2031-02-01', to: '2031-01-31' } }, 'period'],
  ['an opening in the past', { opensAt: '2020-01-01T00:00:00Z' }, 'opensAt'],
  [
    'an end before the deadline',
    {
      deadline: { day: '2031-03-01', bound: 'before' },
      lateSubmissions: 'accept',
      closesAt: '2031-02-28T23:59:59+07:00',
    },
    'closesAt',
  ],
])('%s is refused with its path', async (_, settings, path) => {
  const answer = await designer.call('POST', ROUNDS, { name: 'Kỳ', kind: 'annual', formVersionId, ...settings });
  expect(answer.status).toBe(422);
  expect(((await answer.json()) as { errors: { path: string }[] }).errors.map((error) => error.path)).toEqual([path]);
});

test('an edit says which revision it changes; another, or none, is refused', async () => {
  const { id } = await draft();
  expect(await codeOf(await designer.call('PATCH', `${ROUNDS}/${id}`, { name: 'Kỳ khác' }))).toEqual([
    428,
    'precondition_required',
  ]);
  const answers = await Promise.all([edit(id, { name: 'Một' }, 1), edit(id, { name: 'Hai' }, 1)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  const won = answers.find(({ status }) => status === 200)!;
  expect(won.headers.get('etag')).toBe('"2"');
  expect((await round(id)).name).toBe(((await won.json()) as Round).name);
});

test('of a draft everything changes; of an open round its dates; of a closed one its name; of an archived one nothing', async () => {
  const { id } = await draft({ closesAt: '2031-06-30T17:00:00Z' });
  const whole = {
    kind: 'half-year',
    previousRoundId: survey.roundId,
    deadline: { day: '2031-06-12', bound: 'before' },
  };
  const drafted = (await (await edit(id, { ...whole, closesAt: null }, 1)).json()) as Round;
  expect(drafted).toMatchObject({ kind: 'half-year', closesAt: '2031-06-11T17:00:00.000Z', revision: 2 });

  await act(id, 'open');
  const period = { from: '2031-01-01', to: '2031-06-30' };
  const opened = (await (await edit(id, { lateSubmissions: 'accept', period }, 3)).json()) as Round;
  expect(opened).toMatchObject({ state: 'open', period, closesAt: null, dueAt: drafted.dueAt, revision: 4 });
  const refused = await edit(id, { kind: 'annual', formVersionId: survey.roundId, name: 'Kỳ khác' }, 4);
  expect(await refused.json()).toMatchObject({
    code: 'round_already_opened',
    errors: [{ path: 'kind' }, { path: 'formVersionId' }],
  });
  expect(await codeOf(await edit(id, { closesAt: '2020-01-01T00:00:00Z' }, 4))).toEqual([422, 'invalid_request']);

  await act(id, 'close');
  expect((await edit(id, { name: 'Tên cuối' }, 5)).status).toBe(200);
  expect(await codeOf(await edit(id, { deadline: null }, 6))).toEqual([409, 'round_closed']);
  expect(await codeOf(await act(id, 'archive'))).toEqual([200, undefined]);
  expect(await codeOf(await edit(id, { name: 'Tên khác' }, 7))).toEqual([409, 'round_archived']);
  const events = await eventsOf(service, `round:${id}`);
  expect(events.map(({ act }) => act)).toEqual([
    ...['round.create', 'round.edit', 'round.open', 'round.edit', 'round.close', 'round.edit', 'round.archive'],
  ]);
});

test('saying again what is so changes nothing', async () => {
  const deadline = { day: '2031-06-12', bound: 'before' };
  const { id } = await draft({ deadline });
  const answer = await edit(id, { name: 'Kỳ thử', deadline, closesAt: '2031-06-11T17:00:00Z' }, 1);
  expect([answer.status, answer.headers.get('etag')]).toEqual([200, '"1"']);
});

test('a draft can be taken away, a round that was opened cannot', async () => {
  const remove = (id: string, revision: number) =>
    designer.call('DELETE', `${ROUNDS}/${id}`, undefined, { 'if-match': `"${revision}"` });
  const { id } = await draft();
  expect((await remove(id, 1)).status).toBe(200);
  expect(await codeOf(await remove(id, 1))).toEqual([404, 'round_unknown']);
  expect(await codeOf(await act(id, 'open'))).toEqual([404, 'round_unknown']);
  const opened = (await (await act((await draft()).id, 'open')).json()) as Round;
  expect(await codeOf(await remove(opened.id, opened.revision))).toEqual([409, 'round_already_opened']);
});

test('of two people who open a round at once one does, and the units are frozen once', async () => {
  const { id } = await draft();
  const answers = await Promise.all([act(id, 'open'), act(id, 'open')]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(await rowsOf(service, 'SELECT 1 FROM submissions WHERE round_id = ?', [id])).toHaveLength(1);
});

test('a round opens by itself once its time has come, exactly once however many runs there are', async () => {
  const opensAt = soon(800);
  const { id } = await draft({ opensAt });
  const { id: later } = await draft({ opensAt: soon(3_600_000) });
  await until(opensAt);
  await Promise.all([1, 2, 3].map(() => service.runtime.runScheduled()));
  expect(await round(id)).toMatchObject({ state: 'open', revision: 2 });
  expect((await round(later)).state).toBe('draft');
  const opened = (await eventsOf(service, `round:${id}`)).filter(({ act }) => act === 'round.open');
  expect(opened).toHaveLength(1);
  const units = await rowsOf(service, 'SELECT unit_id FROM round_units WHERE round_id = ?', [id]);
  expect(units).toHaveLength(3);
});

test('a round that cannot open by itself says why once, keeps no other waiting, and opens when it can', async () => {
  const other = await service.as('designer', '33');
  const rounds = '/provinces/33/rounds';
  const version = await other.api<{ id: string }>('POST', '/provinces/33/forms', { template: 'khoai-chau-2024' });
  await other.api('POST', `/provinces/33/forms/versions/${version.id}/publish`);
  const command = { name: 'Kỳ chưa có xã', kind: 'annual', formVersionId: version.id, opensAt: soon(800) };
  const { id } = await other.api<Round>('POST', rounds, command);
  await until(soon(800));
  await Promise.all([service.runtime.runScheduled(), service.runtime.runScheduled()]);
  await service.runtime.runScheduled();
  expect(await other.api<Round>('GET', `${rounds}/${id}`)).toMatchObject({
    state: 'draft',
    openingProblem: 'no_units',
  });
  const acts = async () => (await eventsOf(service, `round:${id}`, '33')).map(({ act }) => act);
  expect(await acts()).toEqual(['round.create', 'round.open-failed']);

  await other.api('POST', '/provinces/33/units', TWO_VILLAGES);
  await service.runtime.runScheduled();
  expect(await other.api<Round>('GET', `${rounds}/${id}`)).toMatchObject({ state: 'open', openingProblem: null });
  expect(await acts()).toEqual(['round.create', 'round.open-failed', 'round.open']);
});

test('a province whose database is away does not keep the rounds of the others from opening', async () => {
  const other = await service.as('designer', '33');
  const [version] = (await other.api<{ items: { id: string }[] }>('GET', '/provinces/33/forms')).items;
  const opensAt = soon(800);
  const { id } = await draft({ opensAt });
  const command = { name: 'Kỳ sau', kind: 'annual', formVersionId: version!.id, opensAt };
  const theirs = await other.api<Round>('POST', '/provinces/33/rounds', command);
  await until(opensAt);
  down = 'p12';
  await service.runtime.runScheduled();
  down = null;
  expect((await other.api<Round>('GET', `/provinces/33/rounds/${theirs.id}`)).state).toBe('open');
  expect((await round(id)).state).toBe('draft');
  await service.runtime.runScheduled();
  expect((await round(id)).state).toBe('open');
});

test('a round whose end has passed is not opened, by hand or by itself, before its dates are set anew', async () => {
  const { id } = await draft({ closesAt: soon(-1000) });
  expect(await codeOf(await act(id, 'open'))).toEqual([409, 'schedule_passed']);
  expect((await edit(id, { closesAt: null }, 1)).status).toBe(200);
  expect((await act(id, 'open')).status).toBe(200);
});

test('a closed round opens again with an end that is to come, and never without end by oversight', async () => {
  const { id } = await draft({ closesAt: soon(1500) });
  const opened = (await (await act(id, 'open')).json()) as Round;
  await until(opened.closesAt!);
  expect((await round(id)).state).toBe('closed');
  const reason = 'Thiên tai, theo đề nghị của UBND xã';
  expect(await codeOf(await act(id, 'reopen', { reason }))).toEqual([409, 'schedule_passed']);
  expect((await act(id, 'reopen', { closesAt: soon(3_600_000), reason })).status).toBe(200);
  expect(await round(id)).toMatchObject({ state: 'open', closedAt: null });
  expect((await act(id, 'close')).status).toBe(200);
  expect(await round(id)).toMatchObject({ state: 'closed' });
  expect((await act(id, 'reopen', { reason })).status).toBe(200);
  expect((await round(id)).state).toBe('open');
  expect(await codeOf(await act(id, 'archive'))).toEqual([409, 'round_still_open']);
  const events = (await eventsOf(service, `round:${id}`)).filter(({ act }) => act === 'round.reopen');
  expect(events.map(({ detail }) => detail.reason)).toEqual([reason, reason]);
});
