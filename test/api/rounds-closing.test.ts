import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Site } from '../../local/demo/site.ts';
import { eventsOf, rowsOf } from '../support/database.ts';
import { codeOf, type OpenRound, type OpenRounds, reason, startOpenRounds } from '../support/open-rounds.ts';
import { fillEverything, submitFile } from '../support/survey.ts';

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

const soon = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();
const HOUR = 3_600_000;
const extend = (until: string) => designer.call('PUT', round.path(`extensions/${round.commune.id}`), { until, reason });

test('closing while many save: what was answered as saved is stored and came in time, what was refused is shown again', async () => {
  const attempts: { population: string; unit: string; answer: Response }[] = [];
  // Three clerks save one unit each, again and again, until somebody tells them that it is over.
  const writer = async (unit: string, path: string, fields: (n: number) => Record<string, string>) => {
    for (let saved = 0, refused = 0; refused < 3; ) {
      const typed = { ...fields(saved + refused), ':revision': String(saved) };
      const answer = await clerk.post(path, typed);
      attempts.push({ population: Object.values(typed)[0]!, unit, answer });
      if (answer.status === 303) saved += 1;
      else refused += 1;
    }
  };
  const village = (index: number, start: number) =>
    writer(round.villages[index]!.id, round.section('residents', index), (n) => ({
      population: String(start + n),
      households_total: '2',
    }));
  const commune = writer(round.commune.id, `${round.base}/${round.commune.id}/commune`, (n) => ({
    models_effective: String(30_000 + n),
  }));
  const count = () => attempts.filter(({ answer }) => answer.status === 303).length;
  const closing = async () => {
    while (count() < 8) await new Promise((resolve) => setTimeout(resolve, 10));
    await round.close();
  };
  await Promise.all([village(0, 10_000), village(1, 20_000), commune, closing()]);

  const closedAt = (await round.stored('rounds')).closed_at as string;
  const stored = await rowsOf(
    rounds.service,
    'SELECT unit_id, changes, saved_at FROM response_revisions WHERE round_id = ? ORDER BY unit_id, revision',
    [round.roundId],
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

test('a link used after the close still shows what was saved, without fields, and hands nothing in', async () => {
  await round.save('1.192', 0);
  await round.close();
  const page = await (await clerk.get(round.section('residents'))).text();
  expect(page).toContain('1.192');
  expect(page).not.toContain('<form');
  expect((await submitFile(clerk, round.base)).status).toBe(409);
});

test('an extension opens a closed round for one commune and until its day ends, and can be taken away', async () => {
  await round.close();
  expect((await round.save('10', 0)).status).toBe(409);
  expect(await codeOf(await extend('2020-01-01'))).toEqual([422, 'extension_not_later']);
  const granted = await extend('2031-02-28');
  expect(await granted.json()).toMatchObject({ extendedUntil: '2031-02-28T17:00:00.000Z', revision: 2 });
  expect((await round.save('10', 0)).status).toBe(303);
  expect(await (await clerk.get(round.base)).text()).toContain('28/02/2031');

  const again = await extend('2031-02-28');
  expect(((await again.json()) as { revision: number }).revision).toBe(2);
  const ended = await designer.call('DELETE', round.path(`extensions/${round.commune.id}`));
  expect(await ended.json()).toMatchObject({ extendedUntil: null, revision: 3 });
  expect((await round.save('11', 1)).status).toBe(409);
  const events = await eventsOf(rounds.service, `round:${round.roundId}/commune:${round.commune.id}`);
  expect(events.filter(({ act }) => act === 'submission.extend').map(({ detail }) => detail)).toEqual([
    { until: '2031-02-28T17:00:00.000Z' },
    { until: null },
  ]);
  const inOrder = 'SELECT kind, detail FROM submission_steps WHERE round_id = ? ORDER BY at';
  const steps = await rowsOf(rounds.service, inOrder, [round.roundId]);
  expect(steps.map(({ kind }) => kind)).toEqual(['extend', 'extend']);
  expect(JSON.parse(String(steps[0]!.detail))).toMatchObject({ reason });
});

test('an extension only gives more time: it ends after the round does, and goes when the round itself goes on longer', async () => {
  expect(await codeOf(await extend('2031-02-28'))).toEqual([409, 'nothing_to_extend']);
  round = await rounds.open({ deadline: { day: '2031-02-28', bound: 'through' } });
  expect(await codeOf(await extend('2031-02-28'))).toEqual([422, 'extension_not_later']);
  expect((await extend('2031-03-01')).status).toBe(200);
  const move = (day: string, revision: number) =>
    designer.api('PATCH', round.path(), { deadline: { day, bound: 'through' } }, { 'if-match': `"${revision}"` });
  await move('2031-02-27', 2);
  expect((await round.stored('submissions')).extended_until).toBe('2031-03-01T17:00:00.000Z');
  await move('2031-03-31', 3);
  expect((await round.stored('submissions')).extended_until).toBeNull();
});

test('a save that began after the closing and was written before it came in time, by the clock too', async () => {
  let saved: Response | undefined;
  rounds.before(/update "rounds" set.*"closed_at"/, async () => {
    saved = await round.save('10', 0);
  });
  await round.close();
  expect(saved!.status).toBe(303);
  const [response] = await rowsOf(rounds.service, 'SELECT saved_at FROM responses WHERE round_id = ?', [round.roundId]);
  expect(String((await round.stored('rounds')).closed_at) > String(response!.saved_at)).toBe(true);
  expect((await round.save('11', 1)).status).toBe(409);
});

test('a save that is on its way when the round closes is refused when it began after the closing', async () => {
  rounds.before(/insert into "responses"/, async () => {
    await round.close();
    // As if it had been sent a moment later: the round closed before it began.
    const sql = "UPDATE rounds SET closed_at = '2020-01-01T00:00:00.000Z' WHERE id = ?";
    await rowsOf(rounds.service, sql, [round.roundId]);
  });
  const refused = await round.save('777', 0);
  expect(refused.status).toBe(409);
  const page = await refused.text();
  expect(page).toContain('round_closed');
  expect(page).toContain('777');
});

test('closing by hand ends all extensions, and one that is given at that moment is not given', async () => {
  round = await rounds.open({ closesAt: soon(HOUR) });
  await extend('2031-02-28');
  rounds.before(/insert into "submission_steps"/, round.close);
  expect(await codeOf(await extend('2031-03-01'))).toEqual([409, 'conflict']);
  expect((await round.stored('submissions')).extended_until).toBeNull();
  expect((await round.save('10', 0)).status).toBe(409);
});

test('a deadline that moves while a file is being handed in is the one by which the file is late or not', async () => {
  const deadline = { day: '2031-02-28', bound: 'through' };
  round = await rounds.open({ deadline, lateSubmissions: 'accept' });
  await fillEverything(clerk, round);
  const earlier = { deadline: { day: '2024-12-31', bound: 'through' } };
  rounds.before(/update "submissions" set.*"submitted_at"/, () =>
    designer.api('PATCH', round.path(), earlier, { 'if-match': '"2"' }),
  );
  expect((await submitFile(clerk, round.base)).status).toBe(422);
  expect((await submitFile(clerk, round.base)).status).toBe(303);
  expect((await round.stored('submissions')).late).toBe(1);
});
