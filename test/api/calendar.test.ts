import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Site } from '../../local/demo/site.ts';
import { localDay } from '../../worker/db/local-time.ts';
import { eventsOf, rowsOf } from '../support/database.ts';
import { type Component, parseCalendar, propertyOf, textOf } from '../support/icalendar.ts';
import { type Service, startService } from '../support/service.ts';
import { prepareSurvey, type Survey } from '../support/survey.ts';

interface Feed {
  id: string;
  url: string;
}

let service: Service;
let designer: Site;
let survey: Survey;
let formVersionId: string;
let halfYear: string;
let feed: Feed;

const ROUNDS = '/provinces/12/rounds';
const NAME = 'Kỳ 6 tháng; đợt 1, các xã biên giới và các xã trọng điểm về ma túy của tỉnh';
const draft = (settings: object) =>
  designer.api<{ id: string }>('POST', ROUNDS, { name: 'Kỳ', kind: 'annual', formVersionId, ...settings });
const path = ({ url }: Feed) => new URL(url).pathname;
const newFeed = () => designer.api<Feed>('POST', '/provinces/12/calendar-feeds', { name: 'Văn phòng UBND tỉnh' });

beforeAll(async () => {
  service = await startService();
  designer = await service.as('designer');
  survey = await prepareSurvey(designer);
  ({ formVersionId } = await designer.api<{ formVersionId: string }>('GET', `${ROUNDS}/${survey.roundId}`));
  ({ id: halfYear } = await draft({
    name: NAME,
    kind: 'half-year',
    opensAt: '2031-05-01T01:30:00Z',
    deadline: { day: '2031-06-12', bound: 'before' },
    lateSubmissions: 'accept',
    closesAt: '2031-06-30T17:00:00Z',
  }));
  feed = await newFeed();
});
afterAll(() => service.stop());

async function events(): Promise<Map<string, Component>> {
  const calendar = parseCalendar(await (await service.stranger.get(path(feed))).text());
  const found = calendar.components.filter(({ name }) => name === 'VEVENT');
  return new Map(found.map((event) => [propertyOf(event, 'UID')!, event]));
}

const ofRound = async (kind: string) => (await events()).get(`round-${halfYear}-${kind}@12.dia-ban`)!;
const start = (event: Component) => event.lines.find(({ name }) => name === 'DTSTART')!;

test('the feed is an iCalendar of Viet Nam that says how often to ask again', async () => {
  const answer = await service.stranger.get(path(feed));
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
  const calendar = parseCalendar(await answer.text());
  expect(calendar.name).toBe('VCALENDAR');
  expect(['VERSION', 'X-WR-CALNAME', 'X-PUBLISHED-TTL'].map((name) => propertyOf(calendar, name))).toEqual([
    ...['2.0', 'Kỳ khảo sát - Lai Châu', 'PT6H'],
  ]);
  expect(calendar.lines).toContainEqual({
    name: 'REFRESH-INTERVAL',
    parameters: { VALUE: 'DURATION' },
    value: 'PT6H',
  });
  const zones = calendar.components.filter(({ name }) => name === 'VTIMEZONE');
  expect(zones.map((zone) => propertyOf(zone, 'TZID'))).toEqual(['Asia/Ho_Chi_Minh']);
  expect(zones[0]!.components.map((part) => [part.name, propertyOf(part, 'TZOFFSETTO')])).toEqual([
    ['STANDARD', '+0700'],
  ]);
  for (const event of (await events()).values()) {
    expect(propertyOf(event, 'DTSTAMP')).toMatch(/^\d{8}T\d{6}Z$/);
    expect(propertyOf(event, 'SUMMARY')).not.toBe('');
  }
});

test('a deadline "trước ngày 12/6" is the whole of its last day that counts, in the words of the plan', async () => {
  const event = await ofRound('deadline');
  expect(start(event)).toEqual({ name: 'DTSTART', parameters: { VALUE: 'DATE' }, value: '20310611' });
  expect(textOf(propertyOf(event, 'SUMMARY')!)).toBe(`Hạn nộp phiếu: ${NAME}`);
  expect(textOf(propertyOf(event, 'DESCRIPTION')!)).toBe(
    'Trước ngày 12/06/2031.\nPhiếu nộp sau thời hạn vẫn được nhận và được ghi là nộp muộn.\nKỳ khảo sát chưa mở, lịch có thể thay đổi.',
  );
  expect(propertyOf(event, 'STATUS')).toBe('TENTATIVE');
  expect(start(await ofRound('closing')).value).toBe('20310630');
});

test('an opening at half past eight is that time on the clock of Viet Nam', async () => {
  expect(start(await ofRound('opening'))).toEqual({
    name: 'DTSTART',
    parameters: { TZID: 'Asia/Ho_Chi_Minh' },
    value: '20310501T083000',
  });
});

test("the plan's own dates are there, each year's under an identity of its own", async () => {
  const found = await events();
  const year = localDay(new Date().toISOString()).slice(0, 4);
  const report = found.get(`plan-tam-duong-2024-TD19b-${year}@12.dia-ban`)!;
  expect(start(report).value).toBe(`${year}0611`);
  expect(textOf(propertyOf(report, 'SUMMARY')!)).toBe('Báo cáo kết quả thực hiện 6 tháng');
  expect(start(found.get('plan-tam-duong-2024-TD19e@12.dia-ban')!).value).toBe('20301211');
});

test('a moved deadline keeps its identity and rises in sequence; what did not change is not sent again', async () => {
  const before = await service.stranger.get(path(feed));
  const etag = before.headers.get('etag')!;
  const unchanged = await service.stranger.get(path(feed), { 'if-none-match': etag });
  expect([unchanged.status, await unchanged.text()]).toEqual([304, '']);

  const sequence = Number(propertyOf(await ofRound('deadline'), 'SEQUENCE'));
  const { revision } = await designer.api<{ revision: number }>('GET', `${ROUNDS}/${halfYear}`);
  const deadline = { day: '2031-06-12', bound: 'through' };
  await designer.api('PATCH', `${ROUNDS}/${halfYear}`, { deadline }, { 'if-match': `"${revision}"` });
  const after = await service.stranger.get(path(feed), { 'if-none-match': etag });
  expect(after.status).toBe(200);
  const event = await ofRound('deadline');
  expect([start(event).value, Number(propertyOf(event, 'SEQUENCE'))]).toEqual(['20310612', sequence + 1]);
});

test('an archived round is in no calendar any more', async () => {
  const { id } = await draft({ name: 'Kỳ cũ' });
  await designer.api('POST', `${ROUNDS}/${id}/open`);
  await designer.api('POST', `${ROUNDS}/${id}/close`);
  const uid = `round-${id}-closing@12.dia-ban`;
  expect((await events()).has(uid)).toBe(true);
  await designer.api('POST', `${ROUNDS}/${id}/archive`);
  expect((await events()).has(uid)).toBe(false);
});

test('a feed costs one round trip, and its address is shown once and stored nowhere', async () => {
  const answer = await service.stranger.get(path(feed));
  expect(service.runtime.hrana.pipelines.ofRequest(answer.headers.get('x-request-id')!)).toBe(1);
  const token = path(feed).split('/').at(-1)!.replace('.ics', '');
  const stored = JSON.stringify([
    await rowsOf(service, 'SELECT * FROM calendar_feeds'),
    await eventsOf(service, `calendar-feed:${feed.id}`),
  ]);
  expect(stored).not.toContain(token.slice(3));
  const listed = await designer.api<{ items: object[] }>('GET', '/provinces/12/calendar-feeds');
  expect(listed.items).toContainEqual(expect.objectContaining({ id: feed.id, name: 'Văn phòng UBND tỉnh' }));
  expect(JSON.stringify(listed)).not.toContain(token.slice(3));
});

test('a revoked feed is gone, an unknown or forged one never was', async () => {
  const other = await newFeed();
  expect((await service.stranger.get(path(other))).status).toBe(200);
  const revoke = () => designer.api<{ revokedAt: string }>('POST', `/provinces/12/calendar-feeds/${other.id}/revoke`);
  const first = await revoke();
  expect(await revoke()).toEqual(first);
  const codes = await Promise.all(
    [path(other), path(other).replace('/12-', '/33-'), path(other).replace('/12-', '/99-'), '/lich/12.ics'].map(
      async (address) => {
        const answer = await service.stranger.get(address);
        return [answer.status, /feed_\w+/.exec(await answer.text())?.[0]];
      },
    ),
  );
  expect(codes).toEqual([
    [410, 'feed_revoked'],
    [404, 'feed_unknown'],
    [404, 'feed_unknown'],
    [404, 'feed_unknown'],
  ]);
});

test('only who writes rounds makes feeds; the calendar itself is read in order, with a key too', async () => {
  const reader = await service.as('reader');
  expect((await reader.call('POST', '/provinces/12/calendar-feeds', { name: 'Tôi' })).status).toBe(403);
  const headers = { authorization: `Bearer ${survey.key}` };
  const answer = await service.stranger.get('/v1/provinces/12/calendar', headers);
  const { items } = (await answer.json()) as { items: { id: string; kind: string; day: string; at: string | null }[] };
  expect(items.map(({ day }) => day)).toEqual(items.map(({ day }) => day).sort());
  expect(items).toContainEqual(
    expect.objectContaining({ id: `round-${halfYear}-opening`, day: '2031-05-01', at: '2031-05-01T01:30:00.000Z' }),
  );
  expect((await reader.call('GET', '/provinces/12/calendar')).status).toBe(200);
});
