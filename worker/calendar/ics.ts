import { ICalCalendar, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { localTime, writtenDay } from '../db/local-time.ts';
import type { Entry } from './entries.ts';

const ZONE = 'Asia/Ho_Chi_Minh';

/** Seven hours ahead since 13 June 1975, as the time zone database has it. */
const VTIMEZONE = [
  'BEGIN:VTIMEZONE',
  `TZID:${ZONE}`,
  'BEGIN:STANDARD',
  'DTSTART:19750613T000000',
  'TZOFFSETFROM:+0800',
  'TZOFFSETTO:+0700',
  'TZNAME:+07',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\n');

/** How often a calendar program shall ask again, in seconds: deadlines move rarely, and never without being told. */
const REFRESH = 6 * 60 * 60;

const summaries: Record<Entry['kind'], (title: string) => string> = {
  opening: (round) => `Mở kỳ khảo sát: ${round}`,
  deadline: (round) => `Hạn nộp phiếu: ${round}`,
  closing: (round) => `Đóng kỳ khảo sát: ${round}`,
  plan: (title) => title,
};

const audiences: Record<NonNullable<Entry['audience']>, string> = {
  village: 'Thôn, bản, tổ dân phố thực hiện.',
  commune: 'Cấp xã thực hiện.',
  district: 'Cấp huyện thực hiện.',
  province: 'Cấp tỉnh thực hiện.',
};

const late = {
  accept: 'Phiếu nộp sau thời hạn vẫn được nhận và được ghi là nộp muộn.',
  refuse: 'Hết thời hạn, hệ thống không nhận phiếu.',
};

function description({ deadline, lateSubmissions, clause, audience, tentative }: Entry): string {
  const words =
    deadline && `${deadline.bound === 'before' ? 'Trước ngày' : 'Đến hết ngày'} ${writtenDay(deadline.day)}.`;
  return [
    words,
    lateSubmissions && late[lateSubmissions],
    clause && `Theo mục ${clause} của kế hoạch.`,
    audience && audiences[audience],
    tentative && 'Kỳ khảo sát chưa mở, lịch có thể thay đổi.',
  ]
    .filter(Boolean)
    .join('\n');
}

/** When it is: a whole day, or a time on the clock of Viet Nam. */
function when({ day, at }: Entry & { day: string }) {
  // Whole days are read by the fields of UTC, and times by those of the machine's own clock, which is what a text without an
  // offset is read by too.
  if (at === null) return { start: new Date(`${day}T00:00:00.000Z`), allDay: true };
  return { start: localTime(at).slice(0, 19), timezone: ZONE };
}

/**
 * A province's calendar as iCalendar (RFC 5545), in Vietnamese. Deadlines are whole days, on the last day that counts. It says when
 * something is due and never how far anybody has come. Equal entries give equal text.
 */
export function icsOf(entries: Entry[], province: { code: string; name: string }): string {
  const calendar = new ICalCalendar({
    prodId: '//Dia Ban//Lich//VI',
    // Names go into the text as they are.
    name: `Kỳ khảo sát - ${province.name.replace(/[\\;,\r\n]/g, ' ')}`,
    // A calendar with a zone of its own would write its time stamps in it, and they must be UTC.
    timezone: { name: null, generator: () => VTIMEZONE },
    ttl: REFRESH,
  });
  for (const entry of entries) {
    const { id, day, kind, title, tentative, sequence, createdAt } = entry;
    if (day === null) continue;
    calendar.createEvent({
      id: `${id}@${province.code}.dia-ban`,
      stamp: new Date(createdAt),
      sequence,
      summary: summaries[kind](title.vi),
      description: description(entry),
      status: tentative ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
      transparency: ICalEventTransparency.TRANSPARENT,
      ...when({ ...entry, day }),
    });
  }
  return `${calendar.toString()}\r\n`;
}
